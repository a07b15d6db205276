import Foundation
import Testing

/// A renewal is planned, submitted, and found to have taken effect or not.
struct RenewCommandTests {
  /// A line that ends on 2026-12-01.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output(
      "line add --name a --iccid 8944110123456789013 --rule giffgaff --activated 2026-06-01",
      at: "2026-06-01")
    return desk
  }

  @Test func theLineComesFirstWhateverOptionsStandThere() throws {
    let desk = try desk()
    try desk.output("--lang en renew a start 10 GBP --by alipay", at: "2026-11-01")
    #expect(try desk.output("line show a", at: "2026-11-01").contains("planned  10 GBP, Alipay"))
    try desk.output("renew fail a wrongRegion", at: "2026-11-01")
    #expect(try desk.run("renew a").status == 64)
    #expect(try desk.run("renew a sing").status == 64)
  }

  @Test func oneRenewalIsUnderWayAtATime() throws {
    let desk = try desk()
    try desk.output("renew a start 10 GBP")
    let second = try desk.run("renew a start 10 GBP")
    #expect(second.status == 65 && second.errors.contains("verify, confirm or fail"))
    try desk.output("renew a fail paymentDeclined")
    try desk.output("renew a start 10 GBP")
  }

  @Test func stepsThatCannotBeTakenSayWhy() throws {
    let desk = try desk()
    for step in ["confirm", "fail networkError", "verify --no-input"] {
      let result = try desk.run("renew a \(step)")
      #expect(result.status == 65 && result.errors.contains("renew a submitted"))
    }
    try desk.output("renew a start 10 GBP", at: "2026-11-20")
    let early = try desk.run("renew a submitted --on 2026-11-01", at: "2026-11-20")
    #expect(early.status == 65 && early.errors.contains("before"))
  }

  @Test(arguments: [
    ("paymentDeclined", "in another way"), ("insufficientBalance", "top up"),
    ("belowMinimumAmount", "less than what counts"), ("wrongRegion", "where the line's home is"),
    ("accountLocked", "call the carrier"), ("barredNeedsContact", "only the carrier"),
    ("networkError", "ask the carrier"),
  ]) func eachFailureIsExplained(reason: String, says: String) throws {
    let desk = try desk()
    try desk.output("renew a submitted 10 GBP")
    let text = try desk.output("renew a fail \(reason.uppercased())")
    #expect(text.contains("the renewal failed") && text.contains(says), "\(text)")
    #expect(try desk.output("line show a").contains("failed"))
    let again = try desk.output("renew a guide --problem failed")
    #expect(again.contains("it failed:"))
  }

  private static let paid = "Your top-up of £10.00 was successful."

  @Test func theCarriersWordConfirms() throws {
    let desk = try desk()
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let text = try desk.output(
      "renew a verify --reply - <<< '\(Self.paid) Your number is valid until 20 May 2027.'",
      at: "2026-11-21")
    #expect(text.contains("took effect, by the carrier's word"))
    #expect(text.contains("a later date: 2027-05-20"))
    let line = try desk.output("line show a", at: "2026-11-21")
    #expect(line.contains("2027-05-20"))
    #expect(line.contains("top-up") && line.contains("carrier's notice"))
    #expect(line.components(separatedBy: "top-up").count == 2, "recorded once: \(line)")
    #expect(line.contains("confirmed  10 GBP, the carrier's word"))
  }

  @Test func anAmbiguousDateIsNotGuessed() throws {
    let desk = try Desk()
    try desk.output("line add --name a --expires 2026-12-01", at: "2026-06-01")
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let reply = "--no-input --reply - <<< '\(Self.paid) Your number is valid until 05/06/2027.'"
    let open = try desk.run("renew a verify \(reply)", at: "2026-11-21")
    #expect(open.status == 75)
    #expect(open.output.contains("which day is it?") && open.output.contains("--date-order"))
    #expect(
      try desk.output("renew a verify --date-order dmy \(reply)", at: "2026-11-21")
        .contains("2027-06-05"))
  }

  @Test(arguments: [("giffgaff", "2027-06-05", "£10"), ("ultra-paygo", "2027-05-06", "$10")])
  func aDateIsReadAsTheCarriersCountryWritesIt(rule: String, day: String, paid: String) throws {
    let desk = try Desk()
    try desk.output(
      "line add --name a --rule \(rule) --expires 2026-12-01 --activated 2026-06-01",
      at: "2026-06-01")
    try desk.output("renew a submitted", at: "2026-11-20")
    let text = try desk.output(
      """
      renew a verify --no-input --as topup --yes --reply - \
        <<< 'Your top-up of \(paid) was successful. Your number is valid until 05/06/2027.'
      """, at: "2026-11-21")
    #expect(text.contains("a later date: \(day)"), "\(text)")
  }

  @Test func aHigherBalanceConfirmsAndALowerOneDoesNot() throws {
    let desk = try desk()
    try desk.output("log a balance 2.50 GBP", at: "2026-11-19")
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let same = try desk.run("renew a verify --balance '2.50 GBP'", at: "2026-11-21")
    #expect(same.status == 75 && same.output.contains("did not rise"))
    let text = try desk.output("renew a verify --balance '12.50 GBP'", at: "2026-11-21")
    #expect(text.contains("the balance rose by 10 GBP"))
    #expect(try desk.output("line show a", at: "2026-11-21").contains("12.5 GBP"))
  }

  @Test func withoutNewsNothingIsConcluded() throws {
    let desk = try desk()
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let result = try desk.run("renew a verify --virtual plain-sim --json", at: "2026-11-21")
    #expect(result.status == 75)
    #expect(!result.output.contains("tookEffect"))
    #expect(try desk.output("line show a", at: "2026-11-24").contains("unconfirmed"))
  }

  @Test func anotherCardIsNotTakenForTheLine() throws {
    let desk = try desk()
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let result = try desk.run("renew a verify --virtual china-mobile", at: "2026-11-21")
    #expect(result.status == 75)
    #expect(result.errors.contains("not in a reader"))
  }

  @Test func theWordOfThePersonOrTheCarrierConfirms() throws {
    let desk = try desk()
    try desk.output("renew a submitted 10 GBP", at: "2026-11-20")
    let text = try desk.output("renew a confirm --until 2027-06-30", at: "2026-11-20")
    #expect(text.contains("2027-06-30"))
    try desk.output("renew a submitted 8 GBP --clock number", at: "2026-12-01")
    #expect(
      try desk.output("renew a confirm --as pack", at: "2026-12-01").contains("your word"))
  }
}
