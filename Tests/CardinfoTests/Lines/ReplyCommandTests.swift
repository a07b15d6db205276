import Foundation
import Testing

/// What the carrier writes is understood, kept, and believed only as far as it goes.
struct ReplyCommandTests {
  /// A line that is kept by top-ups, with a renewal that was submitted.
  private func desk(submitted: Bool = true, _ settings: String = "--rule giffgaff") throws -> Desk {
    let desk = try Desk()
    try desk.output("line add --name a \(settings) --activated 2026-06-01", at: "2026-06-01")
    if submitted { try desk.output("renew a submitted 10 GBP", at: "2026-11-20") }
    return desk
  }

  private func reply(
    _ text: String, to desk: Desk, _ options: String = "", at date: String = "2026-11-21"
  ) throws -> Command.Result {
    try desk.run("reply a - --no-input \(options) <<'END'\n\(text)\nEND", at: date)
  }

  private func verify(
    _ text: String, on desk: Desk, _ options: String = "", at date: String = "2026-11-21"
  ) throws -> Command.Result {
    try desk.run("renew a verify --no-input --reply - \(options) <<'END'\n\(text)\nEND", at: date)
  }

  private func events(_ desk: Desk, at date: String = "2026-11-21") throws -> [Recorded] {
    let lines = try JSONDecoder().decode(
      Lines.self, from: Data(try desk.output("line show a --json", at: date).utf8))
    return lines.lines.flatMap { $0.events ?? [] }
  }

  private struct Lines: Decodable {
    struct Line: Decodable { var events: [Recorded]? }
    var lines: [Line]
  }

  struct Recorded: Decodable {
    struct Amount: Decodable, Equatable { var amount, currency: String }
    var kind: String
    var amount: Amount?
    var date: String?
    var clock: String?
    var origin: String?
    var words: String?
  }

  private static let declined =
    "Sorry, your top-up of £10.00 was declined. Your credit of £2.30 will expire on 20 Dec 2026"

  @Test(arguments: [
    "您的号码已欠费停机，请及时充值。",
    "Your service has been suspended due to an unpaid balance. Please top up.",
  ])
  func aBarForDebtIsNoWishOfTheOwner(text: String) throws {
    let desk = try desk(submitted: false)
    #expect(try reply(text, to: desk).status == 0)
    #expect(try events(desk).last?.kind == "barredForDebt")
    let shown = try desk.output("line show a", at: "2026-11-21")
    #expect(shown.contains("barred for debt") && !shown.contains("at your wish"), "\(shown)")
    #expect(shown.contains("suspended; top up"), "\(shown)")
    let guide = try desk.output("renew a guide --problem barred", at: "2026-11-21")
    #expect(guide.contains("a top-up brings it back"), "\(guide)")
    let paid = "您已成功充值50元，余额50元。"
    #expect(try reply(paid, to: desk, "--currency CNY --yes", at: "2026-11-22").status == 0)
    let after = try desk.output("line show a", at: "2026-11-22")
    #expect(after.contains("active") && !after.contains("has barred it"), "\(after)")
  }

  @Test func aSuspensionThatTheCarrierReportsIsNotCalledAWish() throws {
    let desk = try desk(submitted: false)
    _ = try reply("Your number has been suspended.", to: desk)
    let shown = try desk.output("line show a", at: "2026-11-21")
    #expect(shown.contains("has barred it") && !shown.contains("at your wish"), "\(shown)")
  }

  // MARK: What is written down as paid can be verified

  @Test func whatWasLoggedIsVerifiedWithoutAPlan() throws {
    let desk = try desk(submitted: false)
    let none = try desk.run("renew a verify --no-input", at: "2026-11-21")
    #expect(none.status == 65 && none.errors.contains("no renewal of this line is under way"))
    try desk.output("log a topup 10 GBP --on 2026-11-20", at: "2026-11-21")
    let open = try desk.run("renew a verify --no-input", at: "2026-11-21")
    #expect(open.status == 75, "\(open.errors)")
    #expect(open.output.contains("top-up of 10 GBP on 2026-11-20"), "\(open.output)")
    #expect(open.output.contains("nothing that the carrier wrote since is written down"))
    #expect(open.output.contains("cardinfo reply a"), "\(open.output)")
    #expect(!(try desk.output("lines", at: "2026-11-21").contains("waits")))
    let proven = try verify(
      "Your top-up of £10.00 was successful.", on: desk, at: "2026-11-21")
    #expect(proven.status == 0 && proven.output.contains("took effect"), "\(proven.output)")
    #expect(try events(desk).count { $0.kind == "topUp" } == 1, "it is one payment")
  }

  @Test func whatAReplyConfirmedIsVerified() throws {
    let desk = try desk(submitted: false)
    _ = try reply("Your top-up of £10.00 was successful.", to: desk)
    let found = try desk.run("renew a verify --no-input", at: "2026-11-22")
    #expect(found.status == 0, "\(found.output) \(found.errors)")
    #expect(found.output.contains("took effect, by the carrier's word"), "\(found.output)")
  }

