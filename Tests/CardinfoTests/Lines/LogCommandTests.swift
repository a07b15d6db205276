import Testing

/// What happened to a line is recorded, and nothing is overwritten.
struct LogCommandTests {
  @Test func eachKindIsTaken() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff")
    let kinds = [
      "topup 10 GBP", "pack 8 GBP --term 30d", "use", "call --with ordinary", "sms", "mms", "data",
      "incoming-call", "incoming-sms", "incoming-mms", "balance 1.50 GBP",
      "notice --until 2027-05-01", "date --until 2027-05-01", "activate", "purchase", "install",
      "attach", "first-data", "exhausted", "reinstated",
    ]
    for kind in kinds { try desk.output("log a \(kind) --on 2026-11-01 --note 'a note'") }
    let text = try desk.output("line show a")
    #expect(text.contains("\(kinds.count)  2026-11-01"))
    #expect(text.contains("8 GBP, 30 days, a note"))
    try desk.output("log a cancel")
    #expect(try desk.output("line show a").contains("gone"))
  }

  @Test func whatWasWrongIsUndoneAndStays() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff --activated 2026-06-01")
    let before = try desk.output("line show a", at: "2026-10-01")
    try desk.output("log a call --on 2026-09-01")
    #expect(try desk.output("line show a", at: "2026-10-01").contains("2027-03-01"))
    try desk.output("log a undo --event 2")
    let after = try desk.output("line show a", at: "2026-10-01")
    #expect(after.contains("2026-12-01") && after.contains("call") && after.contains("undone"))
    #expect(after.prefix { $0 != "w" } == before.prefix { $0 != "w" })
  }

  @Test func momentsAndDaysAreTakenInTheZoneOfTheirClock() throws {
    // 23:30 in London is the next day in Hong Kong.
    let desk = try Desk()
    try desk.output("line add --name hk --rule valuegb-hk")
    let text = try desk.output(
      "log hk topup 50 HKD --on 2026-01-10T23:30", at: "2026-01-11")
    #expect(text.contains("(2027-01-11)"), "\(text)")
    try desk.output("line add --name day --rule valuegb-hk")
    #expect(
      try desk.output("log day topup 50 HKD --on 2026-01-10", at: "2026-01-11")
        .contains("(2027-01-10)"))
  }

  /// In July a clock in London is an hour ahead of what it is in November.
  @Test func momentsAreOnThePersonsClockOfThatDay() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    let json = try desk.output("log a call --on 2026-07-01T10:30 --json", at: "2026-11-23")
    #expect(json.contains("\"2026-07-01T09:30:00Z\""))
    let exact = try desk.output("log a call --on 2026-07-01T10:30:00Z --json", at: "2026-11-23")
    #expect(exact.contains("\"2026-07-01T10:30:00Z\""))
  }

  @Test(arguments: [
    ("log a notice", "--until"), ("log a balance", "12.50 GBP"), ("log a topup 10", "currency"),
    ("log a topup ten GBP", "12.50"), ("log a topup 10 POUNDS", "GBP"),
    ("log a undo", "--event"), ("log a call --event 1", "--event"),
    ("log a undo --event 0", "line show"), ("log a jump", "jump"),
    ("log a call --on 2026-13-01", "2026-11-23"), ("log a call --on 25:00", "2026-11-23"),
    ("log a call --on 2026-07-01T25:00:00Z", "2026-11-23"),
    ("log a call --on 2026-07-01T24:30", "2026-11-23"),
    ("log a pack --term 30", "30d"), ("log a call --with nobody", "ordinary"),
  ]) func mistakesAreExplained(arguments: String, says: String) throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    let result = try desk.run(arguments)
    #expect(result.status == 64, "\(result.output)")
    #expect(result.errors.contains(says), "\(result.errors)")
  }

  @Test func anEventThatIsNotThereIsNotUndone() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    let result = try desk.run("log a undo --event 7")
    #expect(result.status == 65 && result.errors.contains("line show"))
  }
}
