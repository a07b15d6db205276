/// The key of GSM and GPRS: key 8, sequence number 1 (3GPP TS 31.102 §4.4.3.1). The key itself is
/// not kept.
public struct GSMCipherKey: FileLayout {
  /// Which key it is for phone and network, 0 to 6; 7 means none.
  public var sequenceNumber: UInt8
  /// Whether the number names a key: the card was authenticated last.
  public var isValid: Bool
  /// Whether there are bytes in the place of the key. With an invalid number: the card was
  /// authenticated once.
  public var hasKey: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    hasKey = !(try reader.bytes(8)).isBlank
    sequenceNumber = try reader.byte() & 0x07
    isValid = sequenceNumber != 7
  }
}