  // MARK: A sentence of the carrier is not believed too easily

  @Test(arguments: ["reply", "verify"])
  func aDeclinedTopUpNeverTakesEffect(by command: String) throws {
    let desk = try desk()
    let result =
      try command == "reply" ? reply(Self.declined, to: desk) : verify(Self.declined, on: desk)
    #expect(result.status == 1)
    #expect(!result.output.contains("took effect"))
    #expect(result.output.contains("did not take effect"))
    let kinds = try events(desk).map(\.kind)
    #expect(!kinds.contains("topUp"), "no payment is invented")
    #expect(kinds.contains("declined") && kinds.contains("balance"))
    #expect(try desk.run("renew a fail paymentDeclined", at: "2026-11-21").status == 0)
  }

  @Test(arguments: [
    "Your 5GB bundle is valid until 20 May 2027.", "Our offer is valid until 20 May 2027!",
    "Your voucher 1234 expires on 20 May 2027.",
    "The bank card on your account expires on 20 May 2027.",
    "Top up £10 before 20 May 2027 and your number stays active.",
    "Your code is 482911. It is valid until 20 May 2027.",
  ]) func aDateOfSomethingElseIsNotTheNumbers(text: String) throws {
    let desk = try desk()
    for options in ["", "--as pack"] {
      let result = try verify(text, on: desk, options)
      #expect(result.status == 75, "\(result.output)")
      #expect(!result.output.contains("took effect,"))
    }
    let notices = try events(desk).filter { $0.kind == "notice" }
    #expect(notices.allSatisfy { $0.clock != nil }, "\(notices)")
    #expect(!(try desk.output("line show a", at: "2026-11-21").contains("days left (2027-05-20)")))
  }

  @Test(arguments: ["20 May 2062", "20/05/2206", "20 May 2029", "20 May 2569"])
  func aDateThatCannotBeRightIsAskedFor(date: String) throws {
    let desk = try desk()
    let text = "Your top-up of £10.00 was successful. Your number is valid until \(date)."
    let result = try verify(text, on: desk)
    #expect(result.status == 75)
    #expect(result.output.contains("can the date or the amount be right?"))
    #expect(result.output.contains("--until DATE"))
    #expect(try !events(desk).contains { $0.kind == "notice" })
    let settled = try verify(text, on: desk, "--until 2027-05-20")
    #expect(settled.status == 0, "\(settled.output)")
    #expect(try events(desk).contains { $0.date == "2027-05-20" })
  }

  @Test func moneyOfAnotherCurrencyIsAskedFor() throws {
    let desk = try desk()
    let result = try verify("Your top-up of €10.00 was successful.", on: desk)
    #expect(result.status == 75)
    #expect(try !events(desk).contains { $0.kind == "topUp" })
  }

  // MARK: Facts are kept

  @Test(arguments: [true, false]) func factsAreKeptWhetherOrNotARenewalIsUnderWay(open: Bool) throws
  {
    let desk = try desk(submitted: open)
    let text = "Your balance is £2.30. Your number is valid until 20 Dec 2026."
    let result = try reply(text, to: desk)
    #expect(result.status == (open ? 75 : 0), "\(result.output)")
    #expect(result.output.contains("recorded"))
    let kept = try events(desk).filter { $0.origin == "carrier" }.sorted { $0.kind < $1.kind }
    #expect(kept.map(\.kind) == ["balance", "notice"])
    #expect(kept.first?.amount == .init(amount: "2.3", currency: "GBP"))
    #expect(kept.last?.date == "2026-12-20" && kept.last?.words?.contains("20 Dec 2026") == true)
    #expect(try desk.output("line show a", at: "2026-11-21").contains("2026-12-20"))
  }

