public import CardState

/// What a UICC says of a file or application when it is selected: the FCP template (ETSI
/// TS 102 221 §11.1.1.3), as far as reading needs it.
public struct FileControlParameters: Hashable, Sendable {
  /// The application's full name (tag 84).
  public var applicationName: AID?
  /// How long a record is and how many there are, of a file of records (tag 82).
  public var records: RecordShape?
  /// How many bytes a transparent file holds (tag 80).
  public var size: Int?
  /// Whether each PIN is asked for, by key reference: 01 is PIN1, 11 the universal PIN (tag C6).
  public var pinEnabled: [UInt8: Bool]

  /// Understands an FCP template (tag 62).
  public init(_ bytes: [UInt8]) throws(ParseError) {
    var reader = ByteReader(bytes)
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0x62 else {
      throw ParseError(.unexpectedTag(template.tag), at: 0)
    }
    let parts = try template.children()
    applicationName = parts.first(0x84).map { AID(Array($0.value)) }
    size = (try? parts.first(0x80)?.number()).map(Int.init)
    records = parts.first(0x82).flatMap { RecordShape(fileDescriptor: $0.reader) }
    pinEnabled = try parts.first(0xC6).map(Self.pinEnabled(in:)) ?? [:]
  }

  /// How the records of a file are built.
  public struct RecordShape: Hashable, Sendable {
    /// Bytes of each record, 1 to 255.
    public var length: Int
    /// Records in the file, 1 to 254.
    public var count: Int

    /// Makes sense of what a card says. Nil when it makes none.
    init?(length: Int, count: Int) {
      guard (1...255).contains(length), (1...254).contains(count) else { return nil }
      self.length = length
      self.count = count
    }

    /// From tag 82 of a file of records: descriptor, coding, record length 2, count 1.
    fileprivate init?(fileDescriptor: ByteReader) {
      var reader = fileDescriptor
      guard (try? reader.bytes(2)) != nil, let length = try? reader.unsigned(2),
        let count = try? reader.byte()
      else { return nil }
      self.init(length: Int(length), count: Int(count))
    }

    /// From a 2G SIM's answer to selecting a file (3GPP TS 51.011 §9.2.1): bytes 3 and 4 are the
    /// file's size, byte 15 is a record's length.
    init?(gsmAnswer: [UInt8]) {
      var reader = ByteReader(gsmAnswer)
      guard (try? reader.bytes(2)) != nil, let size = try? reader.unsigned(2),
        (try? reader.bytes(10)) != nil, let length = try? reader.byte(), length > 0
      else { return nil }
      self.init(length: Int(length), count: Int(size) / Int(length))
    }
  }

  /// The size of a file in a 2G SIM's answer to selecting it (3GPP TS 51.011 §9.2.1): bytes 3 and 4.
  static func size(inGSMAnswer answer: [UInt8]) -> Int? {
    var reader = ByteReader(answer)
    guard (try? reader.bytes(2)) != nil else { return nil }
    return (try? reader.unsigned(2)).map(Int.init)
  }

  /// The PIN status template (§9.5.2): one bit for each key reference that follows, from bit 8
  /// of the first byte downward.
  private static func pinEnabled(in template: BERTLV) throws(ParseError) -> [UInt8: Bool] {
    let parts = try template.children()
    guard let status = parts.first(0x90) else { return [:] }
    let references = parts.filter { $0.tag == 0x83 }.compactMap(\.value.first)
    let bits = status.value.flatMap { byte -> [Bool] in (0..<8).map { byte & (0x80 >> $0) != 0 } }
    return Dictionary(zip(references, bits)) { first, _ in first }
  }

  /// The key reference of PIN1, where the application has no other (TS 102 221 §9.5.1 table 9.3).
  public static let pin1: UInt8 = 0x01
}

/// Asks a card for the state of PIN1 without using a try.
public enum PIN {
  /// Tries left of PIN1: an empty VERIFY answers 63Cx, whether or not the PIN is enabled (ETSI
  /// TS 102 221 §11.1.9.1.3). Nil when the card says something else.
  public static func triesLeft(_ session: CardSession) throws(ChannelError) -> Int? {
    session.purpose = "PIN1 tries"
    let response = try session.send(
      CommandAPDU(
        0x00, Instruction.verifyPIN, 0, FileControlParameters.pin1, confidentiality: .open))
    return response.status == 0x6983 ? 0 : response.status.triesLeft
  }

  /// The state of CHV1 in a 2G SIM's answer to selecting a directory (3GPP TS 51.011 §9.2.1,
  /// table 9): byte 14 bit 8 set means disabled, byte 19 holds the tries left.
  public static func state(inGSMDirectory answer: [UInt8]) -> PINState? {
    var reader = ByteReader(answer)
    guard (try? reader.bytes(13)) != nil, let characteristics = try? reader.byte(),
      (try? reader.bytes(4)) != nil, let chv1 = try? reader.byte()
    else { return nil }
    let isInitialised = chv1 & 0x80 != 0
    return PINState(
      enabled: characteristics & 0x80 == 0, triesLeft: isInitialised ? Int(chv1 & 0x0F) : nil)
  }
}
