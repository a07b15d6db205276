/// EF.OCI: calls made, the youngest first: name, number, two records of other files, time 7,
/// duration 3, link to the phone book 3 (3GPP TS 31.102 §4.2.34). Few phones write it.
public struct EFOCI: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.OCI", in: .usim, identifier: 0x6F81, shortIdentifier: 0x15, .cyclic,
    source: "3GPP TS 31.102 §4.2.34", services: [8])

  /// The call.
  public var call: CallRecord

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    call = try CallRecord(parsing: &reader, tail: 3)
  }

  /// Writes the call.
  public func encode(to encoder: any Encoder) throws { try call.encode(to: encoder) }
}
