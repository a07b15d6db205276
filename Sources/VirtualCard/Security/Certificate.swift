import Card
internal import Words

/// What an eUICC looks at in an X.509 certificate (RFC 5280 §4.1, SGP.22 §4.5.2.1).
///
/// An eUICC has no clock, so validity is not looked at.
struct Certificate: Sendable {
  /// The certificate as it came.
  let bytes: [UInt8]
  /// The names, each as bytes.
  let issuer: [UInt8]
  let subject: [UInt8]
  /// Nil for a key that is not on P-256.
  let publicKey: PublicKey?
  private(set) var keyIdentifier: [UInt8]?
  private(set) var authorityKeyIdentifier: [UInt8]?
  /// Roles: certificate policies.
  private(set) var policies: [ObjectIdentifier] = []
  /// The OID of the holder: a registeredID among the alternative names.
  private(set) var holder: ObjectIdentifier?
  private(set) var maySign = false
  private(set) var isAuthority = false
  /// Whether an extension is critical that is not understood here.
  private(set) var hasUnknownDemands = false

  private let signed: [UInt8]
  private let signature: [UInt8]
  private let signatureAlgorithm: ObjectIdentifier

  init(_ object: BERTLV) throws(ParseError) {
    bytes = object.encoded
    var whole = try Members(of: object)
    let body = try whole.next(0x30)
    signed = body.encoded
    signatureAlgorithm = try Self.algorithm(try whole.next(0x30))
    signature = try Self.bits(try whole.next(0x03))

    var members = try Members(of: body)
    _ = members.optional(0xA0)
    _ = try members.next(0x02)
    guard try Self.algorithm(try members.next(0x30)) == signatureAlgorithm else {
      throw ParseError(.invalid(Words("two signature algorithms")), at: body.offset)
    }
    issuer = try members.next(0x30).encoded
    _ = try members.next(0x30)
    subject = try members.next(0x30).encoded
    publicKey = try Self.publicKey(try members.next(0x30))
    guard let extensions = members.remaining().first(where: { $0.tag == 0xA3 }) else { return }
    for list in try extensions.children() {
      for item in try list.children() { try take(item) }
    }
  }

  /// Whether the holder of `authority` issued this, by name, key identifier and signature.
  func isIssued(by authority: Certificate) -> Bool {
    guard issuer == authority.subject, authorityKeyIdentifier == authority.keyIdentifier,
      authority.isAuthority, signatureAlgorithm == .ecdsaWithSHA256
    else { return false }
    return authority.publicKey?.verifies(encoded: signature, under: signed) ?? false
  }

  private mutating func take(_ item: BERTLV) throws(ParseError) {
    var members = try Members(of: item)
    let identifier = ObjectIdentifier(try members.next(0x06).value)
    let isCritical = members.optional(0x01)?.value.elementsEqual([0x00]) == false
    var reader = try members.next(0x04).reader
    let value = try BERTLV(parsing: &reader)
    switch identifier {
    case .subjectKeyIdentifier: keyIdentifier = Array(value.value)
    case .authorityKeyIdentifier:
      authorityKeyIdentifier = try value.children().first(0x80).map { Array($0.value) }
    case .keyUsage: maySign = NamedBits.names(["sign"], in: value.value).contains("sign")
    case .basicConstraints:
      isAuthority = try value.children().first(0x01)?.value.elementsEqual([0xFF]) ?? false
    case .certificatePolicies:
      for policy in try value.children() {
        var members = try Members(of: policy)
        policies.append(ObjectIdentifier(try members.next(0x06).value))
      }
    case .subjectAlternativeName:
      holder = try value.children().first(0x88).map { ObjectIdentifier($0.value) }
    default: hasUnknownDemands = hasUnknownDemands || isCritical
    }
  }

  private static func algorithm(_ object: BERTLV) throws(ParseError) -> ObjectIdentifier {
    var members = try Members(of: object)
    return ObjectIdentifier(try members.next(0x06).value)
  }

  /// SubjectPublicKeyInfo (RFC 5480 §2).
  private static func publicKey(_ object: BERTLV) throws(ParseError) -> PublicKey? {
    var members = try Members(of: object)
    var algorithm = try Members(of: try members.next(0x30))
    let kind = ObjectIdentifier(try algorithm.next(0x06).value)
    let point = try bits(try members.next(0x03))
    guard kind == .ecPublicKey,
      algorithm.optional(0x06).map({ ObjectIdentifier($0.value) }) == .p256
    else { return nil }
    return PublicKey(point: point)
  }

  /// A BIT STRING of whole bytes.
  private static func bits(_ object: BERTLV) throws(ParseError) -> [UInt8] {
    var reader = object.reader
    guard try reader.byte() == 0 else {
      throw ParseError(.invalid(Words("bits that fill no byte")), at: object.offset)
    }
    return Array(reader.rest())
  }
}
