import CardState
import Words

/// What a full read found out about an eUICC, for people.
struct EUICCDetailsText {
  private let euicc: EUICC

  init(_ euicc: EUICC) { self.euicc = euicc }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    table.add(.madeFor, euicc.architecture?.words)
    if let info = euicc.info { add(info, to: &table) }
    addUnread(.information, Words("information"), to: &table)
    if let addresses = euicc.addresses {
      table.add(
        .smdp,
        (addresses.defaultSMDP ?? "").isEmpty ? Words("none set").text : addresses.defaultSMDP)
      table.add(
        .smds,
        ([addresses.rootSMDS].compactMap { $0 } + (addresses.additionalSMDS ?? []))
          .joined(separator: ", "))
    }
    addUnread(.addresses, CardLabel.smdp.words, to: &table)
    addUnread(.rules, CardLabel.rules.words, to: &table)
    for rule in euicc.rulesAuthorisationTable ?? [] { table.add(.rules, rule.words) }
    if let vendor = euicc.vendorInformation { table.add(.maker, vendor.words) }
    return table.cardLines(colour: colour)
      + NotificationsText.lines(of: euicc, colour: colour)
  }

  private func addUnread(
    _ function: UnreadAnswer.Function, _ label: Words, to table: inout Table
  ) {
    guard euicc.isUnread(function) else { return }
    table.add(label, Words("could not be read"), .attention)
  }

  private func add(_ info: EUICCInfo, to table: inout Table) {
    table.add(.sgp22, info.specificationVersion)
    table.add(.firmware, info.firmwareVersion)
    table.add(.platform, info.platform)
    if let memory = info.memory {
      table.add(.room, memory.words)
      table.add(Words(verbatim: ""), memory.basis, .label)
    }
    table.add(.category, info.category)
    table.add(.sas, info.sasAccreditationNumber)
    table.add(.certified, info.certification?.platformLabel)
    for root in info.verificationRoots ?? [] { table.add(.verifies, root.words) }
    for root in info.signingRoots ?? [] { table.add(.signs, root.words) }
    add(.uiccCan, info.uiccCapabilities, to: &table)
    add(.rspCan, info.rspCapabilities, to: &table)
    add(.forbids, info.forbiddenPolicyRules, to: &table)
    table.add(
      .assistant,
      info.ipaMode.map { $0 == "euicc" ? Words("on the eUICC") : Words("in the device") })
    if let iot = info.iot {
      table.add(.sgp32, iot.versions.joined(separator: ", "))
      table.add(.eCall, iot.supportsECall ? Words("yes") : Words("no"))
      table.add(.fallback, iot.supportsFallback ? Words("yes") : Words("no"))
    }
  }

  /// Adds a list, as many words to a row as fit.
  private func add(_ label: CardLabel, _ words: [String]?, to table: inout Table) {
    var row = ""
    var label = label.words
    for word in words ?? [] {
      if !row.isEmpty, row.count + word.count + 2 > 66 {
        table.add(label, row)
        label = Words(verbatim: "")
        row = ""
      }
      row += (row.isEmpty ? "" : ", ") + word
    }
    table.add(label, row)
  }
}

extension EUICC.Architecture {
  fileprivate var words: Words {
    switch self {
    case .consumer: Words("people (SGP.22): managed where it is")
    case .iot: Words("the Internet of Things (SGP.32): managed by a server")
    case .m2m: Words("machines (SGP.02): managed over the air by its operator")
    default: Words(verbatim: rawValue)
    }
  }
}

extension EUICCInfo {
  fileprivate var platform: Words? {
    .list([
      globalPlatformVersion.map { Words(verbatim: "GlobalPlatform \($0)") },
      ts102241Version.map { Words(verbatim: "TS 102 241 \($0)") },
      profilePackageVersion.map { Words("profile packages \($0)") },
    ])
  }
}

extension EUICCInfo.Memory {
  fileprivate var words: Words? {
    roomForProfiles.map {
      $0 == 0
        ? Words("no room for another profile, by estimate")
        : Words($0, one: "for about \($0) more profile", other: "for about \($0) more profiles")
    }
  }
}

extension EUICCInfo.Root {
  fileprivate var words: Words {
    name.map { Words(verbatim: $0) } ?? Words("unknown root \(keyID)")
  }
}

extension RuleAuthorisation {
  fileprivate var words: Words {
    let rules = policyRules.joined(separator: ", ")
    let whose = Words.list(operators.map(\.words)) ?? Words(verbatim: "")
    return needsConsent
      ? Words("\(rules) of \(whose), with consent") : Words("\(rules) of \(whose)")
  }
}

extension Profile.Owner {
  fileprivate var words: Words {
    plmn == "EEEEEE"
      ? Words("any operator") : plmn.map { Words(verbatim: $0) } ?? Words("an operator")
  }
}

extension VendorInformation {
  fileprivate var words: Words? {
    .list([
      Words(verbatim: vendor), product.map { Words(verbatim: $0) },
      firmware.map { Words("firmware \($0)") }, bootLoader.map { Words("boot loader \($0)") },
      serialNumber.map { Words("serial number \($0)") },
    ])
  }
}
