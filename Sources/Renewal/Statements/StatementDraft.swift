/// A statement while the words around it are still looked at.
struct StatementDraft: Equatable {
  var about: Statement.About
  var kind: Kind
  var amount: AmountReading?
  var day: DayReading?
  var term: Period?
  var data: DataVolume?
  var range: Range<Int>

  enum Kind: Hashable {
    case paid, renewed, declined, pending, expires, balance, dataLeft, suspended, reactivated
    case cancelled, refunded, charged, barredForDebt
  }

  init(_ about: Statement.About, _ kind: Kind, _ range: Range<Int>) {
    self.about = about
    self.kind = kind
    self.range = range
  }

  /// Whether another one says the same and no less.
  func isContained(in other: StatementDraft) -> Bool {
    guard about == other.about, kind == other.kind, data == nil || data == other.data else {
      return false
    }
    return (amount == nil || amount == other.amount) && (day == nil || day == other.day)
      && (term == nil || term == other.term || other.day != nil)
  }

  func statement(in text: FoldedText) -> Statement? {
    let deed = Statement.Deed(amount: amount, day: day)
    let says: Statement.Says
    switch kind {
    case .paid: says = .paid(deed)
    case .renewed: says = .renewed(deed)
    case .declined: says = .declined(deed)
    case .pending: says = .pending(deed)
    case .refunded: says = .refunded(deed)
    case .charged: says = .charged(deed)
    case .suspended: says = .suspended(day)
    case .barredForDebt: says = .barredForDebt(day)
    case .reactivated: says = .reactivated(day)
    case .cancelled: says = .cancelled(day)
    case .expires:
      says = .expires(day.map(Statement.Ending.day) ?? term.map(Statement.Ending.term) ?? .unsaid)
    case .balance:
      guard let amount else { return nil }
      says = .balance(amount, on: day)
    case .dataLeft:
      guard let data else { return nil }
      says = .dataLeft(data)
    }
    return Statement(about, says, words: text.words(range))
  }
}
