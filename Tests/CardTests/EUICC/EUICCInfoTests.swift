import Card
import CardState
import Testing

/// EUICCInfo2 of SGP.22 §5.7.8: as public captures of real eUICCs have it, and written by hand.
struct EUICCInfoTests {
  private func decode(_ hex: String) throws -> EUICCInfo {
    var reader = reader(hex)
    return EUICCInfo2.decode(try BERTLV(parsing: &reader).children())
  }

  @Test func ofGieseckeAndDevrient() throws {
    let info = try decode(
      """
      BF2281C6810302010082030202008303040600840F8101008204000628248304000019228504067F36C0860309
      0200870302030088020490A916041481370F5125D0B1D408D4C3B232E6D25E795BEBFBAA16041481370F5125D0
      B1D408D4C3B232E6D25E795BEBFB990206C004030000010C0D47492D42412D55502D30343139AC48801F312E32
      2E3834302E313233343536372F6D79506C6174666F726D4C6162656C812568747470733A2F2F6D79636F6D7061
      6E792E636F6D2F6D79444C4F41526567697374726172
      """)
    #expect(info.specificationVersion == "2.2.0")
    #expect(info.firmwareVersion == "4.6.0")
    #expect(info.profilePackageVersion == "2.1.0")
    #expect(info.ts102241Version == "9.2.0")
    #expect(info.globalPlatformVersion == "2.3.0")
    #expect(info.memory?.freeNonVolatile == 403_492)
    #expect(info.memory?.freeVolatile == 6434)
    #expect(info.memory?.installedApplications == 0)
    #expect(info.memory?.roomForProfiles == 8)
    #expect(info.memory?.basis.map { "\($0)" }?.contains("403 kB") == true)
    #expect(info.sasAccreditationNumber == "GI-BA-UP-0419")
    #expect(info.protectionProfileVersion == "0.0.1")
    #expect(info.rspCapabilities == ["additionalProfile", "testProfileSupport"])
    #expect(
      info.uiccCapabilities == [
        "usimSupport", "isimSupport", "csimSupport", "akaMilenage", "akaCave", "akaTuak128",
        "akaTuak256", "gbaAuthenUsim", "gbaAuthenISim", "eapClient", "javacard",
        "multipleUsimSupport", "multipleIsimSupport",
      ])
    #expect(info.forbiddenPolicyRules == ["updateControl", "disableNotAllowed"])
    #expect(info.verificationRoots?.map(\.name) == ["GSMA RSP2 Root CI1"])
    #expect(info.signingRoots == info.verificationRoots)
    #expect(
      info.certification
        == .init(
          platformLabel: "1.2.840.1234567/myPlatformLabel",
          discoveryBaseURL: "https://mycompany.com/myDLOARegistrar"))
    #expect(info.category == nil)
    #expect(info.unknown == nil)
  }

  @Test func ofEastcompeace() throws {
    let info = try decode(
      """
      BF227E810302030182030202028303040203840D8101008204000253C983020FFA8505077F3E1F808603090200
      870302030088020490A916041481370F5125D0B1D408D4C3B232E6D25E795BEBFBAA16041481370F5125D0B1D4
      08D4C3B232E6D25E795BEBFB8B01009902064004030100000C0D45442D5A492D55502D30383236
      """)
    #expect(info.category == "other")
    #expect(info.sasAccreditationNumber == "ED-ZI-UP-0826")
    #expect(info.forbiddenPolicyRules == ["disableNotAllowed"])
    #expect(info.memory?.freeVolatile == 4090)
  }

  @Test func ofKigenForTheInternetOfThings() throws {
    let info = try decode(
      """
      BF228192810302030182030206008303260116840D81010882040002EC08830224DF8505007FB6F3C186031102
      0087030203008802029CA916041481370F5125D0B1D408D4C3B232E6D25E795BEBFBAA16041481370F5125D0B1
      D408D4C3B232E6D25E795BEBFB990206400403FFFFFF0C0D4B4E2D444E2D55502D30333237AF05040303030190
      0101B40BA005040301020081008200
      """)
    #expect(info.specificationVersion == "2.6.0")
    #expect(info.additionalProfilePackageVersions == ["3.3.1"])
    #expect(info.ipaMode == "euicc")
    #expect(info.iot == .init(versions: ["1.2.0"], supportsECall: true, supportsFallback: true))
    #expect(info.sasAccreditationNumber == "KN-DN-UP-0327")
    #expect(info.memory?.installedApplications == 8)
  }

  @Test func info1Of5ber() throws {
    let info = try decode(
      """
      BF20618203020202A92C04140B1359633D2AB469761CA9D82B2229350DB722D7041481370F5125D0B1D408D4C3
      B232E6D25E795BEBFBAA2C04140B1359633D2AB469761CA9D82B2229350DB722D7041481370F5125D0B1D408D4
      C3B232E6D25E795BEBFB
      """)
    #expect(info.specificationVersion == "2.2.2")
    #expect(info.verificationRoots?.map(\.name) == [nil, "GSMA RSP2 Root CI1"])
    #expect(
      info.signingRoots?.first?.keyID == "0B1359633D2AB469761CA9D82B2229350DB722D7")
    #expect(info.memory == nil)
  }

  @Test func whatHasNoNameStaysRaw() throws {
    let info = try decode("BF2209 9F1001AA 9203010203")
    #expect(
      info.unknown == [
        RawDataObject(tag: "9F10", value: "AA"), RawDataObject(tag: "92", value: "010203"),
      ])
  }

  @Test func anEmptyListOfRootsIsKept() throws {
    #expect(try decode("BF2204 A900 AA00").signingRoots?.isEmpty == true)
  }

  @Test(arguments: [
    ("8403820600", "84"), ("8B050000000000", "8B"), ("840A 8208 FFFFFFFFFFFFFFFF", "84"),
    ("A902 04FF", "A9"), ("9000", "90"), ("B402 A0FF", "B4"),
  ]) func whatIsMalformedStaysRawAndTheRestIsKept(hex: String, tag: String) throws {
    let objects = try BERTLV.sequence(parsing: reader("8103020301 \(hex) 0C0141"))
    let info = EUICCInfo2.decode(objects)
    #expect(info.profilePackageVersion == "2.3.1")
    #expect(info.sasAccreditationNumber == "A")
    #expect(info.unknown?.map(\.tag) == [tag])
  }

  @Test func lengthsBeyondTheAnswerAreRefused() {
    #expect(throws: ParseError.self) { try decode("BF2207 A9 84FFFFFFFF 00") }
    #expect(throws: ParseError.self) { try decode("BF2205 84 03 8206") }
  }
}
