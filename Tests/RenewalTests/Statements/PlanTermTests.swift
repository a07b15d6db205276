import Carriers
import Renewal
import Testing

/// The term that the name of a plan gives.
struct PlanTermTests {
  private func term(_ name: String) throws -> Period? {
    let day = try #require(CalendarDay("2026-11-26"))
    return try StatementReader.shipped().term(ofPlan: name, on: day)
  }

  @Test(arguments: [
    ("Test 5 GB 30 days", 30), ("Europe 10GB/30Days", 30), ("EU 15 days 3GB", 15),
    ("Asia-7 Day", 7), ("USA 30D 5GB", 30), ("日本 10GB 30天", 30), ("Italia 20 GB 30 giorni", 30),
    ("Deutschland 5 GB 28 Tage", 28), ("España 15 días", 15),
  ]) func isRead(name: String, days: Int) throws {
    #expect(try term(name) == Period(days, .day))
  }

  @Test func aWeekIsSevenDays() throws {
    #expect(try term("1 week 2 GB") == Period(7, .day))
    #expect(try term("1 month") == Period(1, .month))
    #expect(try term("365 days") == Period(365, .day))
  }

  // What is not said is not made up.
  @Test(arguments: [
    "Discover Global", "hi!Card", "3 Prepaid", "Orange Holiday", "Data plan 7", "5G Max",
    "4G LTE 20",
    "10 GB", "", "Global 100+ countries", "30 days or 15 days", "Number 90 days, data 30 days",
    "9999 days",
  ]) func isNotMadeUp(name: String) throws {
    #expect(try term(name) == nil)
  }
}
