/// EF.ACC: the access control classes of the subscription. Transparent, 2 bytes, class 15 first
/// (3GPP TS 31.102 §4.2.15). Ordinary subscriptions have one of 0 to 9; 11 to 15 are special.
public struct EFACC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ACC", in: .usim, identifier: 0x6F78, shortIdentifier: 0x06, .transparent(reading: 2),
    source: "3GPP TS 31.102 §4.2.15", gsm: .gsm(0x6F78))

  /// The classes, in ascending order.
  public var classes: [Int]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.unsigned(2)
    classes = (0..<16).filter { bits & (1 << $0) != 0 }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard classes.allSatisfy((0..<16).contains) else { return nil }
    let bits = classes.reduce(UInt16(0)) { $0 | 1 << $1 }
    return [UInt8(bits >> 8), UInt8(truncatingIfNeeded: bits)].filled(to: count)
  }
}
