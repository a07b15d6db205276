public import FoundationEssentials

/// The arithmetic of one clock: days of the Gregorian calendar in the clock's own zone.
///
/// Days are counted from noon to noon, which every day has, whatever summer time does at midnight.
struct ClockCalendar {
  private let calendar: Calendar
  private let zone: TimeZone

  init(zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
    self.zone = zone
  }

  /// The day that a moment is on.
  func day(of moment: Date) -> CalendarDay? {
    let local = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
    return Int(exactly: (local / Self.dayLength).rounded(.down))
      .flatMap { CalendarDay(number: $0 + CalendarDay.unixEpoch) }
  }

  /// The first moment of a day.
  func start(of day: CalendarDay) -> Date? {
    let midnight = Date(
      timeIntervalSince1970: Double(day.number - CalendarDay.unixEpoch) * Self.dayLength)
    let offset = zone.secondsFromGMT(for: midnight)
    // Where the zone has one offset from a day before to a day after, the day begins at midnight.
    if zone.secondsFromGMT(for: midnight - Self.dayLength) == offset,
      zone.secondsFromGMT(for: midnight + Self.dayLength) == offset
    {
      return midnight - Double(offset)
    }
    return noon(of: day).map(calendar.startOfDay(for:))
  }

  /// The first moment after a day.
  func end(of day: CalendarDay) -> Date? {
    adding(1, .day, to: day).flatMap(start(of:))
  }

  /// A day so many units later, or earlier.
  func adding(_ n: Int, _ unit: Period.Unit, to day: CalendarDay) -> CalendarDay? {
    if unit == .hour {
      return noon(of: day).flatMap { adding(n, unit, to: $0) }.flatMap { self.day(of: $0) }
    }
    // A zone that changed sides of the date line left out a day.
    return day.adding(n, unit).flatMap(noon(of:)).flatMap { self.day(of: $0) }
  }

  /// A moment so many units later, or earlier: the same time of day, except for hours.
  func adding(_ n: Int, _ unit: Period.Unit, to moment: Date) -> Date? {
    let component: Calendar.Component =
      switch unit {
      case .hour: .hour
      case .day: .day
      case .month: .month
      case .year: .year
      }
    return calendar.date(byAdding: component, value: n, to: moment)
  }

  /// The point in time that something happened at; where only the day is known, when it began.
  func point(_ occurrence: Occurrence) -> StartingPoint? {
    switch occurrence {
    case .moment(let moment):
      day(of: moment).map { StartingPoint(moment: moment, day: $0, isDayOnly: false) }
    case .day(let day):
      point(of: day)
    }
  }

  /// The beginning of a day.
  func point(of day: CalendarDay) -> StartingPoint? {
    start(of: day).map { StartingPoint(moment: $0, day: day, isDayOnly: true) }
  }

  private static let dayLength = 86_400.0

  private func noon(of day: CalendarDay) -> Date? {
    calendar.date(
      from: DateComponents(year: day.year, month: day.month, day: day.day, hour: 12))
  }
}

/// What a term counts from: a moment, and the day it is on in the clock's zone.
struct StartingPoint: Equatable {
  var moment: Date
  var day: CalendarDay
  /// Whether only the day is known; the moment is then its beginning.
  var isDayOnly: Bool
}

extension CalendarDay {
  /// The day that a moment is on, in a zone. Nil outside the years that a day can have.
  public init?(_ moment: Date, in zone: TimeZone) {
    guard let day = ClockCalendar(zone: zone).day(of: moment) else { return nil }
    self = day
  }

  /// The first moment of the day in a zone.
  public func firstMoment(in zone: TimeZone) -> Date? { ClockCalendar(zone: zone).start(of: self) }
}
