/// EF.Routing_Indicator: by which digits the home network's part for the subscriber is found in 5G.
/// Transparent, 4 bytes: up to four digits in two, swapped, filled up with F; two for later (3GPP
/// TS 31.102 §4.4.11.11).
public struct EFRoutingIndicator: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.Routing_Indicator", in: .fiveGS, identifier: 0x4F0A, shortIdentifier: 0x0A,
    .transparent(reading: 4), source: "3GPP TS 31.102 §4.4.11.11", services: [124],
    confidentiality: .open)

  /// One to four digits.
  public var digits: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    digits = SwappedNibbles.digits(try reader.bytes(2))
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    SwappedNibbles.encode(digits, count: 2)?.filled(to: count)
  }
}
