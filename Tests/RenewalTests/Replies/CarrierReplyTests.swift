import FoundationEssentials
import Renewal
import Testing

/// Dates and amounts in the texts of carriers. The texts are made up after their usual forms.
struct CarrierReplyTests {
  @Test(
    arguments: [
      ("Your credit expires on 1 December 2026.", "2026-12-01"),
      ("Valid until 1st Dec 2026", "2026-12-01"), ("Expiry: 01-Dec-2026", "2026-12-01"),
      ("expires Dec 1, 2026", "2026-12-01"), ("EXPIRY DATE 2026-12-01 23:59", "2026-12-01"),
      ("Expires 01-Dec-26.", "2026-12-01"), ("valid till 2026/12/1", "2026-12-01"),
      ("Expiring on September 30th, 2026", "2026-09-30"), ("ends 30 Sept 2026", "2026-09-30"),
      ("您的号码有效期至2026年12月01日。", "2026-12-01"), ("有效期:2026-12-01", "2026-12-01"),
      ("有效期至20261201,请及时充值", "2026-12-01"), ("您的套餐将于2026年12月1日到期", "2026-12-01"),
      ("储值额有效期至 2026年12月1日", "2026-12-01"), ("儲值額於2026年12月1日失效", "2026-12-01"),
      ("2026年12月1日前有效", "2026-12-01"), ("有效期至2026年12月1日", "2026-12-01"),
      ("截至2026年11月20日,您的余额为12.30元,有效期至2026年12月01日", "2026-12-01"),
      ("Valid from 1 Nov 2026 to 1 Dec 2026", "2026-12-01"),
      ("有效期2026年11月1日至2026年12月1日", "2026-12-01"), ("Expires 31/12/2026", "2026-12-31"),
      ("Expires 12/31/2026", "2026-12-31"), ("Expires 05/05/2026", "2026-05-05"),
      ("gültig, valid until 31.12.2026", "2026-12-31"),
    ] as [(String, String)])
  func validUntil(text: String, day: String) {
    #expect(CarrierReply(text).validUntil?.description == day)
  }

  @Test(arguments: [
    "Expires 03/04/2026", "Expires 12.11.2026", "Expires 01/02/03", "有效期至12月1日",
    "Expires 1 December", "expires 2026-02-30", "You called on 1 December 2026",
    "截至2026年11月20日,您的余额为12.30元", "Expires 1 Nov 2026. Expires 1 Dec 2026.", "expires soon", "",
    "有效期至2026年13月01日",
  ])
  func nothingIsGuessed(text: String) {
    #expect(CarrierReply(text).validUntil == nil)
  }

  @Test func bothReadingsAreGiven() throws {
    let date = try #require(CarrierReply("Expires 03/04/2026").dates.first)
    #expect(date.days.map(\.description) == ["2026-03-04", "2026-04-03"])
    #expect(date.role == .validUntil)
    #expect(date.text == "03/04/2026")
    #expect(CarrierReply("Expires 01/02/03").dates.first?.days.count == 3)
    #expect(CarrierReply("有效期至12月1日").dates.first?.days == [])
  }

  @Test(
    arguments: [
      ("Expires 03/04/2026", .dayMonthYear, "2026-04-03"),
      ("Expires 03/04/2026", .monthDayYear, "2026-03-04"),
      ("Expires 01/02/03", .yearMonthDay, "2001-02-03"),
      ("Expires 03/04/26", .dayMonthYear, "2026-04-03"),
      ("Expires 2026-04-03", .monthDayYear, "2026-04-03"),
      // The given order makes no day of it: then it is none.
      ("Expires 31/12/2026", .monthDayYear, nil),
    ] as [(String, DateOrder, String?)])
  func theOrderOfADateIsGiven(text: String, order: DateOrder, day: String?) {
    #expect(CarrierReply(text, dateOrder: order).validUntil?.description == day)
  }

  @Test(
    arguments: [
      ("Your balance is £12.34.", "12.34 GBP"), ("Balance: HK$50", "50 HKD"),
      ("Credit: US$1,234.50", "1234.5 USD"), ("balance EUR 15,00", "15 EUR"),
      ("Guthaben balance 1.234,56 €", "1234.56 EUR"), ("balance Rs. 20.50", "20.5 INR"),
      ("balance ₹20", "20 INR"), ("You have £5 credit", "5 GBP"), ("£3.20 left", "3.2 GBP"),
      ("您的话费余额为人民币12.30", "12.3 CNY"), ("帳戶結餘:HK$88.8", "88.8 HKD"),
      ("余额¥-3.20", nil), ("balance -£3.20", "-3.2 GBP"), ("余额:12港元", "12 HKD"),
      ("You topped up £10. Your balance is £15.", "15 GBP"),
      ("本次充值50港元,余额62港元", "62 HKD"), ("余额变动充值50港元", nil), ("Balance: $5", nil), ("余额12元", nil),
      ("balance 12", nil), ("Balance £1. Balance £2.", nil), ("balance 1.234 GBP", nil),
      ("balance 1,234 GBP", "1234 GBP"),
    ] as [(String, String?)])
  func balance(text: String, amount: String?) {
    #expect(CarrierReply(text).balance == amount.map(money))
  }

  @Test(
    arguments: [
      ("Balance: $5", "USD", "5 USD"), ("Balance: $5", "NZD", "5 NZD"),
      ("您的余额为12.30元", "CNY", "12.3 CNY"), ("您的余额为12.30元", "HKD", "12.3 HKD"),
      ("余额¥-3.20", "CNY", "-3.2 CNY"), ("余额¥30", "JPY", "30 JPY"), ("Balance: $5", "GBP", nil),
    ] as [(String, String, String?)])
  func theCurrencyOfASignIsGiven(text: String, code: String, amount: String?) throws {
    let currency = try #require(Currency(rawValue: code))
    #expect(CarrierReply(text, currency: currency).balance == amount.map(money))
  }

  @Test func aWholeReplyIsRead() throws {
    let currency = try #require(Currency(rawValue: "CNY"))
    let reply = CarrierReply(
      """
      【中国移动】尊敬的客户,您好!截至2026年11月20日10时,您的账户余额为56.78元,本月已用流量1.5GB,
      套餐月费8.00元。号码有效期至2027年02月28日。详询10086。http://example.org/a?b=1/2/2026
      """, currency: currency)
    #expect(reply.balance == money("56.78 CNY"))
    #expect(reply.validUntil?.description == "2027-02-28")
    #expect(reply.amounts.map(\.role) == [.balance, .other])
    #expect(reply.dates.first?.role == .other)
  }

  @Test func longAndOddTextsEnd() {
    let odd = [
      String(repeating: "1/", count: 50_000), String(repeating: "£", count: 50_000),
      String(repeating: "9", count: 50_000), String(repeating: "有效期至", count: 20_000),
      "\u{0}\u{FEFF}👨‍👩‍👧 £99999999999999999999999999999999", "2026年", "年月日", "1月", "£", "-", "-£",
      "1st",
      "12.", "1,", ".5", "元", "\r\n",
    ]
    for text in odd {
      let reply = CarrierReply(text)
      #expect(reply.validUntil == nil)
      #expect(reply.balance == nil)
    }
  }
}
