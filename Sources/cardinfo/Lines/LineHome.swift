import CardState
import Carriers
import FoundationEssentials
import Renewal

/// Where a line is at home, as far as it takes to read what its carrier writes. It comes from what is
/// known of the line, and not from what one read of a card happens to hold.
struct LineHome {
  let line: Line
  /// The country, ISO 3166-1.
  let market: String?
  /// What a sign such as `$` means.
  let currency: Currency?
  /// In which order its carrier writes the numbers of a date.
  let dateOrder: DateOrder?

  /// - Parameters:
  ///   - line: the line.
  ///   - card: a read of its card, if there is one.
  ///   - events: what happened to it, for the currency of its money.
  init(_ line: Line, on card: CardSnapshot?, events: [Event] = []) {
    self.line = line
    let book = CarrierFiles.known.book
    let market = Self.market(of: line, on: card)
    let hints = book.hints(for: line, on: card)
    self.market = market
    dateOrder = hints.dateOrder
    let own = [line.subscription?.fee, line.dayRate, line.lowBalance].compactMap { $0?.currency }
    let spent = events.reversed().lazy.compactMap { $0.amount?.currency }.first
    let usual = Set((market.map(book.carriers(ofCountry:)) ?? []).compactMap(\.currency))
    let ofCountry = market != nil && usual.count == 1 ? usual.first : nil
    currency = (own + [spent, hints.currency, ofCountry].compactMap { $0 }).first
  }

  /// The country alone.
  static func market(of line: Line, on card: CardSnapshot?) -> String? {
    let rule = line.rule.flatMap { CarrierFiles.rules[$0] }
    return CarrierFiles.known.book.country(of: line, on: card, market: rule?.provenance.market)
  }

  /// Reads a text of its carrier.
  func read(
    _ text: String, receivedOn day: CalendarDay, dateOrder: DateOrder? = nil,
    currency: Currency? = nil
  ) -> StatementReading {
    let setting = StatementReader.Setting(
      receivedOn: day, market: market, currency: currency ?? self.currency,
      dateOrder: dateOrder ?? self.dateOrder, numbers: line.numbers)
    return Self.reader.read(text, setting)
  }

  /// Reads what carriers write, in all languages.
  // A test reads all of them; without their files nothing is understood, and said to be so.
  static let reader =
    (try? StatementReader.shipped()) ?? StatementReader(patterns: [])
}
