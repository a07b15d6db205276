/// What a UICC says of a file or application when it is selected: the FCP template (ETSI
/// TS 102 221 §11.1.1.3), as far as reading needs it.
public struct FileControlParameters: Hashable, Sendable {
  /// The application's full name (tag 84).
  public var applicationName: AID?
  /// Whether each PIN is asked for, by key reference: 01 is PIN1, 11 the universal PIN (tag C6).
  public var pinEnabled: [UInt8: Bool]

  /// Understands an FCP template (tag 62).
  public init(_ bytes: [UInt8]) throws(ParseError) {
    var reader = ByteReader(bytes)
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0x62 else {
      throw ParseError(.unexpectedTag(template.tag), at: 0)
    }
    let parts = try template.children()
    applicationName = parts.first(0x84).map { AID(Array($0.value)) }
    pinEnabled = try parts.first(0xC6).map(Self.pinEnabled(in:)) ?? [:]
  }

  /// The PIN status template (§9.5.2): one bit for each key reference that follows, from bit 8
  /// of the first byte downward.
  private static func pinEnabled(in template: BERTLV) throws(ParseError) -> [UInt8: Bool] {
    let parts = try template.children()
    guard let status = parts.first(0x90) else { return [:] }
    let references = parts.filter { $0.tag == 0x83 }.compactMap(\.value.first)
    let bits = status.value.flatMap { byte -> [Bool] in (0..<8).map { byte & (0x80 >> $0) != 0 } }
    return Dictionary(zip(references, bits)) { first, _ in first }
  }

  /// The key reference of PIN1, where the application has no other (TS 102 221 §9.5.1 table 9.3).
  public static let pin1: UInt8 = 0x01
}
