import ArgumentParser
import Carriers
import FoundationEssentials
import Renewal
import Words

/// An amount as a person types it: `12.50 GBP`, `£12.50`, `50元`, `50 RMB`, `$10`. What a sign such as
/// `$` or `¥` means, only the line says.
struct WrittenMoney {
  private let amount: Decimal
  private let sign: String

  /// Reads an amount and its currency, in one or apart.
  static func argument(_ text: String) throws -> WrittenMoney { try WrittenMoney(text) }

  /// Reads an amount and its currency, which stand in one argument or in two.
  init?(_ amount: String?, _ currency: String?) throws {
    guard let amount else { return nil }
    try self.init([amount, currency].compactMap { $0 }.joined(separator: " "))
  }

  init(_ text: String) throws {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    guard let first = text.firstIndex(where: isDigit), let last = text.lastIndex(where: isDigit)
    else {
      throw ValidationError(
        Words("'\(text)' is not an amount; write digits with a point, such as 12.50"))
    }
    var before = text[..<first].filter { $0 != " " }
    let isNegative = before.last == "-" || before.first == "-"
    before.removeAll { $0 == "-" }
    let after = text[text.index(after: last)...].filter { $0 != " " }
    guard let amount = Money.decimal(text[first...last]), before.isEmpty || after.isEmpty else {
      throw ValidationError(
        Words("'\(text)' is not an amount; write digits with a point, such as 12.50"))
    }
    self.amount = isNegative ? -amount : amount
    sign = before + after
    guard !sign.isEmpty else {
      throw ValidationError(Words("an amount needs its currency, such as: 12.50 GBP"))
    }
    guard Currency(rawValue: sign.uppercased()) != nil || !candidates.isEmpty else {
      throw ValidationError(Words("'\(sign)' is not a currency code such as GBP"))
    }
  }

  /// Whether it is more than nothing.
  var isPositive: Bool { amount > 0 }

  /// The currencies that the sign can mean.
  private var candidates: [Currency] { MoneySigns.currencies(of: sign) }

  /// The amount, of a line that is paid for in a currency.
  func money(in currency: Currency?) throws -> Money {
    let candidates = candidates
    if let only = candidates.first, candidates.count == 1 { return Money(amount, only) }
    if candidates.isEmpty, let code = Currency(rawValue: sign.uppercased()) {
      return Money(amount, code)
    }
    if let currency, candidates.contains(currency) { return Money(amount, currency) }
    let codes = candidates.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      Words("'\(sign)' can be \(codes), and the line does not say which; write the code"))
  }
}

extension Money {
  /// Reads an amount and its currency, which stand in one argument or in two, of a line that is paid
  /// for in a currency.
  static func arguments(
    _ amount: String?, _ currency: String?, in own: Currency? = nil
  ) throws -> Money? {
    try WrittenMoney(amount, currency)?.money(in: own)
  }

  /// Reads an amount and its currency in one, such as `12.50 GBP` or `£12.50`.
  static func argument(_ text: String) throws -> Money { try WrittenMoney(text).money(in: nil) }
}

extension Line {
  /// What the line is paid for in, as far as its rule, its carrier, its settings or what happened to
  /// it tell.
  func currency(_ events: [Event] = []) -> Currency? {
    if let rule, let money = CarrierFiles.rules[rule]?.clocks.lazy.compactMap(\.money).first {
      return money.currency
    }
    if let own = [subscription?.fee, dayRate, lowBalance].lazy.compactMap({ $0 }).first {
      return own.currency
    }
    let book = CarrierFiles.known.book
    let carriers = [carrier.flatMap { book[$0] }] + (rule.map(book.carriers(withRule:)) ?? [])
    let billed = Set(carriers.compactMap { $0?.currency })
    if billed.count == 1 { return billed.first }
    return events.last { $0.amount != nil }?.amount?.currency
  }
}

extension Clock {
  /// An amount that the clock speaks of.
  fileprivate var money: Money? {
    if case .debit(let amount, _) = auto { return amount }
    return tiers.first?.from ?? qualifying.lazy.compactMap { $0.atLeast ?? $0.moreThan }.first
  }
}
