import FoundationEssentials

extension ItemScanner {
  /// A sign or word of money with its amount: £5, HK$ 20.0, Rs. 55, -$3, Rp75rb.
  func markedAmount(at place: Int) -> TextItem? {
    var start = place
    var isNegative = false
    if text.scalar(start) == "-" {
      guard text.scalar(start - 1)?.isDigit != true, text.scalar(start - 1)?.isLetter != true else {
        return nil
      }
      isNegative = true
      start += 1
    }
    guard let mark = hit(at: start, where: { !$0.currencies.isEmpty }) else { return nil }
    var next = mark.range.upperBound
    if text.scalar(next) == "." { next += 1 }
    if text.scalar(next) == " " {
      // A single letter is money only where its figures follow at once: R99.
      guard mark.range.count > 1 || text.scalar(start)?.isLetter != true else { return nil }
      next += 1
    }
    if text.scalar(next) == "-" {
      isNegative = true
      next += 1
    }
    guard let number = number(at: next) else { return nil }
    let (times, end) = multiplied(number.range.upperBound)
    return amount(
      number, mark.meaning.currencies, times: times, isNegative: isNegative, place..<end)
  }

  /// What a number counts: money, data, a term.
  func quantity(_ number: WrittenNumber) -> TextItem? {
    let isNegative = isNegative(number.range.lowerBound)
    let start = number.range.lowerBound - (isNegative ? 1 : 0)
    let end = number.range.upperBound
    let near = text.scalar(end) == "-" ? end + 1 : skipSpace(end)
    if let unit = hit(at: near, where: { $0.data != nil }), let volume = unit.meaning.data {
      let mark: Unicode.Scalar = patterns.decimal == .point ? "." : ","
      let figure = number.value(dividedBy: number.groups.count == 2 ? mark : nil)
      let isThousands = mark == "," && figure.hasSuffix(".000") && volume == .megabyte
      let shown = isThousands || mark == "." && number.separators == [","] ? number.value() : figure
      return TextItem(
        range: start..<unit.range.upperBound, kind: .data(DataVolume(shown, volume)))
    }
    let (times, after) = multiplied(end)
    let place = skipSpace(after)
    if let mark = hit(at: place, where: { !$0.currencies.isEmpty }) {
      return amount(
        number, mark.meaning.currencies, times: times, isNegative: isNegative,
        start..<mark.range.upperBound)
    }
    return term(number, near)
  }

  /// Money without a sign, right behind the name of an account, with two digits of parts: what it is
  /// in is known from the line. "Balance: 12.50".
  func bareAmount(_ number: WrittenNumber) -> TextItem? {
    guard let currency, number.groups.count == 2, number.groups.last?.count == 2,
      number.separators == ["."] || number.separators == [","],
      let name = items.last(where: { !$0.concepts.subtracting(Concepts(.common)).isEmpty }),
      case .word = name.kind, name.has(.balance) || name.has(.arrears),
      number.range.lowerBound - name.range.upperBound <= 6
    else { return nil }
    let next = text.scalar(skipSpace(number.range.upperBound))
    guard next != "%", next != "/", next?.isDigit != true else { return nil }
    let isNegative = isNegative(number.range.lowerBound)
    let start = number.range.lowerBound - (isNegative ? 1 : 0)
    return amount(
      number, [currency], times: 1, isNegative: isNegative, start..<number.range.upperBound)
  }

  private func term(_ number: WrittenNumber, _ place: Int) -> TextItem? {
    guard let n = number.whole(1...4), Period.lengths.contains(n) else { return nil }
    let units: [(Concept, Period.Unit, Int)] = [
      (.hour, .hour, 1), (.day, .day, 1), (.week, .day, 7), (.month, .month, 1), (.year, .year, 1),
    ]
    for (concept, unit, factor) in units {
      guard let word = hit(at: place, where: { $0.concepts.has(concept) }) else { continue }
      return TextItem(
        range: number.range.lowerBound..<word.range.upperBound,
        kind: .term(Period(n * factor, unit)))
    }
    return nil
  }

  private func isNegative(_ place: Int) -> Bool {
    guard text.scalar(place - 1) == "-" else { return false }
    guard let before = text.scalar(place - 2) else { return true }
    return !before.isDigit && !before.isLetter || before.isUnspaced
  }

  private func multiplied(_ place: Int) -> (times: Int, end: Int) {
    let next = skipSpace(place)
    guard let word = hit(at: next, where: { $0.times != nil }), let times = word.meaning.times
    else {
      return (1, place)
    }
    return (times, word.range.upperBound)
  }

  private func amount(
    _ number: WrittenNumber, _ currencies: [Currency], times: Int, isNegative: Bool,
    _ range: Range<Int>
  ) -> TextItem? {
    guard let value = Money.decimal(number.value()) else { return nil }
    let meant = currency.flatMap { currencies.contains($0) ? [$0] : nil } ?? currencies
    let signed = (isNegative ? -1 : 1) * Decimal(times) * value
    guard let reading = AmountReading(meant.map { Money(signed, $0) }) else { return nil }
    return TextItem(range: range, kind: .amount(reading))
  }
}
