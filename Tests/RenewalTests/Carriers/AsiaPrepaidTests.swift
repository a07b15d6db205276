import Renewal
import Testing

/// The rules of prepaid lines in Asia and Oceania, with dates that were worked out by hand.
struct AsiaPrepaidTests {
  /// Macau, Hong Kong, Taiwan, Korea, Japan.
  @Test(arguments: [
    Border(
      rule: "ctm-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "50 MOP")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "3-macau-sosim", clock: "card", events: [on("2026-01-01", .topUp, "50 MOP")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "csl-pccw-hkt", clock: "number", events: [on("2026-01-01", .topUp, "50 HKD")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "chunghwa-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "300 TWD")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "far-eastone-if", clock: "number", events: [on("2026-01-15", .topUp, "300 TWD")],
      lastDay: "2026-07-15",
      ends: "2026-07-16T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    // By another reading it is 185 days, which end later: 19 July.
    Border(
      rule: "taiwan-mobile-prepaid", clock: "number", events: [on("2026-01-15", .topUp, "300 TWD")],
      lastDay: "2026-07-15",
      ends: "2026-07-16T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "kt-simple", clock: "number", events: [on("2026-01-01", .topUp, "30000 KRW")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+09:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "kt-simple", clock: "number", events: [on("2026-01-01", .topUp, "50000 KRW")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+09:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "eyes-mobile-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "20000 KRW")],
      lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+09:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "eyes-mobile-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "20000 KRW")],
      lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+09:00", at: "2026-06-01T00:00:00+09:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "softbank-simple-style", clock: "number",
      events: [on("2026-01-01", .topUp, "3000 JPY")], lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+09:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "softbank-simple-style", clock: "number",
      events: [on("2026-01-01", .topUp, "3000 JPY")], lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+09:00", at: "2027-02-26T00:00:00+09:00", before: .suspended,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "rakuten-mobile-un-limit", clock: "number", events: [on("2026-01-01", .outgoingCall)],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+09:00", before: .active, after: .overdue, afterReason: .mayBe),
  ]) func east(_ border: Border) throws { try border.check() }

  /// Southeast Asia.
  @Test(arguments: [
    Border(
      rule: "starhub-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "17 SGD", term: Period(90, .day))], lastDay: "2026-04-01",
      ends: "2026-04-02T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "metfone-cambodia", clock: "number",
      events: [on("2026-01-01", .topUp, "5 USD", term: Period(30, .day))], lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "metfone-cambodia", clock: "number",
      events: [on("2026-01-01", .topUp, "5 USD", term: Period(30, .day))], lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", at: "2026-07-31T00:00:00+07:00", before: .quarantined,
      beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    // Thirty days of credit, then ninety.
    Border(
      rule: "cellcard-cambodia", clock: "number",
      events: [on("2026-01-01", .topUp, "5 USD", term: Period(30, .day))], lastDay: "2026-05-01",
      ends: "2026-05-02T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "cellcard-cambodia", clock: "number",
      events: [on("2026-01-01", .topUp, "5 USD", term: Period(30, .day))], lastDay: "2026-05-01",
      ends: "2026-05-02T00:00:00+07:00", at: "2026-07-31T00:00:00+07:00", before: .suspended,
      beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    Border(
      rule: "mpt-myanmar", clock: "number", events: [on("2026-01-01", .topUp, "1000 MMK")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+06:30", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "mpt-myanmar", clock: "number", events: [on("2026-01-01", .topUp, "1000 MMK")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+06:30", at: "2027-04-02T00:00:00+06:30", before: .quarantined,
      beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    Border(
      rule: "atom-myanmar", clock: "number", events: [on("2026-01-01", .topUp, "1000 MMK")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+06:30", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "atom-myanmar", clock: "number", events: [on("2026-01-01", .activation)],
      lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+06:30", before: .active, after: .suspended,
      afterReason: .clockEnded),
    // Forty-five days by 100,000 dong, ten of incoming calls only, thirty barred.
    Border(
      rule: "vinaphone-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "100000 VND")],
      lastDay: "2026-02-15",
      ends: "2026-02-16T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "vinaphone-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "100000 VND")],
      lastDay: "2026-02-15",
      ends: "2026-02-16T00:00:00+07:00", at: "2026-03-28T00:00:00+07:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "tune-talk-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "30 MYR")],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+08:00", before: .active, after: .grace, afterReason: .clockEnded),
    Border(
      rule: "tune-talk-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "30 MYR")],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+08:00", at: "2026-03-18T00:00:00+08:00", before: .grace,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "m1-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "18 SGD")],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "smartfren-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "20000 IDR", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", at: "2026-03-03T00:00:00+07:00", before: .grace,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "telkomsel-prabayar", clock: "number",
      events: [on("2026-01-01", .topUp, "25000 IDR", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", before: .active, after: .grace, afterReason: .clockEnded),
    Border(
      rule: "telkomsel-prabayar", clock: "number",
      events: [on("2026-01-01", .topUp, "25000 IDR", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", at: "2026-03-03T00:00:00+07:00", before: .grace,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "indosat-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "50000 IDR")],
      lastDay: "2026-02-10",
      ends: "2026-02-11T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "indosat-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "50000 IDR")],
      lastDay: "2026-02-10",
      ends: "2026-02-11T00:00:00+07:00", at: "2026-04-12T00:00:00+07:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // Between two amounts the lower one's term holds.
    Border(
      rule: "xl-indonesia-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "60000 IDR")], lastDay: "2026-02-15",
      ends: "2026-02-16T00:00:00+07:00", before: .active, after: .grace, afterReason: .clockEnded),
    Border(
      rule: "xl-indonesia-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "60000 IDR")], lastDay: "2026-02-15",
      ends: "2026-02-16T00:00:00+07:00", at: "2026-03-18T00:00:00+07:00", before: .grace,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "tri-indonesia-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "10000 IDR", term: Period(15, .day))],
      lastDay: "2026-01-16",
      ends: "2026-01-17T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "tri-indonesia-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "10000 IDR", term: Period(15, .day))],
      lastDay: "2026-01-16",
      ends: "2026-01-17T00:00:00+07:00", at: "2026-02-16T00:00:00+07:00", before: .suspended,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // A year of load, then 120 days.
    Border(
      rule: "smart-philippines-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "100 PHP")], lastDay: "2027-05-01",
      ends: "2027-05-02T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "viettel-prepaid", clock: "number", events: [on("2026-01-01", .incomingCall)],
      lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "viettel-prepaid", clock: "number", events: [on("2026-01-01", .incomingCall)],
      lastDay: "2026-03-02",
      ends: "2026-03-03T00:00:00+07:00", at: "2026-07-31T00:00:00+07:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "mobifone-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "50000 VND", term: Period(12, .day))],
      lastDay: "2026-01-13",
      ends: "2026-01-14T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "vietnamobile-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "50000 VND", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "vietnamobile-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "50000 VND", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", at: "2026-02-11T00:00:00+07:00", before: .suspended,
      beforeReason: .clockEnded, after: .quarantined, afterReason: .clockEnded),
    Border(
      rule: "dtac-simple", clock: "number", events: [on("2026-01-01", .topUp, "50 THB")],
      lastDay: "2026-04-01",
      ends: "2026-04-02T00:00:00+07:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "truemove-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "100 THB")],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+07:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "hotlink-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "12 MYR")],
      lastDay: "2026-01-11",
      ends: "2026-01-12T00:00:00+08:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "hotlink-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "12 MYR")],
      lastDay: "2026-01-11",
      ends: "2026-01-12T00:00:00+08:00", at: "2026-04-12T00:00:00+08:00", before: .suspended,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "xpax-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "3 MYR")],
      lastDay: "2026-01-04",
      ends: "2026-01-05T00:00:00+08:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "xpax-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "3 MYR")],
      lastDay: "2026-01-04",
      ends: "2026-01-05T00:00:00+08:00", at: "2026-02-24T00:00:00+08:00", before: .suspended,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "xpax-prepaid", clock: "number", events: [on("2026-01-01", .activation)],
      lastDay: "2026-01-06",
      ends: "2026-01-07T00:00:00+08:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "digi-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "30 MYR")],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+08:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "digi-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "30 MYR")],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+08:00", at: "2026-05-02T00:00:00+08:00", before: .suspended,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "u-mobile-power-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "50 MYR")],
      lastDay: "2026-02-20",
      ends: "2026-02-21T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "u-mobile-u-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "50 MYR")],
      lastDay: "2026-04-11",
      ends: "2026-04-12T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "xox-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "10 MYR", term: Period(10, .day))], lastDay: "2026-01-11",
      ends: "2026-01-12T00:00:00+08:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "xox-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "10 MYR", term: Period(10, .day))], lastDay: "2026-01-11",
      ends: "2026-01-12T00:00:00+08:00", at: "2026-03-13T00:00:00+08:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
  ]) func southeast(_ border: Border) throws { try border.check() }

  /// South and Central Asia, Oceania.
  @Test(arguments: [
    // A newer page has eleven months, and is the stricter.
    Border(
      rule: "bangladesh-prepaid", clock: "shorter", events: [on("2026-01-01", .outgoingCall)],
      lastDay: "2026-12-01",
      ends: "2026-12-02T00:00:00+06:00", before: .active, after: .overdue, afterReason: .mayBe),
    Border(
      rule: "bangladesh-prepaid", clock: "number", events: [on("2026-01-01", .outgoingCall)],
      lastDay: "2027-03-27",
      ends: "2027-03-28T00:00:00+06:00", at: "2027-04-27T00:00:00+06:00", before: .overdue,
      beforeReason: .otherReading, after: .overdue, afterReason: .otherReading),
    Border(
      rule: "nepal-telecom-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "500 NPR")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+05:45", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "nepal-telecom-prepaid", clock: "number", events: [on("2026-01-01", .topUp, "500 NPR")],
      lastDay: "2027-01-01",
      ends: "2027-01-02T00:00:00+05:45", at: "2027-03-03T00:00:00+05:45", before: .quarantined,
      beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    Border(
      rule: "nepal-telecom-prepaid", clock: "number", events: [on("2026-01-01", .activation)],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+05:45", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "etisalat-sri-lanka", clock: "number", events: [on("2026-01-01", .topUp, "100 LKR")],
      lastDay: "2026-04-01",
      ends: "2026-04-02T00:00:00+05:30", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "ucell-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "20000 UZS", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+05:00", before: .active, after: .suspended,
      afterReason: .clockEnded),
    Border(
      rule: "ucell-prepaid", clock: "number",
      events: [on("2026-01-01", .topUp, "20000 UZS", term: Period(30, .day))],
      lastDay: "2026-01-31",
      ends: "2026-02-01T00:00:00+05:00", at: "2026-05-02T00:00:00+05:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "aldi-mobile-au-payg", clock: "number", events: [on("2026-05-01", .topUp, "15 AUD")],
      lastDay: "2027-05-01",
      ends: "2027-05-02T00:00:00+10:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "aldi-mobile-au-payg", clock: "number", events: [on("2026-05-01", .activation)],
      lastDay: "2026-06-30",
      ends: "2026-07-01T00:00:00+10:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "skinny-prepaid", clock: "number", events: [on("2026-05-15", .topUp, "20 NZD")],
      lastDay: "2027-05-15",
      ends: "2027-05-16T00:00:00+12:00", before: .active, after: .quarantined,
      afterReason: .clockEnded),
    Border(
      rule: "skinny-prepaid", clock: "number", events: [on("2026-05-15", .topUp, "20 NZD")],
      lastDay: "2027-05-15",
      ends: "2027-05-16T00:00:00+12:00", at: "2027-06-16T00:00:00+12:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
  ]) func southAndOceania(_ border: Border) throws { try border.check() }

  /// Two cards of SoftBank's are 120 days, and ten no more than 360 from the day of the last.
  @Test func simpleStyleAddsUpTo360Days() throws {
    let two = [on("2026-01-01", .topUp, "3000 JPY"), on("2026-01-02", .topUp, "3000 JPY")]
    let verdict = try judged("softbank-simple-style", two, at: "2026-01-03T00:00:00Z")
    #expect(verdict.clocks.first?.lastDay?.description == "2026-05-01")
    let ten = (10...19).map { on("2026-01-01T00:\($0):00Z", .topUp, "3000 JPY") }
    let capped = try judged("softbank-simple-style", ten, at: "2026-01-02T00:00:00Z")
    #expect(capped.clocks.first?.lastDay?.description == "2026-12-27")
  }

  /// The thirty days of SoSIM end with the thirtieth, the first one counted.
  @Test func soSIMEndsOnTheThirtiethDay() throws {
    let verdict = try judged(
      "3-macau-sosim", [on("2026-01-01", .activation)], at: "2026-01-02T00:00:00Z")
    #expect(verdict.clocks.map { $0.lastDay?.description } == ["2026-06-30", "2026-01-30"])
  }

  /// Three top-ups of TrueMove's on one day are ninety days.
  @Test func trueMoveAddsThirtyDaysEachTime() throws {
    let three = (10...12).map { on("2026-01-01T00:\($0):00Z", .topUp, "20 THB") }
    let verdict = try judged("truemove-prepaid", three, at: "2026-01-02T00:00:00Z")
    #expect(verdict.clocks.first?.lastDay?.description == "2026-04-01")
  }

  /// Globe's load lasts a year, and the number four months more.
  @Test func globeKeepsANumberFourMonthsLonger() throws {
    let verdict = try judged(
      "globe-prepaid", [on("2026-01-31", .topUp, "50 PHP")], at: "2026-02-01T00:00:00Z")
    #expect(
      verdict.clocks.map { $0.lastDay?.description } == ["2027-01-31", "2027-05-31"])
  }

  /// A year of 365 days for load at DITO, 90 for data at Club SIM, anew with each purchase.
  @Test func creditAndDataLastTheirDays() throws {
    let load = try judged(
      "dito-prepaid", [on("2026-01-31", .topUp, "50 PHP")], at: "2026-02-01T00:00:00Z")
    #expect(load.clocks.map { $0.lastDay?.description } == ["2027-01-31"])
    let data = try judged(
      "club-sim-local-data",
      [on("2026-01-01", .pack, "50 HKD"), on("2026-02-01", .pack, "50 HKD")],
      at: "2026-02-02T00:00:00Z")
    #expect(data.clocks.map { $0.lastDay?.description } == ["2026-05-02"])
  }

  /// What was bought says how long: 60, 180 or 365 days at Vodafone, days of 24 hours at 2degrees.
  @Test func packsLastAsLongAsWasBought() throws {
    let pay = try judged(
      "vodafone-au-pay-and-go", [on("2026-05-01", .pack, "30 AUD", term: Period(60, .day))],
      at: "2026-05-02T00:00:00Z")
    #expect(pay.clocks.first?.lastDay?.description == "2026-06-30")
    // The number lives for 395 days from 1 May: 31 May 2027 is day 395.
    #expect(pay.clocks.last?.lastDay?.description == "2027-05-31")
    let travel = try judged(
      "2degrees-travel-sim",
      [on("2026-03-12T11:15:00+13:00", .pack, "29 NZD", term: Period(3, .day))],
      at: "2026-03-13T00:00:00Z")
    #expect(travel.clocks.first?.endsAt == moment("2026-03-15T11:15:00+13:00"))
  }
}
