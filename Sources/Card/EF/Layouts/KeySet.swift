/// The keys of 3G: set identifier 1, ciphering key 16, integrity key 16 (3GPP TS 31.102 §4.2.3).
/// The keys themselves are not kept.
public struct KeySet: FileLayout {
  /// Which keys they are for phone and network, 0 to 6; 7 means none.
  public var keySetIdentifier: UInt8
  /// Whether the identifier names keys: the card was authenticated last.
  public var isValid: Bool
  /// Whether there are bytes in the place of the keys.
  public var hasKeys: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    keySetIdentifier = try reader.byte() & 0x07
    isValid = keySetIdentifier != 7
    hasKeys = !(try reader.bytes(32)).isBlank
  }
}
