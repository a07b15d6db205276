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

/// A NAS security context: `A0 {80 key set, 81 key, 82 uplink count, 83 downlink count, 84
/// algorithms}` (3GPP TS 31.102 §4.2.92). The key itself is not kept.
///
/// The counts rise with every message: between two reads they tell whether the line was in use.
public struct NASSecurityContext: FileLayout {
  /// Which keys they are for phone and network, 0 to 6; 7 means none.
  public var keySetIdentifier: UInt8?
  /// Whether the identifier names keys.
  public var isValid: Bool
  /// Whether there are bytes in the place of the key.
  public var hasKey: Bool
  /// Messages sent since the keys were agreed.
  public var uplinkCount: UInt32?
  /// Messages received since then.
  public var downlinkCount: UInt32?
  /// The number of the ciphering algorithm: 0 none, 1 SNOW 3G, 2 AES, 3 ZUC.
  public var cipheringAlgorithm: UInt8?
  /// The number of the integrity algorithm, as above.
  public var integrityAlgorithm: UInt8?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0xA0 else { throw ParseError(.unexpectedTag(template.tag), at: 0) }
    let parts = try template.children()
    keySetIdentifier = parts.first(0x80)?.value.first.map { $0 & 0x07 }
    isValid = keySetIdentifier.map { $0 != 7 } ?? false
    hasKey = parts.first(0x81).map { !$0.value.isBlank } ?? false
    uplinkCount = try parts.first(0x82)?.number()
    downlinkCount = try parts.first(0x83)?.number()
    // Bits 7 to 5 and 3 to 1 (TS 24.301 §9.9.3.23, TS 24.501 §9.11.3.34).
    let algorithms = parts.first(0x84)?.value.first
    cipheringAlgorithm = algorithms.map { $0 >> 4 }
    integrityAlgorithm = algorithms.map { $0 & 0x0F }
  }
}

/// EF.5GAUTHKEYS: the keys that 5G derives all others from: `80` K_AUSF, `81` K_SEAF. Transparent
/// (3GPP TS 31.102 §4.4.11.6). The keys themselves are not kept.
public struct EF5GAUTHKEYS: FileLayout {
  /// Whether there is a K_AUSF: the home network authenticated the card for 5G.
  public var hasAUSFKey: Bool
  /// Whether there is a K_SEAF.
  public var hasSEAFKey: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let keys = try BERTLV.sequence(parsing: reader)
    hasAUSFKey = keys.first(0x80).map { !$0.value.isBlank } ?? false
    hasSEAFKey = keys.first(0x81).map { !$0.value.isBlank } ?? false
  }
}
