/// In which order a text writes the numbers of a date. Nobody can tell 03/04/2026 without it.
public enum DateOrder: String, Vocabulary {
  /// 31/12/2026, as in Europe.
  case dayMonthYear
  /// 12/31/2026, as in the United States.
  case monthDayYear
  /// 26/12/31, as in China and Japan. Years of four digits in front need no order.
  case yearMonthDay
}

extension DateOrder {
  /// The orders that a text's dates can have: as the person says, as the market writes them, or as
  /// another date of the text proves.
  static func orders(given: DateOrder?, market: String?, in text: FoldedText) -> [DateOrder] {
    if let given { return [given] }
    switch market {
    case "US": return [.monthDayYear]
    case "CN", "TW", "JP", "KR", "ZA", "HU", "LT", "SE", "MN":
      return [.yearMonthDay, .dayMonthYear]
    case "CA", "PH", nil: return proven(by: text).map { [$0] } ?? [.dayMonthYear, .monthDayYear]
    default: return [.dayMonthYear]
    }
  }

  // 25/12/2026 in the same text can only be a day in front.
  private static func proven(by text: FoldedText) -> DateOrder? {
    var proven: Set<DateOrder> = []
    let runs = text.scalars.split { !$0.isDigit && $0 != "/" && $0 != "." && $0 != "-" }
    for run in runs {
      let parts = run.split { !$0.isDigit }.map { Int(String(String.UnicodeScalarView($0))) }
      guard parts.count == 3, let first = parts.first ?? nil,
        let second = parts.dropFirst().first ?? nil, run.prefix(4).contains(where: { !$0.isDigit })
      else { continue }
      if (13...31).contains(first), (1...12).contains(second) { proven.insert(.dayMonthYear) }
      if (1...12).contains(first), (13...31).contains(second) { proven.insert(.monthDayYear) }
    }
    return proven.count == 1 ? proven.first : nil
  }
}
