/// Goes through the pieces of a carrier's text and picks out dates and amounts.
struct ReplyReader {
  let tokens: [ReplyToken]
  let dateOrder: DateOrder?
  let currency: Currency?

  private(set) var dates: [CarrierReply.Date] = []
  private(set) var amounts: [CarrierReply.Amount] = []

  init(tokens: [ReplyToken], dateOrder: DateOrder?, currency: Currency?) {
    self.tokens = tokens
    self.dateOrder = dateOrder
    self.currency = currency
  }

  mutating func read() {
    var index = 0
    var dateBefore: Range<Int>?
    while index < tokens.count {
      if let (days, range) = date(at: index) {
        let role = roleOfDate(range, after: dateBefore)
        dates.append(CarrierReply.Date(text: text(range), days: days, role: role))
        dateBefore = range
        index = range.upperBound
      } else if let (readings, range) = amount(at: index) {
        let role = roleOfAmount(range)
        amounts.append(CarrierReply.Amount(text: text(range), readings: readings, role: role))
        index = range.upperBound
      } else {
        index += 1
      }
    }
  }

  func token(_ index: Int) -> ReplyToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  private func text(_ range: Range<Int>) -> String {
    tokens[range].enumerated().map { offset, token in
      offset > 0 && token.isSpaced ? " " + token.text : token.text
    }.joined()
  }

  /// The pieces of the clause that stand before a place, the nearest first.
  private func before(_ place: Int) -> [ReplyToken] {
    tokens.prefix(place).reversed().prefix { !$0.endsClause }
  }

  private func roleOfDate(
    _ range: Range<Int>, after other: Range<Int>?
  ) -> CarrierReply.Date.Role {
    let next = token(range.upperBound)
    // "from 1 May to 1 June": the first of a pair is where something begins.
    if let next, next.isRange, date(at: range.upperBound + 1) != nil { return .other }
    if let next, next.kind == .han, next.contains(ReplyWords.endsAfter) { return .validUntil }
    var words = before(range.lowerBound)[...]
    if let other, token(range.lowerBound - 1)?.isRange == true,
      other.upperBound == range.lowerBound - 1
    {
      words = before(other.lowerBound)[...]
      return words.contains { $0.contains(ReplyWords.valid) } ? .validUntil : .other
    }
    let nearest = words.first { $0.contains(ReplyWords.valid) || $0.contains(ReplyWords.begins) }
    return nearest?.contains(ReplyWords.valid) == true ? .validUntil : .other
  }

  private func roleOfAmount(_ range: Range<Int>) -> CarrierReply.Amount.Role {
    if let next = token(range.upperBound), next.contains(ReplyWords.balanceAfter) {
      return .balance
    }
    let nearest = before(range.lowerBound).first {
      $0.contains(ReplyWords.balance) || $0.contains(ReplyWords.payment)
    }
    return nearest?.contains(ReplyWords.balance) == true ? .balance : .other
  }
}

extension ReplyToken {
  /// Whether one of some words stands in it. In a run of Chinese characters the last one counts.
  fileprivate func contains(_ words: [String]) -> Bool {
    switch kind {
    case .han: words.contains { text.contains($0) }
    case .word: words.contains(text.lowercased())
    case .number, .sign: false
    }
  }

  fileprivate var isRange: Bool {
    ["to", "until", "till", "至", "到", "-", "~", "–", "—"].contains(text.lowercased())
  }
}
