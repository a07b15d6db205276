/// EF.MWIS: messages that wait in mailboxes, a record for each of the subscriber's profiles: a bit
/// for each kind, then their counts (3GPP TS 31.102 §4.2.63).
public struct EFMWIS: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.MWIS", in: .usim, identifier: 0x6FCA, .linearFixed, source: "3GPP TS 31.102 §4.2.63",
    services: [48], gsm: .gsm(0x6FCA, services: [54]))

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
