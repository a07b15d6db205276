import Testing

/// What is nearly a name is answered with the name.
struct DidYouMeanTests {
  @Test(arguments: [
    ("linse", "cardinfo lines"), ("profiels", "cardinfo profiles"),
    ("profiles enabel airalo", "cardinfo profiles enable"),
    ("linse --due 30d", "cardinfo lines"), ("--lang en line shwo x", "cardinfo line show"),
    ("--virtual plain-sin", "plain-sim"), ("carrier gifgaff", "giffgaff"),
    ("line add --name a --rule gifgaff", "giffgaff"),
    ("line add --name a --carrier gifgaff", "giffgaff"),
    ("profiles enable airlo --dry-run --virtual travel-euicc", "Airalo"),
  ]) func itIsAsked(arguments: String, meant: String) throws {
    let result = try Desk().run(arguments)
    #expect(result.status != 0)
    let said = result.errors.split(separator: "\n").first { $0.contains("did you mean") }
    #expect(said?.contains(meant) == true, "\(result.errors)")
  }

  @Test func linesAreAskedFor() throws {
    let desk = try Desk()
    try desk.output("line add --name giffgaff")
    let result = try desk.run("line show gifgaff")
    let question = "hint: did you mean: \"giffgaff\"? cardinfo lines"
    #expect(result.errors.contains(question), "\(result.errors)")
    #expect(try desk.run("line show gifgaff --json").output.contains("did you mean"))
  }

  @Test(arguments: ["xyzzy", "line show", "--no-such-option", "carrier zzzzqqqq"])
  func nothingIsMadeUp(arguments: String) throws {
    #expect(try !Desk().run(arguments).errors.contains("did you mean"))
  }
}
