import ArgumentParser
import FoundationEssentials
import Renewal
import Words

extension CalendarDay {
  /// Reads `2026-11-23`.
  static func argument(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else {
      throw ValidationError(Words("'\(text)' is not a day; write it as 2026-11-23"))
    }
    return day
  }
}

extension Occurrence {
  /// Reads a day, or a moment such as `2026-11-23T18:05` or `2026-11-23T18:05:00Z`.
  static func argument(_ text: String) throws -> Occurrence {
    if let day = CalendarDay(text) { return .day(day) }
    let withSeconds = text.count == 16 ? text + ":00" : text
    for candidate in [withSeconds, withSeconds + offset(of: .current)] {
      let json = Array("[\"\(candidate.filter { $0 != "\"" && $0 != "\\" })\"]".utf8)
      if let moment = try? JSONDecoder().decode([Occurrence].self, from: Data(json)).first {
        return moment
      }
    }
    throw ValidationError(
      Words("'\(text)' is neither a day nor a moment; write 2026-11-23 or 2026-11-23T18:05"))
  }

  private static func offset(of zone: TimeZone) -> String {
    let text = Date().formatted(
      Date.ISO8601FormatStyle(timeZone: zone).year().month().day().timeZone(separator: .colon))
    return text.hasSuffix("Z") ? "Z" : String(text.suffix(6))
  }
}

extension Period {
  /// Reads `30d`, `24h`, `6m` or `1y`.
  static func argument(_ text: String) throws -> Period {
    let units: [Character: Unit] = ["h": .hour, "d": .day, "m": .month, "y": .year]
    guard let last = text.last, let unit = units[last], let n = Int(text.dropLast()),
      lengths.contains(n)
    else {
      throw ValidationError(
        Words("'\(text)' is not a term; write 30d, 24h, 6m or 1y"))
    }
    return Period(n, unit)
  }
}

extension Money {
  /// Reads an amount and a currency that stand apart, such as `10` and `GBP`.
  static func arguments(_ amount: String?, _ currency: String?) throws -> Money? {
    guard let amount else { return nil }
    guard let value = decimal(amount) else {
      throw ValidationError(
        Words("'\(amount)' is not an amount; write digits with a point, such as 12.50"))
    }
    guard let currency else {
      throw ValidationError(Words("an amount needs its currency, such as: 12.50 GBP"))
    }
    guard let code = Currency(rawValue: currency.uppercased()) else {
      throw ValidationError(Words("'\(currency)' is not a currency code such as GBP"))
    }
    return Money(value, code)
  }

  /// Reads an amount and a currency in one, such as `12.50 GBP` or `12.50GBP`.
  static func argument(_ text: String) throws -> Money {
    let amount = text.prefix { !$0.isLetter && $0 != " " }
    let currency = text.dropFirst(amount.count).filter { $0 != " " }
    guard let money = try arguments(String(amount), currency.isEmpty ? nil : String(currency))
    else { throw ValidationError(Words("'\(text)' is not an amount")) }
    return money
  }
}

extension Threshold {
  /// Reads days before the end, such as `60,30,7`: the last one is critical, the others warn.
  static func argument(_ list: String) throws -> [Threshold] {
    let days = list.split(separator: ",").map { Int($0.filter { $0 != " " }) }
    let known = Set(days.compactMap { $0 }.filter { (0...3_650).contains($0) })
    guard !days.isEmpty, known.count == days.count else {
      throw ValidationError(
        Words("'\(list)' is not a list of days before the end, such as 60,30,7"))
    }
    return known.sorted(by: >).map { Threshold(days: $0, $0 == known.min() ? .critical : .warning) }
  }
}

extension Line.Plan {
  /// Reads the word for what was bought.
  static func argument(_ text: String) throws -> Line.Plan {
    guard let plan = allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() })
    else {
      let words = allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("--plan is one of: \(words)"))
    }
    return plan
  }
}
