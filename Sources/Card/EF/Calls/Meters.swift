/// EF.ACM: units used for calls, the last count first, 3 bytes to a record (3GPP TS 31.102 §4.2.9).
///
/// Its recommended short file identifier, 1C, is not one that a card must have.
public struct EFACM: EncodableLayout {
  /// The units.
  public var units: UInt32

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    units = UInt32(try reader.unsigned(3))
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ThreeBytes.encode(units).filled(to: count)
  }
}

/// EF.ACMmax: how many units may be used for calls. Transparent, 3 bytes, zero for no limit (3GPP
/// TS 31.102 §4.2.7). When EF.ACM gets there, calls are barred.
public struct EFACMmax: EncodableLayout {
  /// The limit; nil for none.
  public var limit: UInt32?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let units = UInt32(try reader.unsigned(3))
    limit = units == 0 ? nil : units
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    ThreeBytes.encode(limit ?? 0).filled(to: count)
  }
}

/// EF.PUCT: what a unit costs. Transparent, 5 bytes: currency in three letters, then 12 bits of
/// price, the sign of the exponent, three bits of exponent, least significant first (3GPP TS 31.102
/// §4.2.13). FF FF FF 00 00 where it is not used.
public struct EFPUCT: EncodableLayout {
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

/// EF.OCT and EF.ICT: how long all calls made or received were. One record of 3 bytes (3GPP
/// TS 31.102 §4.2.35, §4.2.36).
public struct CallTimer: EncodableLayout {
  /// The sum of all calls, in seconds.
  public var duration: UInt32

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    duration = UInt32(try reader.unsigned(3))
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? { ThreeBytes.encode(duration).filled(to: count) }
}
