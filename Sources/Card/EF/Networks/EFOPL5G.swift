/// EF.OPL5G: which name of EF.PNN a network has where in 5G: network, first and last tracking area
/// code, record. 000000 to FFFFFE means everywhere (3GPP TS 31.102 §4.4.11.9).
public struct EFOPL5G: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.OPL5G", in: .fiveGS, identifier: 0x4F08, shortIdentifier: 0x08, .linearFixed,
    source: "3GPP TS 31.102 §4.4.11.9", services: [129], confidentiality: .open)

  /// The networks meant.
  public var plmn: PLMNPattern
  /// The first tracking area code meant.
  public var firstArea: UInt32
  /// The last tracking area code meant.
  public var lastArea: UInt32
  /// The record of EF.PNN with the name; 0 where the name comes from elsewhere.
  public var nameRecord: UInt8

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    plmn = try PLMNPattern(parsing: &reader)
    firstArea = UInt32(try reader.unsigned(3))
    lastArea = UInt32(try reader.unsigned(3))
    nameRecord = try reader.byte()
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let areas = [firstArea, lastArea].flatMap { area in
      [16, 8, 0].suffix(3).map { UInt8(truncatingIfNeeded: area >> $0) }
    }
    return (plmn.encoded + areas + [nameRecord]).filled(to: count)
  }
}
