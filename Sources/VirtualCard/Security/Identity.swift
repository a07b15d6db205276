import Card

/// Who an eUICC is to servers, and which CI it trusts (SGP.22 §2.4.2.1, what the ECASD holds).
struct Identity: Sendable {
  /// CERT.EUICC.ECDSA.
  let certificate: Certificate
  /// CERT.EUM.ECDSA: of its manufacturer.
  let manufacturer: Certificate
  /// SK.EUICC.ECDSA.
  let key: SigningKey
  /// The certificate of the CI under which everybody is.
  let root: Certificate

  /// Nil where one of them can't be read, or the key is not the certificate's.
  private init?(_ certificate: [UInt8], key: [UInt8]) {
    guard let certificate = Self.certificate(certificate),
      let manufacturer = Self.certificate(PackageResources.eum_der),
      let root = Self.certificate(PackageResources.ci_der), let key = SigningKey(pkcs8: key),
      manufacturer.isIssued(by: root), certificate.isIssued(by: manufacturer)
    else { return nil }
    self.certificate = certificate
    self.manufacturer = manufacturer
    self.key = key
    self.root = root
  }

  private static func certificate(_ bytes: [UInt8]) -> Certificate? {
    var reader = ByteReader(bytes)
    guard let object = try? BERTLV(parsing: &reader) else { return nil }
    return try? Certificate(object)
  }

  /// Of the blank eUICC. Everybody has its key: it is published with the program.
  static let blank = Identity(
    PackageResources.euicc_blank_der, key: PackageResources.euicc_blank_test_key_der)

  /// Of the travel eUICC, likewise.
  static let travel = Identity(
    PackageResources.euicc_travel_der, key: PackageResources.euicc_travel_test_key_der)
}

extension Identity {
  /// What is wrong with the certificate of a server.
  enum CertificateFault: Error {
    /// It is none, or not under the CI.
    case invalid
    case unsupportedCurve
    /// Its holder has another role.
    case wrongRole
  }

  /// The certificate of a server that has one of these roles (SGP.22 §4.5.2.2).
  func verify(_ object: BERTLV, roles: Set<ObjectIdentifier>) throws(CertificateFault)
    -> (certificate: Certificate, key: PublicKey, holder: ObjectIdentifier)
  {
    guard let certificate = try? Certificate(object), certificate.isIssued(by: root),
      certificate.maySign, !certificate.isAuthority, !certificate.hasUnknownDemands,
      let holder = certificate.holder
    else { throw .invalid }
    guard !roles.isDisjoint(with: certificate.policies) else { throw .wrongRole }
    guard let key = certificate.publicKey else { throw .unsupportedCurve }
    return (certificate, key, holder)
  }
}
