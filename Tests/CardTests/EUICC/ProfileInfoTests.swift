import Card
import CardState
import Testing

/// ProfileInfo written from SGP.22 §5.7.15 and its annex H.
struct ProfileInfoTests {
  private func decode(_ hex: String) throws -> Profile {
    var reader = ByteReader(BERTLV.encode(0xE3, bytes(hex)))
    return try ProfileInfo.decode(try BERTLV(parsing: &reader))
  }

  @Test func everyField() throws {
    let profile = try decode(
      """
      5A0A 98445000010203040506 4F10 A0000005591010FFFFFFFF8900001100 9F70 01 01 90 04 486F6D65
      91 03 41626F 92 02 5031 93 01 01 94 02 8950 95 01 02
      B6 12 3010 8002 0480 810A 6D6E6F2E6C6F63616C31
      B7 0A 8003 64F000 8101 AB 8200 B803 040102 99 02 0560 BF76 04 E202 C100
      """)
    #expect(profile.iccid == "89440500102030405060")
    #expect(profile.aid == "A0000005591010FFFFFFFF8900001100")
    #expect(profile.state == .enabled)
    #expect(profile.nickname == "Home")
    #expect(profile.serviceProvider == "Abo")
    #expect(profile.name == "P1")
    #expect(profile.icon == Profile.Icon(type: "png", data: "8950"))
    #expect(profile.class == .operational)
    #expect(
      profile.notificationSettings == [.init(operations: ["install"], address: "mno.local1")])
    #expect(profile.owner == Profile.Owner(plmn: "46000", gid1: "AB", gid2: ""))
    #expect(profile.smdpProprietaryData == "040102")
    #expect(profile.policyRules == ["disableNotAllowed", "deleteNotAllowed"])
    #expect(profile.accessRules == "E202C100")
    #expect(profile.unknown == nil)
  }

  @Test func whatIsAbsentIsAbsentAndTheClassIsOperational() throws {
    let profile = try decode("5A0A 98445000010203040506")
    #expect(profile.class == .operational)
    #expect(profile.state == nil)
    #expect(profile.nickname == nil)
    #expect(profile.policyRules == nil)
  }

  @Test(arguments: [("00", Profile.Class.test), ("01", .provisioning), ("02", .operational)])
  func classes(hex: String, expected: Profile.Class) throws {
    #expect(try decode("95 01 \(hex)").class == expected)
  }

  @Test func unknownTagsStayRaw() throws {
    #expect(
      try decode("9F7B 01 05 9F26 00").unknown == [
        RawDataObject(tag: "9F7B", value: "05"), RawDataObject(tag: "9F26", value: ""),
      ])
  }

  @Test func padded18DigitICCIDs() throws {
    #expect(try decode("5A0A 989410000010325476FF").iccid == "894901000001234567")
  }

  @Test(arguments: [
    ("5A05 9844500001", "5A"), ("9F7000", "9F70"), ("9505 0000000001", "95"),
    ("B703 8002 64", "B7"), ("B7058003FFFFFF", "B7"),
  ]) func aBadDataObjectIsKeptRawAndSpoilsNoOther(hex: String, tag: String) throws {
    let profile = try decode("91 03 41626F \(hex) 92 02 5031")
    #expect(profile.serviceProvider == "Abo")
    #expect(profile.name == "P1")
    #expect(profile.unknown?.map(\.tag) == [tag])
  }

  @Test(arguments: ["5A", "91 05 41"])
  func refusesWhatIsNoListOfDataObjects(hex: String) {
    #expect(throws: ParseError.self) { try decode(hex) }
  }
}
