/// EF.SMSS: the state of messages on the card. Transparent, 2 bytes: the reference of the last
/// message sent; bit 1 of the second is 0 when the memory was full (3GPP TS 31.102 §4.2.28).
public struct EFSMSS: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SMSS", in: .usim, identifier: 0x6F43, .transparent(reading: 2),
    source: "3GPP TS 31.102 §4.2.28", services: [10], gsm: .telecom(0x6F43, services: [4]))

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
