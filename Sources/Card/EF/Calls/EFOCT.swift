/// EF.OCT: how long all calls made were, in seconds. One record of 3 bytes (3GPP TS 31.102
/// §4.2.36).
public struct EFOCT: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.OCT", in: .usim, identifier: 0x6F83, .cyclic, source: "3GPP TS 31.102 §4.2.36",
    services: [8])

  /// The sum of all outgoing calls, in seconds.
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
