import CardState

/// How networks received a card, for people.
struct RegistrationText {
  private let registration: Registration

  init(_ registration: Registration) { self.registration = registration }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    for (index, domain) in domains.enumerated() {
      table.add(
        Table.Cell(index == 0 ? "contact" : "", .label), Table.Cell(domain.name),
        Table.Cell(domain.contact.words, domain.contact.style))
    }
    for (index, evidence) in (registration.evidence ?? []).enumerated() {
      table.add(
        Table.Cell(index == 0 ? "line" : "", .label), Table.Cell(evidence.rule.rawValue),
        Table.Cell(evidence.words))
    }
    var lines = table.lines(indent: 2, firstWidth: CardText.labelWidth, colour: colour)
    if let forbidden = registration.forbiddenPLMNs, !forbidden.isEmpty {
      var row = Table()
      row.add("forbidden", forbidden.joined(separator: ", "))
      lines += row.lines(indent: 2, firstWidth: CardText.labelWidth, colour: colour)
    }
    return lines
  }

  /// The domains that say anything, the newest generation first.
  private var domains: [(name: String, contact: Registration.Domain)] {
    let all = [
      ("5G", registration.fiveG), ("LTE", registration.eps), ("data", registration.ps),
      ("calls", registration.cs),
    ]
    return all.compactMap { name, domain in domain.map { (name, $0) } }
  }
}

extension Evidence {
  /// What it says of the line. Never that it has lapsed: a card can't know.
  fileprivate var words: String {
    switch says {
    case .wasAlive: "was alive when a phone last used it (date unknown)"
    case .aliveBetweenReads: "was alive between the last two reads"
    case .neverUsed: "has never been used in a phone"
    case .refused: "refused by its home network: barred or lapsed, perhaps; ask the carrier"
    case .maybeBarred: "refused by its home: unknown, barred, or only in that area"
    case .roamingRefused: "refused abroad, which is no sign of a lapse"
    case .notRegistered: "was in use; not registered now, which says nothing"
    case .emptied: "its files were emptied, which says nothing"
    default: says.rawValue
    }
  }
}

extension Registration.Domain {
  fileprivate var words: String {
    if isBlank { return "emptied by a tool" }
    if isFactoryShaped { return "never registered" }
    let place = plmn.map { " by \($0)" } ?? ""
    switch status {
    case .updated where hasIdentity: return "accepted\(place) at the last use of a phone"
    case .updated: return "registered\(place), without an identity"
    case .notUpdated: return plmn.map { "not registered; last seen: \($0)" } ?? "not registered"
    case .plmnNotAllowed: return "refused\(place): card or network not allowed"
    case .locationAreaNotAllowed, .routingAreaNotAllowed: return "refused\(place) in that area"
    case .roamingNotAllowed: return "refused\(place)"
    default: return "unknown"
    }
  }

  fileprivate var style: Style {
    status.isRefusal ? .error : status == .updated && hasIdentity ? .good : .plain
  }
}
