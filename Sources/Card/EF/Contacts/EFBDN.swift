/// EF.BDN: numbers that may not be called while barred dialling is on, one to a record: name and
/// number, then the record of EF.CMI that says how they compare (3GPP TS 31.102 §4.2.44).
public struct EFBDN: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.BDN", in: .usim, identifier: 0x6F4D, .linearFixed, source: "3GPP TS 31.102 §4.2.44",
    services: [6], gsm: .telecom(0x6F4D, services: [31]))

  /// Name and number.
  public var entry: DiallingNumberRecord
  /// The record of EF.CMI.
  public var comparisonRecord: UInt8?

  /// Understands one record: the name is what goes before its last 15 bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let name = try reader.bytes(before: DiallingNumberRecord.fixedCount + 1)
    entry = try DiallingNumberRecord(name: name, parsing: &reader)
    let record = try reader.byte()
    comparisonRecord = record == 0xFF ? nil : record
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    entry.encoded(count: count - 1).map { $0 + [comparisonRecord ?? 0xFF] }
  }

  /// Writes name and number, and the record beside them.
  public func encode(to encoder: any Encoder) throws {
    try entry.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(comparisonRecord, forKey: .comparisonRecord)
  }

  private enum CodingKeys: String, CodingKey {
    case comparisonRecord
  }
}
