import Testing

/// Notifications that have waited for more than a day are recalled.
struct WaitingReminderTests {
  private static let eUICC = "--virtual travel-euicc"
  private static let sentence =
    "3 notifications have waited on eUICCs since 2026-11-20 or longer, as last seen 2026-11-20"

  /// A desk whose ledger has seen them on 20 November.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output("line add --name hk --iccid 8985203012345678902", at: "2026-11-20")
    try desk.output("--full \(Self.eUICC)", at: "2026-11-20")
    return desk
  }

  @Test func afterADayLinesRecallThem() throws {
    let desk = try desk()
    #expect(try !desk.run("lines", at: "2026-11-20").errors.contains("notifications have waited"))
    let lines = try desk.run("lines", at: "2026-11-22")
    #expect(lines.errors.contains(Self.sentence), "\(lines.errors)")
    #expect(lines.errors.contains("cardinfo notifications send"))
  }

  /// A read that did not list them says when they were seen last, and not that they wait now.
  @Test func aReadRecallsThem() throws {
    let desk = try desk()
    let read = try desk.output(Self.eUICC, at: "2026-11-25")
    #expect(read.filter { $0 != "\n" }.contains("since 2026-11-20 or longer"), "\(read)")
    let document = try desk.output("\(Self.eUICC) --json", at: "2026-11-25")
    #expect(document.contains("\"waitingNotifications\""))
    #expect(document.contains("\"firstSeen\" : \"2026-11-20T"), "\(document)")
    #expect(!(try desk.output("\(Self.eUICC) --redact", at: "2026-11-25").contains("or longer")))
  }

  @Test func anotherCardDoesNot() throws {
    let desk = try desk()
    #expect(!(try desk.output("--virtual blank-euicc", at: "2026-11-25").contains("or longer")))
  }

  @Test func whatIsGoneIsForgotten() throws {
    let desk = try desk()
    for number in [41, 42, 43] {
      // Each run has the card as it was made: the last one is what the ledger saw last.
      try desk.output("notifications remove \(number) --yes \(Self.eUICC)", at: "2026-11-23")
    }
    let lines = try desk.run("lines", at: "2026-11-25")
    #expect(lines.errors.contains("2 notifications have waited"), "\(lines.errors)")
  }
}
