/// What eUICCs say they can do: bits by name, in the specifications' words.
enum EUICCCapabilities {
  /// UICCCapability (TCA eUICC Profile Package: Interoperable Format, PEDefinitions).
  static let uicc = [
    "contactlessSupport", "usimSupport", "isimSupport", "csimSupport", "akaMilenage", "akaCave",
    "akaTuak128", "akaTuak256", "usimTestAlgorithm", "rfu2", "gbaAuthenUsim", "gbaAuthenISim",
    "mbmsAuthenUsim", "eapClient", "javacard", "multos", "multipleUsimSupport",
    "multipleIsimSupport", "multipleCsimSupport", "berTlvFileSupport", "dfLinkSupport", "catTp",
    "getIdentity", "profile-a-x25519", "profile-b-p256", "suciCalculatorApi", "dns-resolution",
    "scp11ac", "scp11c-authorization-mechanism", "s16mode", "eaka", "iotminimal",
  ]

  /// EuiccRspCapability (SGP.22 §5.7.8).
  static let rsp = [
    "additionalProfile", "loadCrlSupport", "rpmSupport", "testProfileSupport",
    "deviceInfoExtensibilitySupport", "serviceSpecificDataSupport", "hriServerAddressSupport",
    "serviceProviderMessageSupport", "lpaProxySupport", "enterpriseProfilesSupport",
    "serviceDescriptionSupport", "deviceChangeSupport", "encryptedDeviceChangeDataSupport",
    "estimatedProfileSizeIndicationSupport", "profileSizeInProfilesInfoSupport",
    "crlStaplingV3Support", "certChainV3VerificationSupport", "signedSmdsResponseV3Support",
    "euiccRspCapInInfo1", "osUpdateSupport", "cancelForEmptySpnPnSupport",
    "updateNotifConfigInfoSupport", "updateMetadataV3Support",
  ]

  /// treProperties (SGP.22 §5.7.8).
  static let tre = ["isDiscrete", "isIntegrated", "usesRemoteMemory"]
}
