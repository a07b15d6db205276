import CardState
import Words

/// How networks received a card, for people.
struct RegistrationText {
  private let registration: Registration
  private let evidence: [Evidence]
  private let carriers: CardCarriers?
  private let hasCodes: Bool

  /// - Parameter hasCodes: Whether rules of evidence and the digits of networks are shown.
  init(
    _ registration: Registration, _ evidence: [Evidence], _ carriers: CardCarriers?,
    withCodes hasCodes: Bool
  ) {
    self.hasCodes = hasCodes
    self.registration = registration
    self.evidence = evidence
    self.carriers = carriers
  }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    for (index, domain) in domains.enumerated() {
      table.add(
        index == 0 ? Table.Cell(CardLabel.contact.words, .label) : .empty, Table.Cell(domain.name),
        Table.Cell(domain.contact.words(name), domain.contact.style))
    }
    for (index, evidence) in (hasCodes ? evidence : []).enumerated() {
      table.add(
        index == 0 ? Table.Cell(CardLabel.line.words, .label) : .empty,
        Table.Cell(evidence.rule.rawValue),
        Table.Cell(evidence.words))
    }
    var lines = table.cardLines(colour: colour)
    if let forbidden = registration.forbiddenPLMNs, !forbidden.isEmpty {
      var row = Table()
      row.add(.forbidden, forbidden.map { name($0).text }.joined(separator: ", "))
      lines += row.cardLines(colour: colour)
    }
    return lines
  }

  /// What a network is called: with its digits, where codes are shown or nothing else is known.
  private func name(_ plmn: String) -> Words {
    let network = carriers?.network(plmn)
    return (hasCodes ? network?.words : network?.name) ?? Words(verbatim: plmn)
  }

  /// The domains that say anything, the newest generation first.
  private var domains: [(name: Words, contact: Registration.Domain)] {
    let all = [
      (Words(verbatim: "5G"), registration.fiveG), (Words(verbatim: "LTE"), registration.eps),
      (Words("data", context: "mobile network"), registration.ps),
      (Words("calls"), registration.cs),
    ]
    return all.compactMap { name, domain in domain.map { (name, $0) } }
  }
}

extension Evidence {
  /// What it says of the line. Never that it has lapsed: a card can't know.
  var words: Words {
    switch says {
    case .wasAlive: Words("was alive when a phone last used it (date unknown)")
    case .aliveBetweenReads: Words("was alive between the last two reads")
    case .neverUsed: Words("has never been used in a phone")
    case .refused: Words("refused by its home network: barred or lapsed, perhaps; ask the carrier")
    case .maybeBarred: Words("refused by its home: unknown, barred, or only in that area")
    case .roamingRefused: Words("refused abroad, which is no sign of a lapse")
    case .notRegistered: Words("was in use; not registered now, which says nothing")
    case .emptied: Words("its files were emptied, which says nothing")
    default: Words(verbatim: says.rawValue)
    }
  }

  /// How that stands out.
  var style: Style {
    switch says {
    case .wasAlive, .aliveBetweenReads: .good
    case .refused: .error
    case .maybeBarred: .attention
    default: .plain
    }
  }
}

extension Registration.Domain {
  fileprivate func words(_ name: (String) -> Words) -> Words {
    let plmn = plmn.map(name)
    if isBlank { return Words("emptied by a tool") }
    if isFactoryShaped { return Words("never registered") }
    switch status {
    case .updated where hasIdentity:
      return plmn.map { Words("accepted by \($0) at the last use of a phone") }
        ?? Words("accepted at the last use of a phone")
    case .updated:
      return plmn.map { Words("registered by \($0), without an identity") }
        ?? Words("registered, without an identity")
    case .notUpdated:
      return plmn.map { Words("not registered; last seen: \($0)") } ?? Words("not registered")
    case .plmnNotAllowed:
      return plmn.map { Words("refused by \($0): card or network not allowed") }
        ?? Words("refused: card or network not allowed")
    case .locationAreaNotAllowed, .routingAreaNotAllowed:
      return plmn.map { Words("refused by \($0) in that area") } ?? Words("refused in that area")
    case .roamingNotAllowed: return plmn.map { Words("refused by \($0)") } ?? Words("refused")
    default: return Words("unknown")
    }
  }

  fileprivate var style: Style {
    status.isRefusal ? .error : status == .updated && hasIdentity ? .good : .plain
  }
}
