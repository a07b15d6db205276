import Card
import Testing

/// 3GPP TS 23.040 §9.2.3.24: the header, what it says, and where the text begins behind it.
struct SMSUserDataTests {
  private func userData(_ hex: String, scheme: UInt8, hasHeader: Bool = false) throws -> UserData {
    var reader = reader(hex)
    return try UserData(
      parsing: &reader, scheme: DataCodingScheme(rawValue: scheme), hasHeader: hasHeader)
  }

  @Test(
    arguments: [
      ("0A E8329BFD4697D9EC37", 0x00, "hellohello"), ("00", 0x00, ""),
      ("08 00E9 0416 4E2D 20AC", 0x08, "éЖ中€"), ("04 D83DDE00", 0x08, "😀"),
      ("03 00E9 00", 0x08, "é"), ("01 00", 0x08, ""),
      ("02 D83D", 0x08, "\u{FFFD}"), ("04 DE00 0041", 0x08, "\u{FFFD}A"),
      ("03 E8 34 00", 0x80, "hi@"),
    ] as [(String, UInt8, String)])
  func text(hex: String, scheme: UInt8, text: String) throws {
    let data = try userData(hex, scheme: scheme)
    #expect(data.text == text)
    #expect(data.data == nil)
    #expect(!data.isTruncated)
  }

  @Test(arguments: [(0x04, "CAFE00"), (0xF4, "CAFE00"), (0x20, "CAFE00"), (0x28, "CAFE00")])
  func applicationAndCompressedDataStaysData(scheme: UInt8, hex: String) throws {
    let data = try userData("03 CAFE00 FF", scheme: scheme)
    #expect(data.data?.hex == hex)
    #expect(data.text == nil)
  }

  @Test(
    arguments: [
      ("0A E8329BFD46", 0x00, "hello"), ("04 00E9", 0x08, "é"), ("04 00E9 00", 0x08, "é"),
      ("A0", 0x00, ""), ("FF", 0x08, ""),
    ] as [(String, UInt8, String)])
  func whatIsThereOfACutTextIsRead(hex: String, scheme: UInt8, text: String) throws {
    let data = try userData(hex, scheme: scheme)
    #expect(data.text == text)
    #expect(data.isTruncated)
  }

  /// After a header of n bytes the text begins at the next whole septet.
  @Test(arguments: 0...14) func fillBits(headerLength: Int) throws {
    let septets: [UInt8] = [0x68, 0x69, 0x21]
    let filler = [UInt8](repeating: 0xAA, count: max(0, headerLength - 2))
    let header: [UInt8] =
      headerLength < 2
      ? [UInt8](repeating: 0x00, count: headerLength)
      : [0x70, UInt8(filler.count)] + filler
    let octets = [UInt8(headerLength)] + header
    let headerSeptets = (octets.count * 8 + 6) / 7
    let body = octets + pack(septets, fillBits: headerSeptets * 7 - octets.count * 8)
    let data = try userData(
      ([UInt8(headerSeptets + septets.count)] + body).hex, scheme: 0, hasHeader: true)
    #expect(data.text == "hi!")
    #expect(data.header?.byteCount == headerLength + 1)
    #expect(data.header?.isMalformed == (headerLength == 1))
  }

  @Test func oddHeadersDoNotShiftUnits() throws {
    let data = try userData("0B 06 0804 1234 0201 00E9 20AC", scheme: 0x08, hasHeader: true)
    #expect(data.text == "é€")
    let concatenation = try #require(data.header?.concatenation)
    #expect(concatenation.reference == 0x1234)
    #expect(concatenation.count == 2)
    #expect(concatenation.sequence == 1)
  }

  @Test(
    arguments: [
      // The last of several elements counts; one that makes no sense does not.
      ("0A 0003 01 02 01 0003 02 02 02", 2, 2), ("0A 0003 01 02 01 0003 02 02 03", 1, 1),
      ("0B 0804 0003 02 02 0003 01 02 01", 1, 1),
      ("05 0003 01 02 00", nil, nil), ("05 0003 01 00 00", nil, nil), ("04 0002 01 02", nil, nil),
      ("06 0803 01 02 01 00", nil, nil), ("02 0000", nil, nil), ("00", nil, nil),
    ] as [(String, UInt16?, Int?)])
  func concatenation(header: String, reference: UInt16?, sequence: Int?) throws {
    var reader = reader(header)
    let header = try UserDataHeader(parsing: &reader)
    #expect(header.concatenation?.reference == reference)
    #expect(header.concatenation?.sequence == sequence)
  }

  @Test(
    arguments: [
      ("06 0504 0B84 23F0", 2948, 9200), ("04 0402 F0 F1", 0xF0, 0xF1), ("04 0502 0B84", nil, nil),
    ] as [(String, UInt16?, UInt16?)])
  func ports(header: String, destination: UInt16?, originator: UInt16?) throws {
    var reader = reader(header)
    let ports = try UserDataHeader(parsing: &reader).ports
    #expect(ports?.destination == destination)
    #expect(ports?.originator == originator)
  }

  @Test func waitingByKind() throws {
    var reader = reader("0C 0102 8003 0102 0200 0102 87FF")
    let waiting = try UserDataHeader(parsing: &reader).messageWaiting
    #expect(waiting.map(\.kind) == [.voice, .mail, .video])
    #expect(waiting.map(\.count) == [3, 0, 255])
    #expect(waiting.map(\.isActive) == [true, false, true])
    #expect(waiting.map(\.isStored) == [true, false, true])
  }

  @Test(arguments: [("05 0003 0102", 1), ("03 00 03 01", 1), ("05 7001 00 70 05", 2), ("01 70", 1)])
  func malformedHeaderIsSkippedWhole(hex: String, count: Int) throws {
    var reader = reader(hex)
    let header = try UserDataHeader(parsing: &reader)
    #expect(header.isMalformed)
    #expect(header.elements.count == count - 1)
    #expect(reader.isAtEnd)
  }

  @Test(
    arguments: [
      // Code 0C behind a header of four bytes and three fill bits, or of three bytes and four.
      ("06 03 250101 6000", "ğ"), ("06 03 25017F 6000", "ø"), ("06 03 240101 6000", "ø"),
      ("05 02 2500 C000", "ø"),
    ])
  func unknownLanguagesFallBack(hex: String, text: String) throws {
    let data = try userData(hex, scheme: 0, hasHeader: true)
    #expect(data.header?.elements.count == 1)
    #expect(data.text == text)
  }
}
