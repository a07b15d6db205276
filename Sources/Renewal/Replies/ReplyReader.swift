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
    let isEnd = nearest?.says(ReplyWords.valid, ratherThan: ReplyWords.begins) == true
    return isEnd ? .validUntil : .other
  }

  private func roleOfAmount(_ range: Range<Int>) -> CarrierReply.Amount.Role {
    if let next = token(range.upperBound), next.contains(ReplyWords.balanceAfter) {
      return .balance
    }
    // 余额为人民币12: what tells the currency may tell the rest as well.
    let isRun = token(range.lowerBound)?.kind == .han
    let nearest = before(range.lowerBound + (isRun ? 1 : 0)).first {
      $0.contains(ReplyWords.balance) || $0.contains(ReplyWords.payment)
    }
    let isLeft = nearest?.says(ReplyWords.balance, ratherThan: ReplyWords.payment) == true
    return isLeft ? .balance : .other
  }
}

extension ReplyToken {
  /// Whether one of some words stands in it.
  fileprivate func contains(_ words: [String]) -> Bool { !places(of: words).isEmpty }

  /// Whether the last of these words in it comes after the last of those.
  fileprivate func says(_ words: [String], ratherThan others: [String]) -> Bool {
    guard let place = places(of: words).max() else { return false }
    return places(of: others).max().map { place > $0 } ?? true
  }

  // Where words end: a word is one of them or is not, a Chinese run may hold several.
  private func places(of words: [String]) -> [Int] {
    switch kind {
    case .word: words.contains(text.lowercased()) ? [text.count] : []
    case .han:
      words.flatMap { word in
        text.ranges(of: word).map { text.distance(from: text.startIndex, to: $0.upperBound) }
      }
    case .number, .sign: []
    }
  }

  fileprivate var isRange: Bool {
    ["to", "until", "till", "至", "到", "-", "~", "–", "—"].contains(text.lowercased())
  }
}
