public import FoundationEssentials

extension CalendarDay {
  /// The day that a moment is on, in a zone. Nil outside the years that a day can have.
  public init?(_ moment: Date, in zone: TimeZone) {
    guard let day = ClockCalendar(zone: zone).day(of: moment) else { return nil }
    self = day
  }

  /// The first moment of the day in a zone.
  public func firstMoment(in zone: TimeZone) -> Date? { ClockCalendar(zone: zone).start(of: self) }

  /// The day that is a term of days, months or years later.
  public func adding(_ period: Period) -> CalendarDay? {
    ClockCalendar(zone: .gmt).adding(period.n, period.unit, to: self)
  }
}
