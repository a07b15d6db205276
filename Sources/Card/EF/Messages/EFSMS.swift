/// EF.SMS: short messages, one to a record of 176 bytes: status, service centre and message, filled
/// up with FF (3GPP TS 31.102 §4.2.25). What a record says is for ``StoredMessage``: a message that
/// can't be understood does not hide its status here.
public struct EFSMS: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SMS", in: .usim, identifier: 0x6F3C, .linearFixed, source: "3GPP TS 31.102 §4.2.25",
    services: [10], gsm: .telecom(0x6F3C, services: [4]))

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
