/// A group of cards: bytes of the issuer's choice, filled up with FF. Carriers are told apart by
/// how they begin.
public struct GroupIdentifier: EncodableLayout {
  /// The bytes, without those that fill the file up.
  public var identifier: OpaqueBytes

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    identifier = OpaqueBytes(([try reader.byte()] + reader.rest()).withoutFilling)
  }

  /// The identifier as bytes.
  public func encoded(count: Int) -> [UInt8]? { identifier.bytes.filled(to: count) }
}
