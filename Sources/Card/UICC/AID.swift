/// The name of an application on a card (ISO/IEC 7816-4 §12.2.3, ETSI TS 101 220 annex E).
public struct AID: Hashable, Sendable {
  /// 1 to 16 bytes; fewer than an application has select it by the beginning of its name.
  public let bytes: [UInt8]

  /// A name from its bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// USIM of 3GPP TS 31.102, any issuer's.
  public static let usim = AID([0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x02])
  /// ISIM of 3GPP TS 31.103, any issuer's.
  public static let isim = AID([0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x04])
  /// CSIM of 3GPP2 C.S0065, any issuer's.
  public static let csim = AID([0xA0, 0x00, 0x00, 0x03, 0x43, 0x10, 0x02])

  /// Whether the name begins with all of `prefix`.
  public func hasPrefix(_ prefix: AID) -> Bool { bytes.starts(with: prefix.bytes) }
}
