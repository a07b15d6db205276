/// EF.SMSR: reports on messages sent, one to a record of 30 bytes: the record of EF.SMS with the
/// message, then the report (3GPP TS 31.102 §4.2.32). What a record says is for
/// ``StoredStatusReport``.
public struct EFSMSR: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SMSR", in: .usim, identifier: 0x6F47, .linearFixed, source: "3GPP TS 31.102 §4.2.32",
    services: [11], gsm: .telecom(0x6F47, services: [35]))

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
