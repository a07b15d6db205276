import FoundationEssentials
import Renewal
import Words

/// Reads the amounts that people write into tables: `5.50`, `50元`, `£10`, `HK$48`, `1.234,50 EUR`.
struct CellAmounts {
  let words: TableWords
  /// Whether the table's columns have names of mainland China, which tells what `元` means.
  var isOfMainland = false

  /// An amount, and the currencies that stand beside it; none where none does.
  struct Reading {
    let amount: Decimal
    let currencies: Set<Currency>?
  }

  /// What a cell says, or why it says nothing.
  func read(_ cell: String) throws(Flaw) -> Reading {
    let text = cell.filter { !$0.isWhitespace }
    guard text.count <= 40, let first = text.firstIndex(where: \.isDigit),
      let last = text.lastIndex(where: \.isDigit)
    else { throw .noAmount }
    var before = text[..<first]
    let figures = text[first...last]
    let behind = text[text.index(after: last)...]
    var isNegative = false
    for minus in ["-", "−"] {
      if before.hasPrefix(minus) {
        before = before.dropFirst()
        isNegative = true
      } else if before.hasSuffix(minus) {
        before = before.dropLast()
        isNegative = true
      }
    }
    guard let amount = try decimal(figures) else { throw .noAmount }
    let signed = isNegative ? -amount : amount
    switch (before.isEmpty, behind.isEmpty) {
    case (true, true): return Reading(amount: signed, currencies: nil)
    case (false, false) where before != behind: throw .noAmount
    default:
      let found = words.currencies(
        String(before.isEmpty ? behind : before), ofMainland: isOfMainland)
      guard !found.isEmpty else { throw .unknownCurrency }
      return Reading(amount: signed, currencies: found)
    }
  }

  enum Flaw: Error {
    case noAmount, unknownCurrency
    /// Thousands or thousandths.
    case ambiguous
  }

  private func decimal(_ figures: Substring) throws(Flaw) -> Decimal? {
    let signs = figures.filter { !$0.isDigit }
    guard signs.allSatisfy({ ".,'’".contains($0) }) else { return nil }
    let plain = figures.filter { $0 != "'" && $0 != "’" }
    guard let mark = plain.last(where: { !$0.isDigit }) else { return Money.decimal(plain) }
    let parts = plain.split(separator: mark, omittingEmptySubsequences: false)
    let other: Character = mark == "." ? "," : "."
    if parts.count == 2 {
      guard let whole = parts.first, let part = parts.last else { return nil }
      let groups = whole.split(separator: other, omittingEmptySubsequences: false)
      // 1.234 is one and a bit in one country and a thousand in another.
      if groups.count == 1, part.count == 3, (1...3).contains(whole.count), whole != "0" {
        throw .ambiguous
      }
      guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
      return Money.decimal("\(groups.joined()).\(part)")
    }
    guard !plain.contains(other), parts.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return Money.decimal(parts.joined())
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
