internal import Words

/// EF.IMSI: the subscription's number. Transparent, 9 bytes: a length, then parity and the first
/// digit, then two digits to a byte, swapped (3GPP TS 31.102 §4.2.2, TS 24.008 §10.5.1.4).
public struct EFIMSI: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.IMSI", in: .usim, identifier: 0x6F07, shortIdentifier: 0x07, .transparent(reading: 9),
    source: "3GPP TS 31.102 §4.2.2", gsm: .gsm(0x6F07))

  /// The number.
  public var imsi: IMSI

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let length = Int(try reader.byte())
    guard (1...8).contains(length) else {
      throw ParseError(.invalid(Words("IMSI length of \(length)")), at: 0)
    }
    let nibbles = SwappedNibbles.digits(try reader.bytes(length))
    // The first nibble is the parity and type of an IMSI: 9 for an odd count of digits, 1 for even.
    guard let first = nibbles.first, first == "9" || first == "1",
      let imsi = IMSI(nibbles.dropFirst())
    else { throw ParseError(.invalid(Words("not an IMSI")), at: 1) }
    self.imsi = imsi
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let digits = imsi.digits
    let type = digits.count.isMultiple(of: 2) ? "1" : "9"
    let length = digits.count / 2 + 1
    return SwappedNibbles.encode(type + digits, count: length)
      .flatMap { ([UInt8(length)] + $0).filled(to: count) }
  }
}
