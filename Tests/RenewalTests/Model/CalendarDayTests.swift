import Foundation
import Testing

@testable import Renewal

/// Days are counted as Foundation's calendar counts them, without asking it.
struct CalendarDayTests {
  private static let zones = [
    "UTC", "Europe/London", "America/Sao_Paulo", "America/Havana", "Africa/Cairo", "Asia/Beirut",
    "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati",
    "Africa/Casablanca",
  ]

  private func calendar(_ zone: TimeZone) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }

  private func parts(_ day: CalendarDay) -> DateComponents {
    DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
  }

  private func day(_ date: Date, _ calendar: Calendar) -> CalendarDay? {
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }

  @Test func everyDayHasItsNumber() throws {
    var day = try #require(CalendarDay(year: 1583, month: 1, day: 1))
    var count = 0
    while let next = CalendarDay(number: day.number + 1) {
      count += 1
      if next <= day || day.days(to: next) != 1 { Issue.record("\(day), then \(next)") }
      day = next
    }
    #expect(day.description == "9999-12-31")
    // From 1583 to 9999 there are 8,417 years, of which 2,041 are leap years.
    #expect(count == 8_417 * 365 + 2_041 - 1)
    let epoch = CalendarDay(number: CalendarDay.unixEpoch)
    #expect(epoch?.description == "1970-01-01")
    #expect(CalendarDay(number: -1) == nil && CalendarDay(number: .max) == nil)
  }

  @Test(arguments: [
    (Period.Unit.day, Calendar.Component.day), (.month, .month), (.year, .year), (.hour, .hour),
  ])
  func laterDaysAreThoseOfTheCalendar(unit: Period.Unit, component: Calendar.Component) throws {
    let calendar = calendar(.gmt)
    let counts = [0, 1, -1, 2, 11, 12, -13, 28, 29, 30, 31, 59, -60, 365, 366, -365, 1_461, -400]
    for start in ["2024-02-29", "2026-01-31", "2026-12-31", "2027-03-01", "2000-02-29"] {
      let start = try #require(CalendarDay(start))
      for offset in 0..<60 {
        let first = try #require(CalendarDay(number: start.number + 7 * offset))
        let noon = try #require(calendar.date(from: parts(first)))
        for count in counts {
          let later = try #require(calendar.date(byAdding: component, value: count, to: noon))
          let expected = day(later, calendar)
          if first.adding(count, unit) != expected {
            Issue.record("\(first) and \(count) \(unit): \(String(describing: expected))")
          }
        }
      }
    }
    #expect(CalendarDay("9999-12-31")?.adding(1, .day) == nil)
    #expect(CalendarDay("1583-01-01")?.adding(-1, .day) == nil)
    #expect(CalendarDay("2026-01-01")?.adding(.max, unit) == nil)
    #expect(CalendarDay("2026-01-01")?.adding(.min, unit) == nil)
  }

  @Test(arguments: zones) func daysBeginAsInTheCalendar(zone: String) throws {
    let zone = try #require(Zone(zone)?.timeZone)
    let calendar = calendar(zone)
    let ours = ClockCalendar(zone: zone)
    for year in [2011, 2018, 2024, 2026] {
      let first = try #require(CalendarDay(year: year, month: 1, day: 1))
      for offset in 0..<366 {
        let here = try #require(CalendarDay(number: first.number + offset))
        let noon = try #require(calendar.date(from: parts(here)))
        let start = calendar.startOfDay(for: noon)
        if ours.start(of: here) != start { Issue.record("\(here) begins at \(start)") }
        for moment in [start, start - 0.001, start + 1, noon]
        where ours.day(of: moment) != day(moment, calendar) {
          Issue.record("\(moment) is on \(String(describing: day(moment, calendar)))")
        }
        // Where a day was left out, Foundation counts days that passed, and not those of the calendar.
        for count in [1, -1, 30, 180] where year > 2011 {
          let later = calendar.date(byAdding: .day, value: count, to: noon)
          let expected = later.flatMap { day($0, calendar) }
          if ours.adding(count, .day, to: here) != expected {
            Issue.record("\(here) and \(count) days: \(String(describing: expected))")
          }
        }
      }
    }
  }
}
