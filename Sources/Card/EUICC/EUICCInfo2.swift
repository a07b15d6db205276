public import CardState

/// EUICCInfo2 (GSMA SGP.22 §5.7.8, SGP.32 §5.9.2): what an eUICC says of itself.
public enum EUICCInfo2 {
  /// Understands the data objects of the answer. Those without a name here are kept raw, and so
  /// are those that are not as the specification says: the others are not lost with them.
  public static func decode(_ objects: [BERTLV]) -> EUICCInfo {
    var info = EUICCInfo()
    for object in objects {
      do throws(ParseError) {
        if try note(object, in: &info) { continue }
      } catch {}
      let raw = RawDataObject(tag: object.tag.description, value: object.value.hex)
      info.unknown = (info.unknown ?? []) + [raw]
    }
    return info
  }

  /// Puts a data object where it belongs. False when it has no place.
  private static func note(
    _ object: BERTLV, in info: inout EUICCInfo
  ) throws(ParseError) -> Bool {
    if try noteVersion(object, in: &info) { return true }
    return try noteOther(object, in: &info)
  }

  private static func noteVersion(
    _ object: BERTLV, in info: inout EUICCInfo
  ) throws(ParseError) -> Bool {
    switch object.tag {
    case 0x81: info.profilePackageVersion = object.version
    case 0x82: info.specificationVersion = object.version
    case 0x83: info.firmwareVersion = object.version
    case 0x86: info.ts102241Version = object.version
    case 0x87: info.globalPlatformVersion = object.version
    case 0x93: info.highestSpecificationVersion = object.version
    case 0x04: info.protectionProfileVersion = object.version
    case 0xAF: info.additionalProfilePackageVersions = try object.children().map(\.version)
    default: return false
    }
    return true
  }

  private static func noteOther(
    _ object: BERTLV, in info: inout EUICCInfo
  ) throws(ParseError) -> Bool {
    switch object.tag {
    case 0x84: info.memory = try ExtendedCardResource.decode(object)
    case 0x85:
      info.uiccCapabilities = NamedBits.names(EUICCCapabilities.uicc, in: object.value)
    case 0x88: info.rspCapabilities = NamedBits.names(EUICCCapabilities.rsp, in: object.value)
    case 0x8B, 0xAB: info.category = try category(object)
    case 0x8D: info.treProperties = NamedBits.names(EUICCCapabilities.tre, in: object.value)
    case 0x8E: info.treProductReference = object.text
    case 0x90: info.ipaMode = try assistant(object)
    case 0x99: info.forbiddenPolicyRules = NamedBits.names(PolicyRules.names, in: object.value)
    case 0xA9: info.verificationRoots = try CertificateIssuer.roots(object)
    case 0xAA: info.signingRoots = try CertificateIssuer.roots(object)
    case 0xAC: info.certification = try certification(object)
    case 0xB4: info.iot = try iot(object)
    case 0x0C: info.sasAccreditationNumber = object.text
    default: return false
    }
    return true
  }

  private static func category(_ object: BERTLV) throws(ParseError) -> String {
    switch try object.number() {
    case 0: "other"
    case 1: "basicEuicc"
    case 2: "mediumEuicc"
    case 3: "contactlessEuicc"
    case let other: "unknown-\(other)"
    }
  }

  private static func assistant(_ object: BERTLV) throws(ParseError) -> String {
    switch try object.number() {
    case 0: "device"
    case 1: "euicc"
    case let other: "unknown-\(other)"
    }
  }

  private static func certification(
    _ object: BERTLV
  ) throws(ParseError) -> EUICCInfo.Certification {
    let members = try object.children()
    return EUICCInfo.Certification(
      platformLabel: members.first(0x80)?.text, discoveryBaseURL: members.first(0x81)?.text)
  }

  /// IoTSpecificInfo: `A0` versions, `81` emergency calls, `82` fallback; the last two say it by
  /// being there.
  private static func iot(_ object: BERTLV) throws(ParseError) -> EUICCInfo.IoT {
    let members = try object.children()
    let versions = try members.first(0xA0)?.children() ?? []
    return EUICCInfo.IoT(
      versions: versions.map(\.version), supportsECall: members.first(0x81) != nil,
      supportsFallback: members.first(0x82) != nil)
  }
}

extension BERTLV {
  /// VersionType: three bytes; as it came where it is something else.
  var version: String {
    value.count == 3 ? value.map { String($0) }.joined(separator: ".") : value.hex
  }
}

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

/// The roots of trust of remote provisioning, by the identifiers of their keys (GSMA SGP.22
/// §4.5.2, SGP.26 for those of test laboratories).
enum CertificateIssuer {
  /// Understands a sequence of SubjectKeyIdentifier.
  static func roots(_ object: BERTLV) throws(ParseError) -> [EUICCInfo.Root] {
    try object.children().map {
      let identifier = $0.value.hex
      return EUICCInfo.Root(keyID: identifier, name: names[identifier])
    }
  }

  private static let names = [
    "81370F5125D0B1D408D4C3B232E6D25E795BEBFB": "GSMA RSP2 Root CI1",
    "4C27967AD20C14B391E9601E41E604AD57C0222F": "OISTE GSMA CI G1",
    "D7A7D0C7C04EA76076E3F44FAEBDE8779E2948D4": "GSMA M2M31 Root CI2",
    "F54172BDF98A95D65CBEB88A38A1C11D800A85C3": "GSMA test CI, NIST P-256 (SGP.26)",
    "C0BC70BA36929D43B467FF57570530E57AB8FCD8": "GSMA test CI, Brainpool (SGP.26)",
    "34EECF13156518D48D30BDF06853404D115F955D": "GSMA test CI v3, NIST P-256 (SGP.26)",
    "2209F61CD9EC5C9C854E787341FF83ECF9776A5B": "GSMA test CI v3, Brainpool (SGP.26)",
  ]
}
