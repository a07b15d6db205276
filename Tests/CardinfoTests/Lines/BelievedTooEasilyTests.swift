import Testing

/// A slip of the pen becomes no other date.
struct BelievedTooEasilyTests {
  // A piece of a name is in some other carrier's rule.
  @Test(arguments: ["zz", "paygo", "", "prepaid", "mobile"]) func aPieceOfANameIsNoRule(
    piece: String
  ) throws {
    let desk = try Desk()
    let result = try desk.run("line add --name SIM --rule '\(piece)'")
    #expect(result.status == 64, "\(result.output)")
    #expect(result.errors.count < 900)
  }

  @Test(arguments: ["giffgaff", "GIFFGAFF"]) func itsNameIs(name: String) throws {
    try Desk().output("line add --name SIM --rule \(name)")
  }

  @Test func whatIsYetToComeWasNotSent() throws {
    let desk = try Desk()
    try desk.output("line add --name SIM --expires 2026-11-24", at: "2026-11-20")
    let result = try desk.run("renew SIM submitted --on 2030-05-01", at: "2026-11-23")
    #expect(result.status != 0)
    #expect(try !desk.output("lines", at: "2026-11-23").contains("2030"))
  }

  @Test(arguments: ["top-up", "topUp", "TopUp"]) func aWordIsTakenAsItIsSaid(word: String) throws {
    let desk = try Desk()
    try desk.output("line add --name SIM")
    #expect(try desk.output("log SIM \(word) 10 GBP").contains("top-up"))
  }

  @Test func itIsTakenInTheLanguageOfTheRun() throws {
    let desk = try Desk()
    try desk.output("line add --name SIM")
    #expect(try desk.output("log SIM 充值 50 CNY --lang zh-CN").contains("充值"))
  }

  /// Nothing else tells that a line will be silent.
  @Test func thatALineIsMutedIsSaid() throws {
    let desk = try Desk()
    try desk.output("line add --name SIM --expires 2027-11-24")
    #expect(try !desk.output("line show SIM").contains("muted"))
    try desk.output("notify mute SIM")
    #expect(try desk.output("line show SIM").contains("none: muted"))
    #expect(try desk.output("line show SIM --json").contains("\"hush\""))
  }

  /// What is to be done has the room that names and days leave of a line.
  @Test func whatIsToBeDoneIsReadable() throws {
    let desk = try Desk()
    try desk.output("line add --name SIM --carrier giffgaff --expires 2026-12-24", at: "2026-11-20")
    try desk.output("line add --name other")
    let lines = try desk.output("lines", at: "2026-11-23").split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let other = try #require(lines.first { $0.contains("other") })
    #expect(!other.contains("…") || other.count == 80, "\(other)")
    #expect(other.contains("choose its carrier's rule, or"), "\(other)")
  }

  @Test(arguments: ["10086", "China Mobile", "中国移动"]) func aCarrierIsKnownByWhatPeopleCallIt(
    name: String
  ) throws {
    let desk = try Desk()
    try desk.output("line add --name SIM --carrier '\(name)'")
    #expect(try desk.output("line show SIM").contains("china-mobile"))
  }

  /// A masked name finds no line.
  @Test func aCommandOfTheReportFindsItsLine() throws {
    let desk = try Desk()
    try desk.output("line add --name 'mum +44 7700 900123' --expires 2026-11-24", at: "2026-11-20")
    let report = try desk.output("report -o -", at: "2026-11-23")
    #expect(!report.contains("renew &#39;mum +**") && !report.contains("renew 'mum +**"))
    #expect(report.contains("cardinfo renew mum start"), "\(report)")
    try desk.output("renew mum start", at: "2026-11-23")
  }
}
