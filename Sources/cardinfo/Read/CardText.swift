import CardState
import Words

/// One card for people: whose line is on it, how that stands and what is next; then what the card is.
struct CardText {
  private let report: CardReport
  private let detail: ReadDetail

  /// The cards of an answer.
  static func lines(_ cards: [CardReport], _ detail: ReadDetail, colour: Bool) -> [String] {
    let texts = cards.map { CardText(report: $0, detail: detail).lines(colour) }
    return Array(texts.joined(separator: [""]))
  }

  private func lines(_ colour: Bool) -> [String] {
    let card = report.card
    var lines = [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
    lines += SubscriptionText(report)?.lines(colour) ?? []
    lines += CardLinesText(report, hasOffers: detail.hasOffers).lines(colour)
    lines += facts(card).cardLines(colour: colour)
    if let registration = card.registration, detail.isVerbose || detail.hasContacts {
      lines += RegistrationText(
        registration, report.evidence ?? [], report.carriers, withCodes: detail.isVerbose
      ).lines(colour)
    }
    lines += MessagesText(card, isFull: detail.isFull).lines(colour)
    for euicc in card.euiccs { lines += EUICCText(euicc, report.carriers).lines(colour) }
    lines += WarningsText.lines(of: card, colour: colour)
    if detail.isFull { lines += FilesText(card.files).lines(colour) }
    return lines
  }

  /// Whose the network is, unless that is whose the line is.
  private var network: Words? {
    guard let network = report.homeNetwork else { return nil }
    if detail.isVerbose { return network.words }
    let carriers = report.carriers?.subscription?.carriers.map(\.id)
    guard let name = network.name else { return carriers == nil ? nil : Words("unknown") }
    return carriers == nil || carriers == network.carriers.map(\.id) ? nil : name
  }

  /// What the card calls its provider, unless that is what the carrier is called.
  private var provider: String? {
    let provider = report.card.subscriber?.spn
    let names = report.carriers?.subscription?.carriers.map(\.name) ?? []
    return !detail.isVerbose && names.contains { $0 == provider } ? nil : provider
  }

  private func facts(_ card: CardSnapshot) -> Table {
    var table = Table()
    if !card.files.isEmpty {
      table.add(.card, card.kind.words(of: card))
    }
    table.add(.iccid, card.iccid)
    table.add(.imsi, card.subscriber?.imsi)
    table.add(.network, network)
    table.add(.provider, provider)
    table.add(.pin1, card.pin?.pin1.words)
    guard detail.isVerbose else { return table }
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
