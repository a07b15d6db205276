internal import Words

/// EF.DIR: the applications on the card, one to a record: `61 {4F AID, 50 label}` (ETSI TS 102 221
/// §13.1).
public struct EFDIR: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.DIR", in: .masterFile, identifier: 0x2F00, shortIdentifier: 0x1E, .linearFixed,
    source: "ETSI TS 102 221 §13.1")

  /// The application that the record names.
  public var aid: AID
  /// Its label.
  public var label: String?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0x61 else {
      throw ParseError(.unexpectedTag(template.tag), at: template.offset)
    }
    let parts = try template.children()
    guard let name = parts.first(0x4F) else {
      throw ParseError(.missing(0x4F), at: template.offset)
    }
    guard (1...16).contains(name.value.count) else {
      throw ParseError(.invalid(Words("AID of \(name.value.count) bytes")), at: name.offset)
    }
    aid = AID(Array(name.value))
    label = parts.first(0x50)?.text
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let label = label.map { BERTLV.encode(0x50, Array($0.utf8)) } ?? []
    return BERTLV.encode(0x61, BERTLV.encode(0x4F, aid.bytes), label).filled(to: count)
  }
}
