import Card
import Testing

/// One vector and more for each file, written from its specification.
struct EFTests {
  @Test(
    arguments: [
      // 3GPP TS 31.102 §4.2.2: 15 digits are odd (9), 14 even (1).
      ("08 49 06 00 21 43 65 87 09", "460001234567890"),
      ("08 41 06 00 21 43 65 87 F9", "46000123456789"),
      ("04 21 33 01 F1", "233101"),
      ("03 29 33 01", nil),
    ] as [(String, String?)])
  func imsi(hex: String, digits: String?) {
    var reader = reader(hex)
    #expect((try? EFIMSI(parsing: &reader))?.imsi.digits == digits)
  }

  @Test(arguments: ["00 49", "09 490600214365870911", "08 4906", "08 FFFFFFFFFFFFFFFF", "FF", ""])
  func imsiRefuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try EFIMSI(parsing: &reader) }
  }

  @Test(
    arguments: [
      ("00 0000 02", 0x00, 2), ("00 0000 03", 0x00, 3), ("81 0000 F2", 0x81, 2),
      ("00 0000", 0x00, nil),
      ("00 0000 00", 0x00, nil), ("00 0000 FF", 0x00, nil),
    ] as [(String, UInt8, Int?)])
  func administrativeData(hex: String, mode: UInt8, mncLength: Int?) throws {
    var reader = reader(hex)
    let data = try EFAD(parsing: &reader)
    #expect(data.operationMode == mode)
    #expect(data.mncLength == mncLength)
  }

  @Test(arguments: [
    // 3GPP TS 31.102 §4.2.12: byte 1 bit 1 show the network at home, bit 2 hide the name roaming.
    ("01 67696666676166 66FFFFFFFFFFFFFFFF", true, false, "giffgaff"),
    ("02 80 4E2D56FD FFFF", false, true, "中国"),
    ("00 FFFF", false, false, ""),
  ]) func serviceProviderName(hex: String, atHome: Bool, hidden: Bool, name: String) throws {
    var reader = reader(hex)
    let spn = try EFSPN(parsing: &reader)
    #expect(spn.showsNetworkAtHome == atHome)
    #expect(spn.isHiddenWhenRoaming == hidden)
    #expect(spn.name == name)
  }

  @Test func directory() throws {
    // ETSI TS 102 221 §13.1: 61 {4F AID, 50 label}.
    var reader = reader("61 11 4F 07 A0000000871002 50 06 55 73 69 6D 31 32 FFFF")
    let record = try EFDIR(parsing: &reader)
    #expect(record.aid == AID.usim)
    #expect(record.label == "Usim12")
  }

  @Test(arguments: ["FFFF", "6100", "61024F00", "60024F01", ""])
  func directoryRefuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try EFDIR(parsing: &reader) }
  }
}