  @Test func theCarriersDateIsTheFirstOfALineWithoutOne() throws {
    let desk = try Desk()
    try desk.output("line add --name a", at: "2026-11-20")
    let result = try reply("Your number is valid until 20 Dec 2026.", to: desk)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try events(desk).contains { $0.kind == "notice" && $0.date == "2026-12-20" })
  }

  @Test func theSameTextTwiceIsRecordedOnce() throws {
    let desk = try desk(submitted: false)
    let text = "Your top-up of £10.00 was successful. Your balance is £12.35."
    #expect(try reply(text, to: desk).status == 0)
    let before = try events(desk).count
    let again = try reply(text, to: desk)
    #expect(again.status == 0 && again.output.contains("recorded before"))
    #expect(try events(desk).count == before)
    let next = try reply(text, to: desk, at: "2026-11-23")
    #expect(next.status == 75, "\(next.output)")
    #expect(next.output.contains("did it happen again?") && next.output.contains("--yes"))
    #expect(try events(desk).filter { $0.kind == "topUp" }.count == 1)
  }

  @Test func allLinesOfAMessageAreRead() throws {
    let desk = try desk()
    let text =
      "Dear customer,\n\nYour top-up of £10.00 was not successful.\n\nYour balance is £2.30."
    let result = try reply(text, to: desk)
    #expect(result.status == 1, "\(result.output)")
    #expect(try events(desk).contains { $0.kind == "balance" })
    let file = desk.scratch.path("message.txt")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try desk.run("reply a \(file) --no-input", at: "2026-11-21").status == 1)
    #expect(try desk.run("reply a /no/such.txt --no-input", at: "2026-11-21").status == 65)
    #expect(try desk.run("reply a '' --no-input", at: "2026-11-21").status == 65)
  }

  // MARK: What is open is named, with the option that answers it

  @Test func anOrderThatNobodyKnowsIsNamed() throws {
    let desk = try Desk()
    try desk.output("line add --name a", at: "2026-11-20")
    let text = "Your number is valid until 05/06/2027."
    let open = try reply(text, to: desk)
    #expect(open.status == 75, "\(open.output)")
    #expect(open.output.contains("2027-05-06, 2027-06-05") && open.output.contains("--date-order"))
    #expect(try !events(desk).contains { $0.kind == "notice" })
    #expect(try reply(text, to: desk, "--date-order dmy").status == 0)
    #expect(try events(desk).contains { $0.date == "2027-06-05" })
  }

  @Test(arguments: [("giffgaff", "2027-06-05"), ("ultra-paygo", "2027-05-06")])
  func theRulesMarketTellsTheOrder(rule: String, day: String) throws {
    let desk = try desk(submitted: false, "--rule \(rule)")
    let text = "Your number is valid until 05/06/2027."
    #expect(try reply(text, to: desk, "--yes").status == 0)
    #expect(try events(desk).contains { $0.date == day })
  }

  @Test func aLanguageThatIsNotReadIsSaidSo() throws {
    let desk = try desk(submitted: false)
    let text = "Sua recarga de R$20,00 foi realizada com sucesso. Seu saldo é R$25,00."
    let unread = try reply(text, to: desk)
    #expect(unread.status == 65 && unread.output.contains("in no language that is read"))
    #expect(unread.output.contains("--until") && unread.output.contains("--balance"))
    let given = try reply(text, to: desk, "--until 2027-01-20 --balance '25 GBP'")
    #expect(given.status == 0, "\(given.output)")
    #expect(Set(try events(desk).map(\.kind)).isSuperset(of: ["notice", "balance"]))
  }

  @Test func rupeesAreThoseOfTheLine() throws {
    let desk = try Desk()
    try desk.output("line add --name a --low-balance '100 PKR'", at: "2026-11-20")
    #expect(try reply("Your balance is Rs. 55.00", to: desk).status == 0)
    #expect(try events(desk).last?.amount == .init(amount: "55", currency: "PKR"))
  }

  @Test func aNumberThatIsNotTheLinesProvesNothing() throws {
    let text = "Top-up of £10.00 for 07700 900461 was successful."
    let unknown = try desk()
    #expect(try verify(text, on: unknown).status == 75)
    // It is the lead's `line set --number` that gives a line its number.
    let yes = try verify(text, on: unknown, "--yes")
    #expect(yes.status == 0 && yes.output.contains("your word"))
  }

  // MARK: On a terminal

  private func onTerminal(_ desk: Desk, _ command: String, typing answers: [Command.Answer]) throws
    -> Command.Result
  {
    try Command.onTerminal(
      command, at: "2026-11-21T12:00:00",
      environment: [
        "XDG_DATA_HOME": desk.scratch.path("data"), "XDG_CONFIG_HOME": desk.scratch.path("config"),
        "TZ": "Europe/London",
      ], typing: answers)
  }

  @Test func severalLinesCanBePasted() throws {
    let desk = try desk()
    let result = try onTerminal(
      desk, "reply a",
      typing: [
        .init(after: "paste what", text: "Your top-up of £10.00\\n\\nwas declined.\\n"),
        .init(after: "declined", text: "\\n"),
      ])
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.contains("did not take effect"))
  }

  @Test func aWrongAnswerAsksAgain() throws {
    let desk = try Desk()
    try desk.output("line add --name a", at: "2026-11-20")
    let result = try onTerminal(
      desk, "reply a \"Your number is valid until 05/06/2027.\"",
      typing: [
        .init(after: "leave it open", text: "seven\\n"),
        .init(after: "leave it open", text: "2\\n"),
      ])
    #expect(result.status == 0 && result.output.contains("is no answer"), "\(result.output)")
    #expect(try events(desk).contains { $0.date == "2027-06-05" })
  }

  @Test func aWrongBalanceAsksAgain() throws {
    let desk = try desk()
    try desk.output("log a balance 2.50 GBP --on 2026-11-19", at: "2026-11-19")
    let result = try onTerminal(
      desk, "renew verify a --virtual china-mobile",
      typing: [
        .init(after: "paste what", text: "\\n"), .init(after: "the balance now", text: "lots\\n"),
        .init(after: "the balance now", text: "12.50 GBP\\n"),
      ])
    #expect(result.output.contains("is no answer"), "\(result.output)")
    #expect(try events(desk).filter { $0.kind == "balance" }.count == 2, "\(result.output)")
  }
}
