import Foundation
import Testing

/// A line is a number of somebody, whichever card it is on.
struct LineDetailsTests {
  private static let home =
    "line add --name home --iccid 8944110123456789013 --rule giffgaff --number '+44 7700 900123' "
    + "--owner Ann --group family --tag vip --tag uk --note 'for the bank' --paid-by 'mum'\\''s Visa' "
    + "--lead 5 --carrier giffgaff --activated 2026-06-01"

  @Test func whatIsSaidOfALineIsShownAndInJSON() throws {
    let desk = try Desk()
    let text = try desk.output(Self.home)
    for fact in ["+44 7700 900123", "Ann", "family", "vip, uk", "for the bank", "mum's Visa"] {
      #expect(text.contains(fact), "\(fact)")
    }
    let json = try desk.output("line show home --json")
    for member in [
      "\"numbers\":[\"+44 7700 900123\"]", "\"carrier\":\"giffgaff\"", "\"leadDays\":5",
      "\"tags\":[\"vip\",\"uk\"]", "\"paymentMethod\":\"mum's Visa\"",
    ] {
      #expect(json.contains(member), "\(member): \(json)")
    }
    #expect(!(try desk.output("line set home --owner ''").contains("Ann")))
  }

  @Test(arguments: [
    "home", "+447700900123", "'07700 900123'", "'0044 7700-900123'", "8944110123456789013", "89441",
    "giffgaff",
  ]) func aLineIsFoundByNameNumberCardAndProfile(reference: String) throws {
    let desk = try Desk()
    try desk.output(Self.home)
    try desk.output("line add --name trip --iccid 8944500123456789011")
    try desk.output("line add --name hk --number '+852 9123 4567'")
    try desk.output("--virtual plain-sim --virtual travel-euicc")
    let found = try desk.run("line show \(reference)")
    if reference == "giffgaff" {
      // The name of a SIM's provider is no profile's name.
      #expect(found.status == 65)
    } else {
      #expect(found.output.hasPrefix("home\n"), "\(found.errors)")
    }
  }

  @Test func theProfilesNameFindsItsLine() throws {
    let desk = try Desk()
    try desk.output("line add --name trip --iccid 8944500123456789011")
    try desk.output("--virtual travel-euicc")
    #expect(try desk.output("line show 'Discover Global'").hasPrefix("trip\n"))
  }

  @Test func linesAreListedByOwnerGroupAndTag() throws {
    let desk = try Desk()
    try desk.output(Self.home)
    try desk.output("line add --name other --owner Bob --tag uk --expires 2027-01-31")
    func names(_ options: String) throws -> [String] {
      struct Lines: Decodable {
        struct Element: Decodable { let line: Named }
        struct Named: Decodable { let name: String }
        let lines: [Element]
      }
      let text = try desk.output("lines \(options) --json")
      return try JSONDecoder().decode(Lines.self, from: Data(text.utf8)).lines.map(\.line.name)
    }
    #expect(try names("--owner ann") == ["home"])
    #expect(try names("--group family") == ["home"])
    #expect(Set(try names("--tag uk")) == ["home", "other"])
    #expect(try names("--tag uk --tag vip") == ["home"])
    #expect(try names("--tag nobody") == [])
    #expect(
      try desk.run("lines --tag nobody").errors.contains(
        "no line has that owner, group and tags"))
    #expect(
      try desk.run("lines --owner Bob --due 1d").errors.contains(
        "no line with that owner, group and tags is due"))
    #expect(try names("--owner nobody") == [])
  }

  @Test func namesAreUnique() throws {
    let desk = try Desk()
    try desk.output("line add --name home")
    try desk.output("line add --name other")
    for arguments in ["line add --name HOME", "line set other --name home"] {
      let refused = try desk.run(arguments)
      #expect(refused.status == 65 && refused.errors.contains("another name"), "\(refused.errors)")
    }
    try desk.output("line set home --name Home")
  }

  @Test func whatCanBeMeantIsNamed() throws {
    let desk = try Desk()
    try desk.output("line add --name 'ho 07700900123' --iccid 8944110123456789013")
    try desk.output("line add --name hotel")
    let refused = try desk.run("line show ho")
    #expect(refused.status == 65 && refused.errors.contains("\"hotel\""))
    #expect(!refused.errors.contains("0123"), "\(refused.errors)")
  }

  @Test(arguments: [
    ("--number 12", "5 to 15 digits"), ("--carrier nobody-at-all", "cardinfo carrier"),
    ("--lead 400", "0 to 365"),
  ]) func mistakesAreExplained(options: String, says: String) throws {
    let result = try Desk().run("line add --name a \(options)")
    #expect(result.status == 64 && result.errors.contains(says), "\(result.errors)")
  }

  /// The number stays, the card goes: what was read of the old one before that day still counts.
  @Test func aNumberMovesToAnotherCard() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name home --iccid 898600B5112233445566 --rule china-mobile-prepaid",
      at: "2026-01-01")
    try desk.output("log home topup 50元 --on 2026-01-01", at: "2026-01-01")
    try desk.output("--virtual china-mobile-refused", at: "2026-01-02")
    let text = try desk.output(
      "log home swap --iccid 8986 0011 2233 4455 667 --on 2026-01-05"
        .replacing("8986 0011 2233 4455 667", with: "8986001122334455667"), at: "2026-01-06")
    #expect(text.contains("898600B5112233445566 until 2026-01-05"))
    #expect(text.contains("its home network refused"), "\(text)")
    #expect(try desk.output("line show 898600B5112233445566").hasPrefix("home\n"))
    #expect(try desk.output("line show 8986001122334455667").hasPrefix("home\n"))
    let read = try desk.output("--virtual china-mobile", at: "2026-01-07")
    #expect(read.contains("home was on this card until 2026-01-05"), "\(read)")
    #expect(!read.contains("not tracked yet"))
  }

  @Test func twoNumbersOnOneCardAreTwoLines() throws {
    let desk = try Desk()
    try desk.output("line add --name one --iccid 8944110123456789013 --number 07700900123")
    #expect(try desk.run("line add --name two --iccid 8944110123456789013").status == 65)
    #expect(
      try desk.run(
        "line add --name two --iccid 8944110123456789013 --number +447700900123"
      ).status == 65)
    try desk.output("line add --name two --iccid 8944110123456789013 --number 07700900124")
    let read = try desk.output("--virtual plain-sim")
    #expect(read.contains("? one") && read.contains("? two"), "\(read)")
    let both = try desk.run("line show 8944110123456789013")
    #expect(both.status == 65 && both.errors.contains("\"one\", \"two\""))
  }
}
