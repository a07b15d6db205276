import Testing

/// Who a carrier is, with sources.
struct CarrierCommandTests {
  @Test(arguments: [
    ("46000", "China Mobile"), ("46001", "China Unicom"), ("46003", "China Telecom"),
    ("46011", "China Telecom"), ("46015", "China Broadnet"), ("460-00", "China Mobile"),
    ("23410 --gid1 508", "giffgaff"), ("23410 --gid1 508FFFFF", "giffgaff"), ("23410", "O2"),
    ("310260", "T-Mobile"), ("898600B5112233445566", "China Mobile"), ("中国移动", "China Mobile"),
    ("giffgaff", "giffgaff"), ("GIFF", "giffgaff"),
  ]) func carriersAreKnown(asked: String, name: String) throws {
    let text = try Desk().output("carrier \(asked)")
    let heading = text.split(separator: "\n").first { !$0.hasPrefix("country:") }
    #expect(heading.map(String.init) == name, "\(text)")
    #expect(text.contains("because of") || asked.first?.isNumber == false)
    #expect(text.contains("20"), "a source with its date")
    for row in text.split(separator: "\n") where !row.contains("http") {
      #expect(Columns.of(row) <= 80, "\(row)")
    }
  }

  @Test func unknownNetworksTellTheirCountry() throws {
    let result = try Desk().run("carrier 46099")
    #expect(result.status == 65)
    #expect(result.output.contains("China"))
    #expect(result.errors.contains("no carrier is known") && result.errors.contains("hint:"))
    #expect(try Desk().run("carrier 99999").status == 65)
  }

  @Test func numbersTellTheirCountryAlone() throws {
    let text = try Desk().output("carrier +8613800138000")
    #expect(text.contains("China") && text.contains("does not tell the carrier"))
  }

  @Test func languagesAreSpoken() throws {
    let text = try Desk().output("carrier 46000 --lang zh-Hans")
    #expect(text.contains("中国移动") && text.contains("国家或地区：") == text.contains("："))
  }

  @Test func aPersonAddsCarriersAndIsToldWhatIsWrong() throws {
    let desk = try Desk()
    try desk.configure(
      "carriers/mine.json",
      """
      {"schema": "cardinfo.carriers", "schemaVersion": "2.0", "country": "CN", "carriers": [{
        "id": "village-net", "names": {"en": "Village Net"}, "kind": "network",
        "matches": [{"plmn": "46099", "source": "me"}],
        "sources": {"me": {"title": "my contract", "date": "2024-01-01", "quality": "U"}},
        "facts": [{"what": "hotline", "number": "12345", "source": "me"}]}]}
      """)
    try desk.configure("carriers/wrong.json", "{\"schema\": 1}")
    let result = try desk.run("carrier 46099")
    #expect(result.status == 0)
    #expect(result.output.contains("Village Net") && result.output.contains("call 12345"))
    #expect(result.output.contains("older than a year"))
    #expect(result.errors.contains("wrong.json"))
  }

  private static let oldRules = """
    {"schema": "cardinfo.rules", "schemaVersion": "1.0", "rules": [{
      "id": "clubhouse", "carrier": "Club", "zone": "Asia/Hong_Kong",
      "provenance": {"quality": "U", "source": "my contract"},
      "clocks": [{"id": "number", "subject": "number", "anchor": ["lastTopUp"],
        "period": {"n": 30, "unit": "day"}, "stages": []}]}]}
    """

  @Test func aFileOfTheOldFormIsRefusedAndCanBeConverted() throws {
    let desk = try Desk()
    try desk.configure("rules/mine.json", Self.oldRules)
    let file = desk.scratch.path("config/cardinfo/rules/mine.json")
    let refused = try desk.run("line rules")
    #expect(refused.status == 0)
    #expect(refused.output.contains("giffgaff") && !refused.output.contains("clubhouse"))
    #expect(refused.errors.contains("mine.json:1:12: not a file of carriers"))
    #expect(refused.errors.contains("hint: convert it: cardinfo carrier convert FILE -o FILE"))
    #expect(try desk.output("carrier convert \(file)").contains("\"my contract\""))
    try desk.output("carrier convert \(file) -o \(file)")
    let read = try desk.run("line rules")
    #expect(read.errors.isEmpty)
    #expect(read.output.contains("clubhouse") && read.output.contains("Club"))
    let again = try desk.run("carrier convert \(file)")
    #expect(again.status == 65 && again.errors.contains("not in a format that can be converted"))
    #expect(try desk.run("carrier convert /no/such/file").status == 65)
  }

  @Test func whatCanNotBeConvertedWholeIsTold() throws {
    let desk = try Desk()
    try desk.configure("old.json", Self.oldRules.replacing("\"day\"", with: "\"days\""))
    let file = desk.scratch.path("config/cardinfo/old.json")
    let result = try desk.run("carrier convert \(file)")
    #expect(result.status == 65)
    #expect(result.output.contains("\"days\""))
    #expect(result.errors.contains("\"days\" is not a word for this"))
  }

  @Test func aHostOfTheCarrierIsANetworkOfItsOwn() throws {
    let desk = try Desk()
    #expect(try !desk.output("--virtual travel-abroad --verbose").contains("R1"))
    func carriers(_ hosts: String) -> String {
      """
      {"schema": "cardinfo.carriers", "schemaVersion": "2.0", "carriers": [
        {"id": "airalo", "names": {"en": "Airalo"}, "hosts": [\(hosts)]},
        {"id": "club", "names": {"en": "Club"}, "hosts": ["telekom-de"],
         "sources": {"me": {"title": "my contract", "quality": "U"}},
         "rules": [{"id": "club", "source": "me", "clocks": [
           {"id": "number", "subject": "number", "anchor": ["lastUse"],
            "period": {"n": 90, "unit": "day"}, "stages": []}]}]}]}
      """
    }
    // Who sold it is on the card.
    try desk.configure("carriers/mine.json", carriers("\"26201\""))
    #expect(
      try desk.output("--virtual travel-abroad").contains("was alive when a phone last used it"))
    // The rule of a line tells its carrier, whatever is on the card.
    try desk.configure("carriers/mine.json", carriers(""))
    try desk.output("line add --name trip --iccid 8944500123456789011 --rule club")
    #expect(try !desk.output("--virtual travel-abroad --verbose").contains("R1"))
    let evidence = "\"evidence\":\"R1\""
    #expect(try desk.output("line show trip --json").contains(evidence))
    try desk.output("line set trip --rule giffgaff")
    #expect(try !desk.output("line show trip --json").contains(evidence))
  }

  @Test func jsonNamesTheFilesThatWereRead() throws {
    let text = try Desk().output("carrier 46000 --json")
    #expect(text.contains("\"layer\" : \"shipped\"") && text.contains("\"outcome\" : \"read\""))
    #expect(text.contains("\"date\""))
  }
}
