import Testing

/// What looks wrong is asked about; without a terminal it is refused, unless somebody says it is right.
struct LogDoubtTests {
  @Test(arguments: [
    ("topup 10 GBP --on 2026-12-01", "yet to come"), ("call --on 2062-11-01", "years away"),
    ("notice --until 2206-01-31", "years away"), ("topup 0 GBP", "no amount"),
    ("pack 5 XXQ", "XXQ"), ("call --on 1962-11-01", "years away"),
    ("date --until 2062-01-31", "years away"), ("cancel --on 2206-01-01", "years away"),
  ]) func whatLooksWrongIsNotRecorded(what: String, says: String) throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff", at: "2026-11-26")
    let before = try desk.output("line show a", at: "2026-11-26")
    let command = "log a \(what)"
    let refused = try desk.run(command, at: "2026-11-26", within: "setsid")
    #expect(refused.status == 64, "\(refused.output)")
    #expect(refused.errors.contains(says) && refused.errors.contains("--yes"), "\(refused.errors)")
    #expect(try desk.output("line show a", at: "2026-11-26") == before)
    try desk.output(command + " --yes", at: "2026-11-26")
    #expect(try desk.output("line show a", at: "2026-11-26") != before)
  }

  @Test func theSameThingTwiceOnADayIsAskedAbout() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff", at: "2026-11-26")
    try desk.output("log a topup 10 GBP --on 2026-11-20", at: "2026-11-26")
    let again = try desk.run("log a topup £10 --on 2026-11-20", at: "2026-11-26", within: "setsid")
    #expect(again.status == 64 && again.errors.contains("already"), "\(again.errors)")
    try desk.output("log a topup 15 GBP --on 2026-11-20", at: "2026-11-26")
    try desk.output("log a call --on 2026-11-20", at: "2026-11-26")
    try desk.output("log a call --on 2026-11-20", at: "2026-11-26")
    try desk.output("log a undo --event 1", at: "2026-11-26")
    try desk.output("log a topup £10 --on 2026-11-20", at: "2026-11-26")
  }

  @Test func whatIsPlannedMayLieAhead() throws {
    let desk = try Desk()
    try desk.output("line add --name a --rule giffgaff", at: "2026-11-26")
    for what in ["suspend --on 2026-12-01 --until 2027-06-01", "cancel --on 2027-12-31"] {
      try desk.output("log a \(what)", at: "2026-11-26")
    }
    // It is the 27th in Hong Kong already.
    try desk.output("line add --name hk --rule valuegb-hk", at: "2026-11-26")
    #expect(
      try desk.run("log hk topup 50 HKD --on 2026-11-27T01:00", at: "2026-11-26", within: "setsid")
        .status == 64)
  }

  @Test(arguments: [
    ("line add --name a --activated 2062-01-01", "years away"),
    ("line add --name a --last-top-up 2026-12-01 10 GBP", "yet to come"),
    ("line add --name a --expires 2206-01-01", "years away"),
    ("line add --name a --last-top-up 2026-11-01 0 GBP", "no amount"),
  ]) func linesAreAskedAboutToo(arguments: String, says: String) throws {
    let desk = try Desk()
    let refused = try desk.run(arguments, at: "2026-11-26", within: "setsid")
    #expect(refused.status == 64 && refused.errors.contains(says), "\(refused.errors)")
    try desk.output(arguments + " --yes", at: "2026-11-26")
  }
}
