import CardState
import Renewal
import Words

/// What people look for first: whose line is on a card, its number, whether it is alive, and until when.
struct SubscriptionText {
  private let report: CardReport

  /// Nil where the card has no subscription in use, or nobody asked for it.
  init?(_ report: CardReport) {
    guard report.card.subscriber != nil else { return nil }
    self.report = report
  }

  func lines(_ colour: Bool) -> [String] {
    var table = Table()
    table.add(.carrier, carrier)
    table.add(.number, number)
    if !isTracked {
      // A line that is tracked has its verdict below.
      for (index, evidence) in evidence.enumerated() {
        table.add(
          index == 0 ? Table.Cell(CardLabel.line.words, .label) : .empty,
          Table.Cell(evidence.words, evidence.style))
      }
      if evidence.isEmpty {
        table.add(.line, silence)
      }
      table.add(
        .until,
        report.lines == nil
          ? Words("unknown")
          : Words("unknown: the card does not tell, and the line is not tracked"))
    }
    return table.cardLines(colour: colour)
  }

  /// Why nothing is said of it.
  private var silence: Words {
    guard let registration = report.card.registration else {
      return Words("unknown: it was not read")
    }
    return registration.hasContact
      ? Words("unknown: the card does not tell; --verbose shows how networks received it")
      : Words("unknown: the card does not tell")
  }

  private var evidence: [Evidence] { report.evidence ?? [] }

  private var tracked: [Line] {
    (report.lines ?? []).filter { $0.iccid == report.card.iccid }.compactMap(\.tracked?.line)
  }

  private var isTracked: Bool { !tracked.isEmpty }

  /// Whose line it is: by what identifies it, else what the card says.
  private var carrier: Words {
    if let guess = report.carriers?.subscription { return guess.words }
    if let network = report.homeNetwork?.name { return network }
    return Words("unknown")
  }

  /// Its numbers, as the card or the person says.
  private var number: Words {
    let numbers = (report.card.subscriber?.msisdns ?? []) + tracked.flatMap(\.numbers)
    let each = numbers.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard each.isEmpty else { return Words(verbatim: each.joined(separator: ", ")) }
    let file = report.card.files.first { $0.name == "EF.MSISDN" }
    guard let status = file?.status else { return Words("unknown: it was not read") }
    return [.read, .blank, .absent, .notAsked].contains(status)
      ? Words("unknown: the card does not hold it") : Words("unknown")
  }
}

extension CardReport {
  /// The network whose the subscription is.
  var homeNetwork: CardCarriers.Network? {
    guard let mcc = card.subscriber?.mcc, let mnc = card.subscriber?.mnc else { return nil }
    return carriers?.network(mcc + mnc)
  }
}

extension Registration {
  fileprivate var hasContact: Bool { fiveG != nil || eps != nil || ps != nil || cs != nil }
}
