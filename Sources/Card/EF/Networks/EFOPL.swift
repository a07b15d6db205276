/// EF.OPL: which name of EF.PNN a network has where: network, first and last area code, record.
/// 0000 to FFFE means everywhere (3GPP TS 31.102 §4.2.59).
public struct EFOPL: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.OPL", in: .usim, identifier: 0x6FC6, shortIdentifier: 0x1A, .linearFixed,
    source: "3GPP TS 31.102 §4.2.59", services: [46], confidentiality: .open,
    gsm: .gsm(0x6FC6, services: [52]))

  /// The networks meant.
  public var plmn: PLMNPattern
  /// The first location or tracking area code meant.
  public var firstArea: UInt32
  /// The last location or tracking area code meant.
  public var lastArea: UInt32
  /// The record of EF.PNN with the name; 0 where the name comes from elsewhere.
  public var nameRecord: UInt8

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    plmn = try PLMNPattern(parsing: &reader)
    firstArea = UInt32(try reader.unsigned(2))
    lastArea = UInt32(try reader.unsigned(2))
    nameRecord = try reader.byte()
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let areas = [firstArea, lastArea].flatMap { area in
      [16, 8, 0].suffix(2).map { UInt8(truncatingIfNeeded: area >> $0) }
    }
    return (plmn.encoded + areas + [nameRecord]).filled(to: count)
  }
}
