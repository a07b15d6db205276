import CardState

/// Cards for people: who each is and what is on it.
struct CardText: DocumentText {
  /// Columns of the longest label.
  static let labelWidth = 9

  private let cards: [CardSnapshot]
  private let isFull: Bool
  private let verdicts: [[VerdictText?]]

  /// - Parameters:
  ///   - isFull: Whether every file is listed too.
  ///   - verdicts: For each card those on its lines.
  init(_ document: CardStateDocument, isFull: Bool, verdicts: [[VerdictText?]] = []) {
    cards = document.cards
    self.isFull = isFull
    self.verdicts = verdicts
  }

  init(_ document: CardStateDocument) { self.init(document, isFull: false) }

  func lines(colour: Bool) -> [String] {
    let texts = cards.enumerated().map { index, card in
      lines(card, verdicts.dropFirst(index).first ?? [], colour)
    }
    return Array(texts.joined(separator: [""]))
  }

  private func lines(
    _ card: CardSnapshot, _ verdicts: [VerdictText?], _ colour: Bool
  ) -> [String] {
    var lines = [Style.heading.apply(Terminal.clean(card.reader.name), colour)]
    lines += facts(card).lines(indent: 2, firstWidth: CardText.labelWidth, colour: colour)
    if let registration = card.registration {
      lines += RegistrationText(registration).lines(colour)
    }
    lines += MessagesText(card).lines(colour)
    for euicc in card.euiccs { lines += EUICCText(euicc).lines(colour) }
    lines += CardLinesText(card, verdicts).lines(colour)
    for warning in card.warnings {
      lines.append("  " + Style.attention.apply("! ", colour) + Terminal.clean(warning.message))
      if let hint = warning.hint { lines += Terminal.wrapped(hint, indent: 4) }
    }
    if isFull { lines += FilesText(card.files).lines(colour) }
    return lines
  }

  private func facts(_ card: CardSnapshot) -> Table {
    var table = Table()
    if !card.files.isEmpty {
      table.add("card", card.kind.words(hasEUICC: !card.euiccs.isEmpty))
    }
    table.add("ICCID", card.iccid)
    table.add("IMSI", card.subscriber?.imsi)
    if let subscriber = card.subscriber, let mcc = subscriber.mcc, let mnc = subscriber.mnc {
      table.add("network", "\(mcc) \(mnc)")
    }
    table.add("provider", card.subscriber?.spn)
    table.add("number", card.subscriber?.msisdns?.joined(separator: ", "))
    table.add("PIN1", card.pin?.pin1.words)
    table.add(
      "read",
      "\(card.cost.apdus) exchanges, \(Int(card.cost.milliseconds.rounded())) ms, "
        + card.protocol, .label)
    return table
  }
}

extension CardSnapshot.Kind {
  fileprivate func words(hasEUICC: Bool) -> String? {
    switch self {
    case .usim: hasEUICC ? "USIM on an eUICC" : "USIM"
    case .sim: hasEUICC ? "2G SIM on an eUICC" : "2G SIM: it ends with the 2G networks"
    case .euicc: "eUICC without an enabled profile"
    case .uicc: "UICC without a USIM"
    case .unknown: hasEUICC ? "eUICC" : "no SIM or eUICC that answers"
    default: rawValue
    }
  }
}

extension PINState {
  fileprivate var words: String? {
    let state = enabled.map { $0 ? "on" : "off" }
    let tries = triesLeft.map { $0 == 0 ? "blocked" : "\($0) tries left" }
    let words = [state, tries].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
