/// EF.PUCT: what a unit costs. Transparent, 5 bytes: currency in three letters, then 12 bits of
/// price, the sign of the exponent, three bits of exponent, least significant first (3GPP TS 31.102
/// §4.2.13). FF FF FF 00 00 where it is not used.
public struct EFPUCT: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PUCT", in: .usim, identifier: 0x6F41, .transparent(reading: 5),
    source: "3GPP TS 31.102 §4.2.13", services: [13], gsm: .gsm(0x6F41, services: [5]))

  /// The currency.
  public var currency: String?
  /// The price of a unit, to be multiplied by ten to the power of the exponent.
  public var price: Int
  /// The exponent, -7 to 7.
  public var exponent: Int

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let letters = try reader.bytes(3)
    currency = letters.isBlank ? nil : GSMAlphabet.text(letters)
    let high = try reader.byte()
    let low = try reader.byte()
    price = Int(high) << 4 | Int(low & 0x0F)
    exponent = Int(low >> 5) * (low & 0x10 == 0 ? 1 : -1)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let letters = AlphaIdentifier.encode(currency ?? "", count: 3),
      (0..<4096).contains(price), (-7...7).contains(exponent)
    else { return nil }
    let sign = exponent < 0 ? 0x10 : 0
    return (letters + [UInt8(price >> 4), UInt8(price & 0x0F | sign | abs(exponent) << 5)])
      .filled(to: count)
  }
}
