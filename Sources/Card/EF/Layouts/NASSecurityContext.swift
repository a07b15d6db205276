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
