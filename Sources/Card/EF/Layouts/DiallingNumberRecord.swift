/// A name and a number: alpha identifier, length of the number in bytes, type and plan, ten bytes
/// of digits, and two records of other files (3GPP TS 31.102 §4.4.2.3).
public struct DiallingNumberRecord: EncodableLayout {
  /// The name.
  public var name: String?
  /// The number. Its digits after the twentieth stand in the extension.
  public var number: DiallingNumber?
  /// The record of EF.CCP that says what the number can do.
  public var capabilityRecord: UInt8?
  /// The record of the extension file with further digits.
  public var extensionRecord: UInt8?

  /// Bytes of the record without the name.
  static let fixedCount = 14

  /// Understands a record: the name is what goes before its last 14 bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let alpha = try reader.bytes(before: Self.fixedCount)
    try self.init(name: alpha, parsing: &reader)
  }

  /// Understands what follows a name.
  init(name alpha: ArraySlice<UInt8>, parsing reader: inout ByteReader) throws(ParseError) {
    let text = AlphaIdentifier.text(alpha)
    name = text.isEmpty ? nil : text
    let length = try reader.byte()
    let typeAndPlan = try reader.byte()
    let bcd = try reader.bytes(10)
    number =
      length == 0xFF
      ? nil : DiallingNumber(typeAndPlan: typeAndPlan, bcd, digitBytes: Int(length) - 1)
    capabilityRecord = Self.record(try reader.byte())
    extensionRecord = Self.record(try reader.byte())
  }

  private static func record(_ number: UInt8) -> UInt8? { number == 0xFF ? nil : number }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let alpha = AlphaIdentifier.encode(name ?? "", count: count - Self.fixedCount) else {
      return nil
    }
    var bytes = alpha
    if let number {
      guard let digits = number.encodedDigits(count: 10) else { return nil }
      bytes += [UInt8(number.digitBytes + 1), number.typeAndPlan] + digits
    } else {
      bytes += Array(repeating: 0xFF, count: 12)
    }
    return bytes + [capabilityRecord ?? 0xFF, extensionRecord ?? 0xFF]
  }
}
