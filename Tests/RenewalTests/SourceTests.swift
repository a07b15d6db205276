import Renewal
import Testing

struct SourceTests {
  @Test(arguments: [
    ("2025-11-23", "2026-11-23", false), ("2025-11-23", "2026-11-24", true),
    ("2025-11-23", "2025-11-23", false), ("2027-01-01", "2026-11-23", false),
    ("2024-02-29", "2025-02-28", false), ("2024-02-29", "2025-03-01", false),
    ("2024-02-29", "2025-03-02", true), ("9999-12-31", "9999-12-31", false),
  ])
  func whatIsOlderThanAYearIsStale(date: String, today: String, isStale: Bool) throws {
    let source = Source(
      title: "x", date: try day(date), quality: .secondary, layer: .shipped)
    #expect(source.isStale(on: try day(today)) == isStale)
  }

  @Test func nobodyCanTellOfASourceWithoutADate() throws {
    let source = Source(title: "x", date: nil, quality: .userReport, layer: .person)
    #expect(!source.isStale(on: try day("2026-11-23")))
  }
}
