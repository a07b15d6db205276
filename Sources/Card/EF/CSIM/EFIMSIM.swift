/// EF.IMSI_M: the number of a CDMA subscription. Transparent, 10 bytes, each number's least
/// significant byte first: class, digits 6 to 8 (10 bits), digits 9 to 15 (24 bits), digits 4 and 5
/// (7 bits), whether it is programmed (bit 8), MCC (10 bits) (3GPP2 C.S0065 §5.2.2, C.S0005 §2.3.1).
public struct EFIMSIM: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.IMSI_M", in: .csim, identifier: 0x6F22, .transparent(reading: 10),
    source: "3GPP2 C.S0065 §5.2.2")

  /// Whether there is a number.
  public var isProgrammed: Bool
  /// The number, 15 digits.
  public var imsi: IMSI?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    _ = try reader.byte()
    let second = try Self.number(2, parsing: &reader) & 0x3FF
    let first = try Self.number(3, parsing: &reader)
    let network = UInt64(try reader.byte()) & 0x7F
    isProgrammed = try reader.byte() & 0x80 != 0
    let country = try Self.number(2, parsing: &reader) & 0x3FF
    // Digits 9 to 15 are 10 bits for three, 4 bits for one (ten standing for 0), 10 bits for three.
    let single = first >> 10 & 0x0F
    guard isProgrammed, (1...10).contains(single),
      let mcc = MINDigits.text(country, count: 3), let mnc = MINDigits.text(network, count: 2),
      let head = MINDigits.text(second, count: 3),
      let middle = MINDigits.text(first >> 14, count: 3),
      let tail = MINDigits.text(first & 0x3FF, count: 3)
    else { return }
    imsi = IMSI(mcc + mnc + head + middle + String(single % 10) + tail)
  }

  private static func number(
    _ count: Int, parsing reader: inout ByteReader
  ) throws(ParseError) -> UInt64 {
    try reader.bytes(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
