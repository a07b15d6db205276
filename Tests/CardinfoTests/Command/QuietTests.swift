import Testing

/// `--quiet` leaves results and mistakes.
struct QuietTests {
  @Test func offersAndNotesAreNotMade() throws {
    let loud = try Command.cardinfo("--virtual", "travel-euicc")
    let quiet = try Command.cardinfo("--virtual", "travel-euicc", "--quiet")
    #expect(quiet.status == 0)
    #expect(loud.output.contains("cardinfo line add --card"))
    #expect(!quiet.output.contains("cardinfo line add"))
    #expect(quiet.output.contains("8944500123456789011"))
    let desk = try Desk()
    #expect(try !desk.run("notify").errors.isEmpty)
    #expect(try desk.run("notify --quiet").errors.isEmpty)
  }

  @Test func mistakesAreStillSaid() throws {
    let result = try Command.cardinfo("--quiet", "--virtual", "mute")
    #expect(result.status == 1)
    #expect(result.errors.contains("does not answer"))
    #expect(try Command.cardinfo("line", "show", "nobody", "--quiet").status != 0)
  }

  @Test func whatAPersonHasToKnowBeforeTheyDecideIsStillSaid() throws {
    let arguments = "profiles delete 8985203012345678902 --dry-run --virtual travel-euicc"
    let desk = try Desk()
    #expect(try desk.run(arguments + " --quiet").errors == desk.run(arguments).errors)
  }
}
