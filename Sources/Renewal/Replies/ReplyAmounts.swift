import FoundationEssentials

extension ReplyReader {
  /// What an amount at a place can mean, and how far it goes.
  func amount(at index: Int) -> (readings: [Money], range: Range<Int>)? {
    var place = index
    var isNegative = false
    if token(place)?.text == "-" {
      isNegative = true
      place += 1
    }
    var codes: [String]?
    if let (found, next) = mark(place) {
      codes = found
      place = next
      if token(place)?.text == "-" {
        isNegative = true
        place += 1
      }
    }
    guard let number = token(place), number.kind == .number else { return nil }
    place += 1
    if codes == nil, let (found, next) = unit(place) {
      codes = found
      place = next
    }
    guard let codes else { return nil }
    let values = Self.values(of: number.text).map { isNegative ? -$0 : $0 }
    let currencies = meant(codes)
    let readings = currencies.flatMap { currency in values.map { Money($0, currency) } }
    return (readings, index..<place)
  }

  // What stands before a number: £, HK$, USD, 人民币.
  private func mark(_ index: Int) -> (codes: [String], next: Int)? {
    guard let token = token(index) else { return nil }
    if let codes = Self.signs[token.text] { return (codes, index + 1) }
    if token.kind == .word {
      if self.token(index + 1)?.text == "$", let code = Self.dollars[token.text.uppercased()] {
        return ([code], index + 2)
      }
      guard let code = Self.code(token.text) else { return nil }
      let isDotted = self.token(index + 1)?.text == "."
      return ([code], index + (isDotted ? 2 : 1))
    }
    if token.kind == .han, let code = Self.before.first(where: { token.text.hasSuffix($0.0) }) {
      return ([code.1], index + 1)
    }
    return nil
  }

  // What stands after a number: 元, EUR, euros.
  private func unit(_ index: Int) -> (codes: [String], next: Int)? {
    guard let token = token(index) else { return nil }
    if let codes = Self.signs[token.text] { return (codes, index + 1) }
    if token.kind == .word, let code = Self.code(token.text) { return ([code], index + 1) }
    guard token.kind == .han, let unit = Self.after.first(where: { token.text.hasPrefix($0.0) })
    else { return nil }
    // The run may go on with other words: only a unit that stands alone is taken up.
    return (unit.1, token.text == unit.0 ? index + 1 : index)
  }

  // Of the currencies that a sign can mean, the one that was asked for, or all.
  private func meant(_ codes: [String]) -> [Currency] {
    let currencies = codes.compactMap(Currency.init(rawValue:))
    if let currency, currencies.contains(currency) { return [currency] }
    return currencies
  }

  /// What the digits of an amount can mean: 1.234 may be one and a bit, or a thousand and more.
  static func values(of text: String) -> [Decimal] {
    guard let last = text.last(where: { $0 == "." || $0 == "," }) else {
      return [Money.decimal(text)].compactMap { $0 }
    }
    let parts = text.split(separator: last, omittingEmptySubsequences: false).map(String.init)
    let other: Character = last == "." ? "," : "."
    let tail = parts.last ?? ""
    let plain = text.filter { $0 != "." && $0 != "," }
    let asFraction = parts.dropLast().joined().filter { $0 != other } + "." + tail
    let readings: [String]
    if parts.count > 2 {
      readings = tail.count == 3 ? [plain] : []
    } else if text.contains(other) || tail.count != 3 {
      readings = [asFraction]
    } else {
      readings = last == "," ? [plain] : [asFraction, plain]
    }
    return readings.compactMap { Money.decimal($0) }
  }

  private static func code(_ word: String) -> String? {
    if codes.contains(word) { return word }
    return words[word.lowercased()]
  }

  private static let signs: [String: [String]] = [
    "£": ["GBP"], "€": ["EUR"], "₹": ["INR"], "฿": ["THB"], "₴": ["UAH"], "¥": ["CNY", "JPY"],
    "$": ["USD", "HKD", "NZD", "AUD", "CAD", "SGD", "TWD"],
  ]
  private static let dollars = [
    "US": "USD", "HK": "HKD", "NZ": "NZD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD",
    "S": "SGD", "NT": "TWD",
  ]
  private static let codes: Set<String> = [
    "AUD", "CAD", "CHF", "CNY", "EUR", "GBP", "HKD", "INR", "JPY", "MOP", "MYR", "NZD", "SGD",
    "THB", "TWD", "UAH", "USD",
  ]
  private static let words = [
    "rmb": "CNY", "rs": "INR", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "baht": "THB", "yen": "JPY", "rupees": "INR",
  ]
  private static let before = [("人民币", "CNY"), ("人民幣", "CNY"), ("港币", "HKD"), ("港幣", "HKD")]
  private static let after: [(String, [String])] = [
    ("元", ["CNY", "HKD", "TWD"]), ("圆", ["CNY"]), ("円", ["JPY"]), ("日元", ["JPY"]),
    ("港元", ["HKD"]), ("港币", ["HKD"]), ("港幣", ["HKD"]), ("英镑", ["GBP"]), ("英鎊", ["GBP"]),
    ("美元", ["USD"]), ("欧元", ["EUR"]), ("歐元", ["EUR"]), ("泰铢", ["THB"]), ("泰銖", ["THB"]),
    ("人民币", ["CNY"]),
  ]
}
