import Card
import Testing

struct BERTLVTests {
  @Test(arguments: [
    // ISO/IEC 7816-4 §5.2.2: tags of one to three bytes, lengths of one to four.
    ("5A 02 ABCD", 0x5A, "ABCD"),
    ("9F70 01 01", 0x9F70, "01"),
    ("BF2D 00", 0xBF2D, ""),
    ("DF8101 01 FF", 0xDF8101, "FF"),
    ("04 8103 010203", 0x04, "010203"),
    ("04 82 0001 AA", 0x04, "AA"),
    ("04 84 00000002 BEEF", 0x04, "BEEF"),
  ]) func parses(hex: String, tag: UInt32, value: String) throws {
    var reader = reader(hex)
    let object = try BERTLV(parsing: &reader)
    #expect(object.tag.rawValue == tag)
    #expect(object.value.hex == value)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: [
    ("5A", ParseError.Reason.truncated(needed: 1, left: 0), 1),
    ("5A 03 0102", .truncated(needed: 3, left: 2), 2),
    ("5A 80 00", .unsupportedLength, 1),
    ("5A 85 0000000001 00", .unsupportedLength, 1),
    ("5A 84 FFFFFFFF 00", .truncated(needed: 0xFFFF_FFFF, left: 1), 6),
    ("5A 82 01", .truncated(needed: 2, left: 1), 2),
    ("9F", .truncated(needed: 1, left: 0), 1),
    ("9F 81 82 83 01 00", .unsupportedTag, 0),
  ]) func refuses(hex: String, reason: ParseError.Reason, offset: Int) {
    var reader = reader(hex)
    #expect(throws: ParseError(reason, at: offset)) { try BERTLV(parsing: &reader) }
  }

  @Test(arguments: ["A0 07 5A0111 00 4F0122", "A0 07 5A0111 FF 4F0122"])
  func paddingBetweenDataObjectsIsNoEnd(hex: String) throws {
    var reader = reader(hex)
    let object = try BERTLV(parsing: &reader)
    #expect(throws: ParseError(.strayPadding, at: 5)) { try object.children() }
  }

  @Test(arguments: ["A0 06 5A0111 000000", "A0 05 5A0111 FFFF", "A0 03 5A0111"])
  func paddingAtTheEndIsTheEnd(hex: String) throws {
    var reader = reader(hex)
    #expect(try BERTLV(parsing: &reader).children().map(\.tag) == [0x5A])
  }

  @Test func childrenKnowTheirPlaceInTheWhole() throws {
    var reader = reader("A0 06 5A 01 11 4F 01 22")
    let children = try BERTLV(parsing: &reader).children()
    #expect(children.map(\.tag) == [0x5A, 0x4F])
    #expect(children.map(\.offset) == [4, 7])
  }

  @Test(arguments: ["5A0111 FFFF", "5A0111 0000", "5A0111"])
  func paddingEndsASequence(hex: String) throws {
    #expect(try BERTLV.sequence(parsing: reader(hex)).map(\.tag) == [0x5A])
  }

  @Test(arguments: [0, 1, 127, 128, 255, 256, 65535, 65536])
  func encodesWhatItParses(count: Int) throws {
    let value = [UInt8](repeating: 0xAB, count: count)
    let encoded = BERTLV.encode(0xBF2D, value)
    var reader = ByteReader(encoded)
    let object = try BERTLV(parsing: &reader)
    #expect(object.tag == 0xBF2D)
    #expect(Array(object.value) == value)
  }

  @Test func encodesTheShortestLength() {
    #expect(BERTLV.encode(0x04, [UInt8](repeating: 0, count: 127)).prefix(2).hex == "047F")
    #expect(BERTLV.encode(0x04, [UInt8](repeating: 0, count: 128)).prefix(3).hex == "048180")
    #expect(BERTLV.encode(0x04, [UInt8](repeating: 0, count: 256)).prefix(4).hex == "04820100")
  }
}
