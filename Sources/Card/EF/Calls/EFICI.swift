/// EF.ICI: calls received, the youngest first: name, number, two records of other files, time 7,
/// duration 3, status, link to the phone book 3 (3GPP TS 31.102 §4.2.33). Few phones write it.
public struct EFICI: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ICI", in: .usim, identifier: 0x6F80, shortIdentifier: 0x14, .cyclic,
    source: "3GPP TS 31.102 §4.2.33", services: [9])

  /// The call.
  public var call: CallRecord
  /// Whether it was answered.
  public var isAnswered: Bool

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    call = try CallRecord(parsing: &reader, tail: 4)
    isAnswered = try reader.byte() & 0x01 == 0
  }

  /// Writes the call, and beside it whether it was answered.
  public func encode(to encoder: any Encoder) throws {
    try call.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isAnswered, forKey: .isAnswered)
  }

  private enum CodingKeys: String, CodingKey {
    case isAnswered
  }
}
