import Testing

/// What this program does to a profile is known at once.
struct OwnChangeTests {
  private static let eUICC = "--virtual travel-euicc"

  @Test func changesOfTrackedProfilesAreWrittenDown() throws {
    let desk = try Desk()
    try desk.output("line add --name travel --iccid 8944500123456789011")
    try desk.output("line add --name hk --iccid 8985203012345678902")
    try desk.output("profiles enable hk --yes \(Self.eUICC)")
    #expect(
      try desk.output("line show hk").contains("profile enabled   done by cardinfo")
        || desk.output("line show hk").contains("profile enabled  done by cardinfo"))
    #expect(try desk.output("line show travel").contains("profile disabled"))
    #expect(try desk.output("line show hk --json").contains("\"origin\":\"change\""))
    try desk.output("profiles delete hk --yes --tail 8902 \(Self.eUICC)")
    let gone = try desk.output("line show hk")
    #expect(gone.contains("profile deleted"), "\(gone)")
  }

  @Test func nothingIsWrittenOfAChangeThatWasNotMade() throws {
    let desk = try Desk()
    try desk.output("line add --name hk --iccid 8985203012345678902")
    _ = try desk.run("profiles enable hk --dry-run \(Self.eUICC)")
    _ = try desk.run("profiles enable hk \(Self.eUICC)", within: "setsid")
    #expect(!(try desk.output("line show hk").contains("profile enabled")))
  }

  @Test(arguments: ["'Orange'", "'Orange Holiday'", "'3 Prepaid'", "8985203012345678902"])
  func aProfileIsChosenByTheNameThatIsShown(name: String) throws {
    let result = try Desk().run("profiles enable \(name) --dry-run \(Self.eUICC)")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func severalLinesAreTrackedAtOnce() throws {
    let desk = try Desk()
    let offer = try desk.output(Self.eUICC)
    #expect(offer.contains("cardinfo line add --card"), "\(offer)")
    let text = try desk.output("line add --card \(Self.eUICC)")
    #expect(text.split(separator: "\n").count == 3, "\(text)")
    #expect(!(try desk.output(Self.eUICC).contains("not tracked yet")))
    #expect(try desk.run("line add --card \(Self.eUICC)").errors.contains("tracked already"))
    #expect(try desk.output("line show 8985203012345678902").contains("出差"))
    #expect(try desk.run("line add --card --name a \(Self.eUICC)").status == 64)
    #expect(try desk.run("line add").status == 64)
  }
}
