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
    if let occurrence = Occurrence(text) { return occurrence }
    if let moment = local(text) { return .moment(moment) }
    throw ValidationError(
      Words("'\(text)' is neither a day nor a moment; write 2026-11-23 or 2026-11-23T18:05"))
  }

  /// A moment on the person's own clock.
  private static func local(_ text: String) -> Date? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let day = CalendarDay(String(first)),
      let time = parts.last?.split(separator: ":", omittingEmptySubsequences: false),
      (2...3).contains(time.count), time.allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = time.compactMap { Int($0) }
    guard numbers.count == time.count,
      zip(numbers, [23, 59, 59]).allSatisfy({ (0...$1).contains($0) })
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    return calendar.date(
      from: DateComponents(
        year: day.year, month: day.month, day: day.day, hour: numbers.first,
        minute: numbers.dropFirst().first, second: numbers.dropFirst(2).first))
  }
}

extension Period {
  private static let units: [Character: Unit] = ["h": .hour, "d": .day, "m": .month, "y": .year]

  /// The term as ``argument(_:)`` reads it.
  var argument: String { "\(n)\(Self.units.first { $0.value == unit }?.key ?? "d")" }

  /// Reads `30d`, `24h`, `6m` or `1y`.
  static func argument(_ text: String) throws -> Period {
    guard let last = text.last, let unit = units[last], let n = Int(text.dropLast()),
      lengths.contains(n)
    else {
      throw ValidationError(
        Words("'\(text)' is not a term; write 30d, 24h, 6m or 1y"))
    }
    return Period(n, unit)
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

/// The order of a date's numbers.
enum WrittenOrder: String, CaseIterable, ExpressibleByArgument {
  case dmy, mdy, ymd

  var order: DateOrder {
    switch self {
    case .dmy: .dayMonthYear
    case .mdy: .monthDayYear
    case .ymd: .yearMonthDay
    }
  }
}
