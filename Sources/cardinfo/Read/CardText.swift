import CardState
import Words

/// One card for people: who it is and what is on it.
struct CardText {
  private let report: CardReport
  private let isFull: Bool

  /// The cards of an answer.
  ///
  /// - Parameter isFull: Whether every file is listed too.
  static func lines(_ cards: [CardReport], isFull: Bool, colour: Bool) -> [String] {
    let texts = cards.map { CardText(report: $0, isFull: isFull).lines(colour) }
    return Array(texts.joined(separator: [""]))
  }

  private func lines(_ colour: Bool) -> [String] {
    let card = report.card
    var lines = [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
    lines += facts(card).cardLines(colour: colour)
    if let registration = card.registration {
      lines += RegistrationText(registration, report.evidence ?? [], report.carriers).lines(colour)
    }
    lines += MessagesText(card, isFull: isFull).lines(colour)
    for euicc in card.euiccs { lines += EUICCText(euicc, report.carriers).lines(colour) }
    lines += CardLinesText(report).lines(colour)
    lines += WarningsText.lines(of: card, colour: colour)
    if isFull { lines += FilesText(card.files).lines(colour) }
    return lines
  }

  /// Whose subscription it is, unless that is who has the network, without a doubt.
  private var carrier: Words? {
    guard let guess = report.carriers?.subscription else { return nil }
    let subscriber = report.card.subscriber
    let home = subscriber?.mcc.flatMap { mcc in subscriber?.mnc.map { mcc + $0 } }
    let network = home.flatMap { report.carriers?.network($0) }
    let isOfNetwork = network?.carriers.map(\.id) == guess.carriers.map(\.id)
    return guess.doubt == nil && isOfNetwork ? nil : guess.words
  }

  private func facts(_ card: CardSnapshot) -> Table {
    var table = Table()
    if !card.files.isEmpty {
      table.add(.card, card.kind.words(of: card))
    }
    table.add(.iccid, card.iccid)
    table.add(.imsi, card.subscriber?.imsi)
    if let subscriber = card.subscriber, let mcc = subscriber.mcc, let mnc = subscriber.mnc {
      table.add(.network, report.carriers?.network(mcc + mnc)?.words ?? Words(verbatim: mcc + mnc))
    }
    table.add(.carrier, carrier)
    table.add(.provider, card.subscriber?.spn)
    table.add(.number, card.subscriber?.msisdns?.joined(separator: ", "))
    table.add(.pin1, card.pin?.pin1.words)
    table.add(
      .cost,
      Words(
        card.cost.apdus,
        one: "\(card.cost.apdus) exchange, \(card.cost.roundedMilliseconds) ms, \(card.protocol)",
        other: "\(card.cost.apdus) exchanges, \(card.cost.roundedMilliseconds) ms, \(card.protocol)"
      ),
      .label)
    return table
  }
}

extension CardSnapshot.Kind {
  fileprivate func words(of card: CardSnapshot) -> Words {
    let hasEUICC = !card.euiccs.isEmpty
    return switch self {
    case .usim: hasEUICC ? Words("USIM on an eUICC") : Words(verbatim: "USIM")
    case .sim:
      hasEUICC ? Words("2G SIM on an eUICC") : Words("2G SIM: it ends with the 2G networks")
    case .euicc: Words("eUICC without an enabled profile")
    case .uicc: Words("UICC without a USIM")
    case .unknown where hasEUICC: Words(verbatim: "eUICC")
    case .unknown where card.iccid != nil: Words("not known: it did not let itself be read")
    case .unknown: Words("no SIM or eUICC that answers")
    default: Words(verbatim: rawValue)
    }
  }
}

extension CardSnapshot.Cost {
  fileprivate var roundedMilliseconds: Int { Int(milliseconds.rounded()) }
}

extension PINState {
  fileprivate var words: Words? {
    let state = enabled.map { $0 ? Words("on") : Words("off") }
    let tries = triesLeft.map {
      $0 == 0 ? Words("blocked") : Words($0, one: "\($0) try left", other: "\($0) tries left")
    }
    return .list([state, tries])
  }
}
