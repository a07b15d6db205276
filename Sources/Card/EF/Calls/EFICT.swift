/// EF.ICT: how long all calls received were, in seconds. One record of 3 bytes (3GPP TS 31.102
/// §4.2.35).
public struct EFICT: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ICT", in: .usim, identifier: 0x6F82, .cyclic, source: "3GPP TS 31.102 §4.2.35",
    services: [9])

  /// The sum of all incoming calls, in seconds.
  public var duration: UInt32

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    duration = UInt32(try reader.unsigned(3))
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: duration >> $0) }.filled(to: count)
  }
}
