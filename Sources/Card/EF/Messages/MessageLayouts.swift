/// EF.SMS: short messages, one to a record of 176 bytes: status, service centre and message, filled
/// up with FF (3GPP TS 31.102 §4.2.25). What a record says is for ``StoredMessage``: a message that
/// can't be understood does not hide its status here.
public struct EFSMS: EncodableLayout {
  /// The status byte.
  public var statusByte: UInt8
  /// What the record is in use for.
  public var status: StoredMessage.Status
  /// What became of the report on a message sent.
  public var report: StoredMessage.ReportStatus?
  /// The service centre's address and the message, with what fills them up. A free record may keep
  /// an old one. Not in the JSON.
  public var message: OpaqueBytes

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    statusByte = try reader.byte()
    let state = try StoredMessage(record: [statusByte])
    status = state.status
    report = state.reportStatus
    message = OpaqueBytes(reader.rest())
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ([statusByte] + message.bytes).filled(to: count)
  }

  /// Writes what the record is in use for.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(status.rawValue, forKey: .status)
    try container.encodeIfPresent(report.map { "\($0)" }, forKey: .report)
  }

  private enum CodingKeys: String, CodingKey {
    case status, report
  }
}

/// EF.SMSR: reports on messages sent, one to a record of 30 bytes: the record of EF.SMS with the
/// message, then the report (3GPP TS 31.102 §4.2.32). What a record says is for
/// ``StoredStatusReport``.
public struct EFSMSR: EncodableLayout {
  /// The record of EF.SMS with the message; nil where the record is not used.
  public var messageRecord: UInt8?
  /// The report, with what fills it up. Not in the JSON.
  public var report: OpaqueBytes

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let record = try reader.byte()
    messageRecord = record == 0 ? nil : record
    report = OpaqueBytes(reader.rest())
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ([messageRecord ?? 0] + report.bytes).filled(to: count)
  }

  private enum CodingKeys: String, CodingKey {
    case messageRecord
  }
}

/// EF.SMSS: the state of messages on the card. Transparent, 2 bytes: the reference of the last
/// message sent; bit 1 of the second is 0 when the memory was full (3GPP TS 31.102 §4.2.28).
public struct EFSMSS: EncodableLayout {
  /// The reference of the last message sent.
  public var lastReference: UInt8
  /// Whether a message was turned away for want of room: others wait, or were lost.
  public var isMemoryExceeded: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    lastReference = try reader.byte()
    isMemoryExceeded = try reader.byte() & 0x01 == 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [lastReference, isMemoryExceeded ? 0xFE : 0xFF].filled(to: count)
  }
}

/// EF.MWIS: messages that wait in mailboxes, a record for each of the subscriber's profiles: a bit
/// for each kind, then their counts (3GPP TS 31.102 §4.2.63).
public struct EFMWIS: EncodableLayout {
  /// Voice mail.
  public var voicemail: Waiting
  /// Fax.
  public var fax: Waiting
  /// Electronic mail.
  public var email: Waiting
  /// Others.
  public var other: Waiting
  /// Video mail; nil where the card leaves it out.
  public var videomail: Waiting?

  /// Messages of one kind.
  public struct Waiting: Hashable, Sendable, Encodable {
    /// Whether any wait.
    public var isWaiting: Bool
    /// How many; 0 where the network does not say.
    public var count: UInt8
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.byte()
    voicemail = Waiting(isWaiting: bits & 0x01 != 0, count: try reader.byte())
    fax = Waiting(isWaiting: bits & 0x02 != 0, count: try reader.byte())
    email = Waiting(isWaiting: bits & 0x04 != 0, count: try reader.byte())
    other = Waiting(isWaiting: bits & 0x08 != 0, count: try reader.byte())
    // Records may be longer than the list of kinds was when they were made.
    guard let count = try? reader.byte(), count != 0xFF else { return }
    videomail = Waiting(isWaiting: bits & 0x10 != 0, count: count)
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let kinds = [voicemail, fax, email, other] + [videomail].compactMap { $0 }
    let bits = kinds.enumerated().reduce(UInt8(0)) {
      $1.element.isWaiting ? $0 | 1 << $1.offset : $0
    }
    return ([bits] + kinds.map(\.count)).filled(to: count)
  }
}

/// EF.PSISMSC: the service centre's name for messages over IP: `80` URI (3GPP TS 31.102 §4.5.9; the
/// record as deployed).
public struct EFPSISMSC: EncodableLayout {
  /// A SIP or tel URI.
  public var uri: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    uri = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(uri, count: count) }
}

/// Topics of cell broadcast that a phone listens to. Transparent, two bytes each, the message
/// identifiers of 3GPP TS 23.041; FF FF is a place that is not used (3GPP TS 31.102 §4.2.14, §4.2.20).
public struct BroadcastTopics: EncodableLayout {
  /// The message identifiers, in the file's order.
  public var topics: [UInt16]

  /// Understands the list.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    topics = []
    repeat {
      let topic = UInt16(try reader.unsigned(2))
      if topic != 0xFFFF { topics.append(topic) }
    } while reader.count >= 2
  }

  /// The list as bytes, without gaps.
  public func encoded(count: Int) -> [UInt8]? {
    topics.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }.filled(to: count)
  }
}
