import Card
import Crypto

/// A public key on the curve P-256, the one that is implemented (SGP.22 §2.6.2).
struct PublicKey: Sendable {
  private let key: P256.Signing.PublicKey

  /// Nil for bytes that are no uncompressed point of the curve.
  init?(point: some Collection<UInt8>) {
    guard let key = try? P256.Signing.PublicKey(x963Representation: Array(point)) else {
      return nil
    }
    self.key = key
  }

  /// Whether a signature of r and s, 32 bytes each (BSI TR-03111 §5.2.1), is this key's under
  /// `message`: ECDSA with SHA-256.
  func verifies(_ signature: some Collection<UInt8>, under message: [UInt8]) -> Bool {
    guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: Array(signature))
    else { return false }
    return key.isValidSignature(signature, for: SHA256.hash(data: message))
  }

  /// The same for a signature of a certificate, a DER SEQUENCE (RFC 3279 §2.2.3).
  func verifies(encoded signature: some Collection<UInt8>, under message: [UInt8]) -> Bool {
    guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: Array(signature))
    else { return false }
    return key.isValidSignature(signature, for: SHA256.hash(data: message))
  }
}

/// A private key that signs, on P-256.
struct SigningKey: Sendable {
  private let key: P256.Signing.PrivateKey

  /// From PKCS #8 in DER; nil for anything else.
  init?(pkcs8: [UInt8]) {
    guard let key = try? P256.Signing.PrivateKey(derRepresentation: pkcs8) else { return nil }
    self.key = key
  }

  /// The public key as an uncompressed point.
  var point: [UInt8] { Array(key.publicKey.x963Representation) }

  /// r and s, 32 bytes each, as data object 5F37.
  func sign(_ message: [UInt8]) throws -> [UInt8] {
    let signature = try key.signature(for: SHA256.hash(data: message))
    return BERTLV.encode(0x5F37, Array(signature.rawRepresentation))
  }
}

/// otSK.EUICC.ECKA and otPK.EUICC.ECKA: a key pair made for one download (SGP.22 §2.6.2).
struct OneTimeKeyPair: Sendable {
  private let key: P256.KeyAgreement.PrivateKey

  /// New, unless a key is given.
  init(_ key: P256.KeyAgreement.PrivateKey = P256.KeyAgreement.PrivateKey()) { self.key = key }

  /// The public key as an uncompressed point.
  var point: [UInt8] { Array(key.publicKey.x963Representation) }

  /// 48 bytes from the secret shared with the holder of `point`, by the KDF of ANSI X9.63 with
  /// SHA-256 (BSI TR-03111 §4.3.3). Nil where that is no point of the curve.
  func derive(from point: some Collection<UInt8>, sharedInfo: [UInt8]) -> [UInt8]? {
    guard let other = try? P256.KeyAgreement.PublicKey(x963Representation: Array(point)),
      let secret = try? key.sharedSecretFromKeyAgreement(with: other)
    else { return nil }
    let keys = secret.x963DerivedSymmetricKey(
      using: SHA256.self, sharedInfo: sharedInfo, outputByteCount: 48)
    return keys.withUnsafeBytes { Array($0) }
  }
}
