import CardState

/// What a full read found out about an eUICC, for people.
struct EUICCDetailsText {
  private let euicc: EUICC

  init(_ euicc: EUICC) { self.euicc = euicc }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    table.add("made for", euicc.architecture?.words)
    if let info = euicc.info { add(info, to: &table) }
    table.add("SM-DP+", euicc.addresses?.defaultSMDP)
    table.add("SM-DS", euicc.addresses?.rootSMDS)
    for rule in euicc.rulesAuthorisationTable ?? [] { table.add("rules", rule.words) }
    if let vendor = euicc.vendorInformation { table.add("maker", vendor.words) }
    return table.lines(indent: 2, firstWidth: CardText.labelWidth, colour: colour)
      + NotificationsText.lines(of: euicc, colour: colour)
  }

  private func add(_ info: EUICCInfo, to table: inout Table) {
    table.add("SGP.22", info.specificationVersion)
    table.add("firmware", info.firmwareVersion)
    table.add("platform", info.platform)
    if let memory = info.memory {
      table.add("room", memory.words)
      table.add("", memory.basis, .label)
    }
    table.add("category", info.category)
    table.add("SAS", info.sasAccreditationNumber)
    table.add("certified", info.certification?.platformLabel)
    for root in info.verificationRoots ?? [] { table.add("verifies", root.words) }
    for root in info.signingRoots ?? [] { table.add("signs", root.words) }
    add("UICC can", info.uiccCapabilities, to: &table)
    add("RSP can", info.rspCapabilities, to: &table)
    add("forbids", info.forbiddenPolicyRules, to: &table)
    table.add("assistant", info.ipaMode.map { $0 == "euicc" ? "on the eUICC" : "in the device" })
    if let iot = info.iot {
      table.add("SGP.32", iot.versions.joined(separator: ", "))
      table.add("e-call", iot.supportsECall ? "yes" : "no")
      table.add("fallback", iot.supportsFallback ? "yes" : "no")
    }
  }

  /// Adds a list, as many words to a row as fit.
  private func add(_ label: String, _ words: [String]?, to table: inout Table) {
    var row = ""
    var label = label
    for word in words ?? [] {
      if !row.isEmpty, row.count + word.count + 2 > 66 {
        table.add(label, row)
        label = ""
        row = ""
      }
      row += (row.isEmpty ? "" : ", ") + word
    }
    table.add(label, row)
  }
}

extension EUICC.Architecture {
  fileprivate var words: String {
    switch self {
    case .consumer: "people (SGP.22): managed where it is"
    case .iot: "the Internet of Things (SGP.32): managed by a server"
    case .m2m: "machines (SGP.02): managed over the air by its operator"
    default: rawValue
    }
  }
}

extension EUICCInfo {
  fileprivate var platform: String? {
    let versions = [
      globalPlatformVersion.map { "GlobalPlatform \($0)" },
      ts102241Version.map { "TS 102 241 \($0)" },
      profilePackageVersion.map { "profile packages \($0)" },
    ].compactMap { $0 }
    return versions.isEmpty ? nil : versions.joined(separator: ", ")
  }
}

extension EUICCInfo.Memory {
  fileprivate var words: String? {
    roomForProfiles.map {
      $0 == 0
        ? "for no more profiles, about" : "for about \($0) more profile\($0 == 1 ? "" : "s")"
    }
  }
}

extension EUICCInfo.Root {
  fileprivate var words: String { name ?? "unknown root \(keyID)" }
}

extension RuleAuthorisation {
  fileprivate var words: String {
    let whose = operators.map { $0.plmn == "EEEEEE" ? "any operator" : $0.plmn ?? "an operator" }
    return policyRules.joined(separator: ", ") + " of " + whose.joined(separator: ", ")
      + (needsConsent ? ", with consent" : "")
  }
}

extension VendorInformation {
  fileprivate var words: String {
    [
      vendor, product, firmware.map { "firmware \($0)" }, bootLoader.map { "boot loader \($0)" },
      serialNumber.map { "serial number \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
