import Carriers
import Foundation
import Renewal
import Testing

@testable import Ledger

/// The days that people write into tables.
struct CellDatesTests {
  private func read(_ cell: String, _ order: DateOrder? = nil) throws -> CellDates.Reading {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    return CellDates(words: TableWords(try Shipped.languages.get()), order: order, zone: zone)
      .read(cell)
  }

  /// All of these are 1 November 2026, and nothing else.
  @Test(arguments: [
    "2026-11-01", "2026/11/1", "2026/11/01", "2026.11.01", "2026. 11. 1.", "20261101", "01.11.2026",
    "1.11.2026", "2026年11月1日", "2026年11月01号", "2026 年 11 月 1 日", "民國115年11月1日", "115/11/01",
    "1 Nov 2026", "01-Nov-2026", "1-Nov-26", "Nov 1, 2026", "November 1st, 2026",
    "1st of November 2026",
    "Sunday, 1 November 2026", "1 NOV 2026", "2026-Nov-01", "1. November 2026", "1er novembre 2026",
    "1 de noviembre de 2026", "1º novembre 2026", "1 listopada 2026", "1 พ.ย. 2569",
    "1 พฤศจิกายน 2569",
    "1 November 2026", "1 Kasım 2026", "1 ноября 2026 г.",
    "1 листопада 2026 року", "46327", "46327.0", "46327.573", "2026-11-01 13:45",
    "2026-11-01 00:00:00",
    "2026-11-01T13:45:00", "2026/11/1 下午 3:45:00", "2026年11月1日13时45分", "1 Nov 2026 3:45 PM",
    "2026-11-01T16:30:00+08:00", "2026-10-31T16:00:00Z", "2026/11/01(日)", "1793462400",
    "1793462400000", "２０２６／１１／０１", "2026-11-1",
  ])
  func aDayThatCanBeReadInOneWay(cell: String) throws {
    #expect(try read(cell) == .day(try #require(CalendarDay("2026-11-01"))), "\(cell)")
  }

  @Test func whatIsOnlyADayInOneOrderIsThatDay() throws {
    let last = try #require(CalendarDay("2026-12-31"))
    #expect(try read("31/12/2026") == .day(last))
    #expect(try read("12/31/2026") == .day(last))
    #expect(try read("31-12-2026") == .day(last))
    #expect(try read("05/05/2026") == .day(try #require(CalendarDay("2026-05-05"))))
  }

  @Test(arguments: ["1/11/2026", "11/1/2026", "01-11-2026", "1/11/26", "01.11.26", "26/11/01"])
  func whatCanBeSeveralDaysIsNone(cell: String) throws {
    #expect(try read(cell) == .ambiguous, "\(cell)")
  }

  @Test func theOrderThatIsGivenDecides() throws {
    let first = CellDates.Reading.day(try #require(CalendarDay("2026-11-01")))
    #expect(try read("1/11/2026", .dayMonthYear) == first)
    #expect(try read("11/1/2026", .monthDayYear) == first)
    #expect(try read("01.11.26", .dayMonthYear) == first)
    #expect(try read("26/11/01", .yearMonthDay) == first)
    // The order of years in front says nothing of 1/11/2026.
    #expect(try read("1/11/2026", .yearMonthDay) == .ambiguous)
    // A cell that contradicts the order shows that it is not the file's.
    #expect(try read("12/31/2026", .dayMonthYear) == .otherOrder)
    #expect(try read("2026-11-01", .monthDayYear) == first)
  }

  @Test(arguments: [
    "", "tomorrow", "2026-02-30", "31/02/2026", "2026-13-01", "2026-11", "11/2026", "Nov 2026",
    "180天",
    "永久", "2026-11-01/02", "2026-11-01 25:00", "1 Foo 2026", "13800138000", "12345678", "99999",
    "1",
    "0", "2206-01-01", "1/11/0026", "2026-11-01 x", "-46327", "1,000", "5.50", "1 Nov Dec 2026",
    String(repeating: "1/", count: 500), "\u{0}", "2026-11-01-02", "10:30",
  ])
  func whatIsNoDayIsNone(cell: String) throws {
    #expect(try read(cell) == .noDay, "\(cell)")
  }
}

struct CellAmountsTests {
  private func read(_ cell: String, mainland: Bool = false) throws -> (Decimal, [String]?) {
    let amounts = CellAmounts(
      words: TableWords(try Shipped.languages.get()), isOfMainland: mainland)
    let reading = try amounts.read(cell)
    return (reading.amount, reading.currencies.map { $0.map(\.rawValue).sorted() })
  }

  @Test(
    arguments: [
      ("5.50", "5.5", nil), ("£10", "10", "GBP"), ("HK$48", "48", "HKD"),
      ("HK$ 48.00", "48", "HKD"),
      ("50 RMB", "50", "CNY"), ("50rmb", "50", "CNY"), ("10 gbp", "10", "GBP"),
      ("GBP10", "10", "GBP"),
      ("1,234.50", "1234.5", nil), ("1.234,50 €", "1234.5", "EUR"), ("10,00 zł", "10", "PLN"),
      ("-3.20", "-3.2", nil), ("฿100", "100", "THB"), ("100 บาท", "100", "THB"),
      ("1'000.00 CHF", "1000", "CHF"),
      ("0.500", "0.5", nil), ("1,234,567", "1234567", nil), ("100 ₽", "100", "RUB"),
      ("50人民币", "50", "CNY"),
    ] as [(String, String, String?)])
  func anAmountAndItsCurrency(cell: String, amount: String, currency: String?) throws {
    let (found, currencies) = try read(cell)
    #expect(found == Decimal(string: amount), "\(cell)")
    #expect(currencies == currency.map { [$0] }, "\(cell)")
  }

  @Test func yuanAreThoseOfTheTable() throws {
    #expect(try read("50元", mainland: true).1 == ["CNY"])
    #expect((try read("50元").1?.count ?? 0) > 1)
    #expect((try read("$50").1?.count ?? 0) > 1)
  }

  @Test(arguments: [
    "1.234", "1,234", "12,500", "x", "", "5 XX", "£", "1.2.3", "1,2,3", "5-6", "£5£6",
  ])
  func whatCanBeTwoAmountsIsNone(cell: String) throws {
    #expect(throws: CellAmounts.Flaw.self, "\(cell)") { try read(cell) }
  }
}
