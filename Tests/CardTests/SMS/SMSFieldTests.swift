import Card
import Testing

/// Addresses, schemes and validity periods, written from 3GPP TS 23.040 and TS 23.038.
struct SMSFieldTests {
  @Test(
    arguments: [
      // TS 23.040 §9.1.2.5: length in semi-octets, type and plan, semi-octets.
      ("0C 91 447700090021", "+447700900012", 1),
      ("0B 91 4477000900F1", "+44770090001", 1),
      ("05 81 0600F0", "60000", 0),
      ("0B A1 70079000 21F3", "07700900123", 2),
      ("03 81 21F3", "123", 0),
      ("08 81 A0 B1 C2 DE", "0*1#2acb", 0),
      ("00 91", "", 1),
      ("00 81", "", 0),
      // Alphanumeric: 8 septets are 14 semi-octets, 11 are 20.
      ("0E D0 E7B4D97C0E9BCD", "giffgaff", 5),
      ("14 D0 D637396C7EBBCBA0EA12", "Vodafone UK", 5),
      ("02 D0 31", "1", 5),
      ("01 D0 31", "", 5),
    ])
  func address(hex: String, text: String, type: UInt8) throws {
    var reader = reader(hex + "AB")
    let address = try MessageAddress(parsing: &reader)
    #expect(address.text == text)
    #expect(address.typeOfNumber.rawValue == type)
    #expect(reader.count == 1)
  }

  @Test(arguments: ["15 91 0000000000000000000000", "FF 91", "0C 91 4477000900", "04", ""])
  func addressRefuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try MessageAddress(parsing: &reader) }
  }

  @Test(
    arguments: [
      // TS 24.011 §8.2.5.1: the length counts bytes.
      ("07 91 447758100650", "+447785016005"), ("06 91 21436587F9", "+123456789"),
      ("00", nil), ("02 91 11", "+11"), ("01 91", ""),
    ] as [(String, String?)])
  func serviceCentre(hex: String, text: String?) throws {
    var reader = reader(hex)
    #expect(try MessageAddress.serviceCentre(parsing: &reader)?.text == text)
    #expect(reader.isAtEnd)
  }

  @Test(arguments: ["0C 91 0000000000000000000000", "07 91 4477", "FF"])
  func serviceCentreRefuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try MessageAddress.serviceCentre(parsing: &reader) }
  }

  @Test(
    arguments: [
      // TS 23.038 §4: general groups, with and without class; 0C is a reserved alphabet.
      (0x00, .gsm7, nil), (0x04, .data8, nil), (0x08, .ucs2, nil), (0x0C, .gsm7, nil),
      (0x10, .gsm7, 0), (0x15, .data8, 1), (0x1A, .ucs2, 2), (0x13, .gsm7, 3),
      (0x40, .gsm7, nil), (0x58, .ucs2, 0), (0x03, .gsm7, nil),
      // Reserved groups are read as the default alphabet.
      (0x80, .gsm7, nil), (0x84, .gsm7, nil), (0x98, .gsm7, nil), (0xB4, .gsm7, nil),
      // Message waiting: discard, store, store UCS2.
      (0xC8, .gsm7, nil), (0xD0, .gsm7, nil), (0xE1, .ucs2, nil),
      // Data coding and class.
      (0xF0, .gsm7, 0), (0xF1, .gsm7, 1), (0xF6, .data8, 2), (0xF7, .data8, 3),
    ] as [(UInt8, DataCodingScheme.Alphabet, Int?)])
  func scheme(byte: UInt8, alphabet: DataCodingScheme.Alphabet, messageClass: Int?) {
    let scheme = DataCodingScheme(rawValue: byte)
    #expect(scheme.alphabet == alphabet)
    #expect(scheme.messageClass?.rawValue == messageClass)
  }

  @Test func schemeFlags() {
    #expect(
      (0...0xFF).filter { DataCodingScheme(rawValue: $0).isCompressed }.hex
        == ((UInt8(0x20)...0x3F).map { $0 } + (UInt8(0x60)...0x7F).map { $0 }).hex)
    #expect(
      (0...0xFF).filter { DataCodingScheme(rawValue: $0).isMarkedForDeletion }.hex
        == (UInt8(0x40)...0x7F).map { $0 }.hex)
  }

  @Test(
    arguments: [
      (0xC8, .voice, true, false), (0xC0, .voice, false, false), (0xD9, .fax, true, true),
      (0xDA, .mail, true, true), (0xE3, .other, false, true), (0xEB, .other, true, true),
    ] as [(UInt8, MessageWaitingIndication.Kind, Bool, Bool)])
  func messageWaiting(
    byte: UInt8, kind: MessageWaitingIndication.Kind, isActive: Bool, isStored: Bool
  ) {
    #expect(
      DataCodingScheme(rawValue: byte).messageWaiting
        == MessageWaitingIndication(kind: kind, isActive: isActive, isStored: isStored))
    #expect(DataCodingScheme(rawValue: 0xF0).messageWaiting == nil)
  }

  @Test(
    arguments: [
      // TS 23.040 §9.2.3.12.1, at the edges of each range.
      (0, 5), (143, 720), (144, 750), (167, 1440), (168, 2880), (196, 43_200), (197, 50_400),
      (255, 635_040),
    ] as [(UInt8, Int)])
  func relativeValidity(byte: UInt8, minutes: Int) throws {
    var reader = ByteReader([byte])
    #expect(
      try ValidityPeriod(parsing: &reader, firstOctet: 0x11) == .relative(minutes: minutes))
  }

  @Test(
    arguments: [(0x40, nil), (0x41, 1), (0x47, 7), (0x48, nil), (0x7F, nil)] as [(UInt8, Int?)])
  func replacedType(byte: UInt8, type: Int?) {
    #expect(ProtocolIdentifier(rawValue: byte).replacedType == type)
  }

  @Test(
    arguments: [
      (0x00, .completed), (0x1F, .completed), (0x20, .trying), (0x41, .failed), (0x60, .abandoned),
      (0x80, nil), (0xFF, nil),
    ] as [(UInt8, DeliveryStatus.Outcome?)])
  func deliveryStatus(byte: UInt8, outcome: DeliveryStatus.Outcome?) {
    #expect(DeliveryStatus(rawValue: byte).outcome == outcome)
  }
}
