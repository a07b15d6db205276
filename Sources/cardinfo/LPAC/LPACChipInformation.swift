import CardState

/// What `lpac chip info` prints of an eUICC.
enum LPACChipInformation {
  /// Nil where the eUICC did not say what it is.
  static func data(_ euicc: EUICC) -> JSONValue? {
    guard !euicc.isUnread(.information) else { return nil }
    return .object([
      "eidValue": .string(euicc.eid),
      "EuiccConfiguredAddresses": euicc.addresses.map {
        .object([
          "defaultDpAddress": LPACLine.text($0.defaultSMDP),
          "rootDsAddress": LPACLine.text($0.rootSMDS),
        ])
      } ?? .null,
      "EUICCInfo2": euicc.info.map(information) ?? .null,
      "rulesAuthorisationTable": euicc.rulesAuthorisationTable.map { .array($0.map(rule)) }
        ?? .null,
    ])
  }

  private static func information(_ info: EUICCInfo) -> JSONValue {
    .object([
      "profileVersion": LPACLine.text(info.profilePackageVersion),
      "svn": LPACLine.text(info.specificationVersion),
      "euiccFirmwareVer": LPACLine.text(info.firmwareVersion),
      "extCardResource": info.memory.map {
        .object([
          "installedApplication": number($0.installedApplications),
          "freeNonVolatileMemory": number($0.freeNonVolatile),
          "freeVolatileMemory": number($0.freeVolatile),
        ])
      } ?? .null,
      "uiccCapability": words(info.uiccCapabilities, ["usimTestAlgorithm": "rfu1"]),
      "ts102241Version": LPACLine.text(info.ts102241Version),
      "javacardVersion": LPACLine.text(info.ts102241Version),
      "globalplatformVersion": LPACLine.text(info.globalPlatformVersion),
      "rspCapability": words(info.rspCapabilities, ["loadCrlSupport": "crlSupport"]),
      "euiccCiPKIdListForVerification": keys(info.verificationRoots),
      "euiccCiPKIdListForSigning": keys(info.signingRoots),
      "euiccCategory": LPACLine.text(info.category),
      "forbiddenProfilePolicyRules": words(info.forbiddenPolicyRules, rules),
      "ppVersion": LPACLine.text(info.protectionProfileVersion),
      "sasAcreditationNumber": LPACLine.text(info.sasAccreditationNumber),
      "certificationDataObject": .object([
        "platformLabel": LPACLine.text(info.certification?.platformLabel),
        "discoveryBaseURL": LPACLine.text(info.certification?.discoveryBaseURL),
      ]),
    ])
  }

  private static func rule(_ rule: RuleAuthorisation) -> JSONValue {
    .object([
      "pprIds": words(rule.policyRules, rules),
      "allowedOperators": .array(
        rule.operators.map {
          .object([
            "plmn": LPACLine.text($0.plmn), "gid1": LPACLine.text($0.gid1?.lowercased()),
            "gid2": LPACLine.text($0.gid2?.lowercased()),
          ])
        }),
      "pprFlags": .array(rule.needsConsent ? [.string("consentRequired")] : []),
    ])
  }

  private static func words(_ words: [String]?, _ other: [String: String]) -> JSONValue {
    words.map { .array($0.map { .string(other[$0] ?? $0) }) } ?? .null
  }

  private static func keys(_ roots: [EUICCInfo.Root]?) -> JSONValue {
    roots.map { .array($0.map { .string($0.keyID.lowercased()) }) } ?? .null
  }

  private static func number(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

  private static let rules = [
    "updateControl": "pprUpdateControl", "disableNotAllowed": "ppr1", "deleteNotAllowed": "ppr2",
  ]
}
