import Testing

/// Before a profile is deleted, it is said what goes with it.
struct LossTests {
  private static let eUICC = "--virtual travel-euicc"
  private static let hk = "8985203012345678902"

  @Test func whatIsStillValidIsSaid() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name hk --iccid \(Self.hk) --lasts 30d --from 2026-11-20", at: "2026-11-26")
    try desk.output("log hk balance 25 HKD --on 2026-11-25", at: "2026-11-26")
    let result = try desk.run(
      "profiles delete hk --dry-run \(Self.eUICC)", at: "2026-11-26")
    #expect(result.status == 0, "\(result.errors)")
    // 20 November and 30 days.
    #expect(
      result.errors.contains("hk is still valid: the pack until 2026-12-20"), "\(result.errors)")
    #expect(result.errors.contains("hk had 25 HKD on it, as noted 2026-11-25"), "\(result.errors)")
    #expect(result.errors.contains("can't be installed again"))
  }

  @Test func whatIsNotKnownIsNotSaidToBeOver() throws {
    let desk = try Desk()
    let untracked = try desk.run("profiles delete 8985 --dry-run \(Self.eUICC)")
    #expect(untracked.errors.contains("whether it is still valid is not known"))
    try desk.output("line add --name hk --iccid \(Self.hk)")
    let unknown = try desk.run("profiles delete hk --dry-run \(Self.eUICC)")
    #expect(unknown.errors.contains("until when hk is valid is not known"), "\(unknown.errors)")
  }

  @Test func aRenewalUnderWayIsSaid() throws {
    let desk = try Desk()
    try desk.output("line add --name hk --iccid \(Self.hk)")
    try desk.output("renew hk submitted 10 HKD")
    let result = try desk.run("profiles delete hk --yes --tail 8902 \(Self.eUICC)")
    #expect(result.status == 0)
    #expect(result.errors.contains("a renewal of hk is under way"))
  }

  @Test func aResetSaysItOfEach() throws {
    let desk = try Desk()
    try desk.output("line add --name hk --iccid \(Self.hk)")
    let result = try desk.run("profiles reset --dry-run \(Self.eUICC)")
    #expect(result.errors.contains("until when hk is valid is not known"))
    #expect(result.errors.contains("2 profiles have no line here"), "\(result.errors)")
  }

  @Test func namesWithNumbersAreMasked() throws {
    let desk = try Desk()
    try desk.output("line add --name 'hk +85291234567' --iccid \(Self.hk)")
    let result = try desk.run("profiles delete \(Self.hk) --dry-run --redact \(Self.eUICC)")
    #expect(!result.errors.contains("91234567"))
  }

  @Test(arguments: [("hk", true), ("HK", true), ("8902", true), ("y", false), ("travel", false)])
  func itIsAskedForByName(answer: String, isDone: Bool) throws {
    let desk = try Desk()
    try desk.output("line add --name 'hk trip' --iccid \(Self.hk)")
    let typed = answer.lowercased() == "hk" ? answer + " trip" : answer
    let result = try Command.onTerminal(
      "profiles delete \(Self.hk) --no-send \(Self.eUICC)",
      environment: ["XDG_DATA_HOME": desk.scratch.path("data")],
      typing: [.init(after: "Type its name", text: typed + "\\n")])
    #expect(result.output.contains("Type its name, hk trip, or the last four digits"))
    #expect(result.output.contains("deleted: \(Self.hk)") == isDone, "\(result.output)")
    #expect((result.status == 0) == isDone)
  }
}
