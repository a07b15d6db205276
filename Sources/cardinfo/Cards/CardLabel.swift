import Words

/// What stands before the facts of a card. Several tables stand one below the other, and align.
enum CardLabel: CaseIterable {
  case card, iccid, imsi, network, carrier, provider, number, pin1, cost
  case contact, line, until, next, forbidden
  case eid, madeFor, smdp, smds, rules, maker
  case sgp22, firmware, platform, room, category, sas, certified, verifies, signs, uiccCan, rspCan
  case forbids, assistant, sgp32, eCall, fallback

  var words: Words {
    switch self {
    case .card: Words("card")
    case .iccid: Words(verbatim: "ICCID")
    case .imsi: Words(verbatim: "IMSI")
    case .network: Words("network")
    case .carrier: Words("carrier")
    case .provider: Words("provider", context: "as the card names it")
    case .number: Words("number")
    case .pin1: Words(verbatim: "PIN1")
    case .cost: Words("cost")
    case .contact: Words("contact")
    case .line: Words("line")
    case .until: Words("until")
    case .next: Words("next")
    case .forbidden: Words("forbidden")
    case .eid: Words(verbatim: "EID")
    case .madeFor: Words("made for")
    case .smdp: Words(verbatim: "SM-DP+")
    case .smds: Words(verbatim: "SM-DS")
    case .rules: Words("rules")
    case .maker: Words("maker")
    case .sgp22: Words(verbatim: "SGP.22")
    case .firmware: Words("firmware")
    case .platform: Words("platform")
    case .room: Words("room")
    case .category: Words("category")
    case .sas: Words(verbatim: "SAS")
    case .certified: Words("certified")
    case .verifies: Words("verifies")
    case .signs: Words("signs")
    case .uiccCan: Words("UICC can")
    case .rspCan: Words("RSP can")
    case .forbids: Words("forbids")
    case .assistant: Words("assistant")
    case .sgp32: Words(verbatim: "SGP.32")
    case .eCall: Words("e-call")
    case .fallback: Words("fallback")
    }
  }

  /// Columns of the longest one, in the language of this run.
  static let width = allCases.map { Terminal.width($0.words.text) }.max() ?? 0
}

extension Table {
  /// Adds a fact of a card; nothing when it is not known.
  mutating func add(_ label: CardLabel, _ value: String?, _ style: Style = .plain) {
    add(label.words, value, style)
  }

  /// Adds a fact of a card in words; nothing when it is not known.
  mutating func add(_ label: CardLabel, _ value: Words?, _ style: Style = .plain) {
    add(label.words, value, style)
  }

  /// The rows as lines that align with the other tables of a card.
  func cardLines(colour: Bool) -> [String] {
    lines(indent: 2, firstWidth: CardLabel.width, wraps: true, colour: colour)
  }
}
