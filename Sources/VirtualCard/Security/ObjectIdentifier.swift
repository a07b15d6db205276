import Card

/// An OBJECT IDENTIFIER by its contents octets (ITU-T X.690 §8.19).
struct ObjectIdentifier: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  private init(_ hex: String) { bytes = [UInt8](hex: hex) ?? [] }

  /// ecdsa-with-SHA256 (RFC 5758 §3.2).
  static let ecdsaWithSHA256 = ObjectIdentifier("2A8648CE3D040302")
  /// id-ecPublicKey (RFC 5480 §2.1.1).
  static let ecPublicKey = ObjectIdentifier("2A8648CE3D0201")
  /// secp256r1 (RFC 5480 §2.1.1.1).
  static let p256 = ObjectIdentifier("2A8648CE3D030107")

  /// Extensions of certificates (RFC 5280 §4.2.1).
  static let subjectKeyIdentifier = ObjectIdentifier("551D0E")
  static let keyUsage = ObjectIdentifier("551D0F")
  static let subjectAlternativeName = ObjectIdentifier("551D11")
  static let basicConstraints = ObjectIdentifier("551D13")
  static let certificatePolicies = ObjectIdentifier("551D20")
  static let authorityKeyIdentifier = ObjectIdentifier("551D23")

  /// Roles of the holders of certificates (SGP.22 annex H, id-rspRole), as certificate policies.
  static let dpAuth = role(4)
  static let dpPB = role(5)
  static let dsAuth = role(7)

  /// 2.23.146.1.2.1.`number`.
  private static func role(_ number: UInt8) -> ObjectIdentifier {
    ObjectIdentifier([0x67, 0x81, 0x12, 0x01, 0x02, 0x01, number])
  }
}
