internal import Words

/// What a server sends of itself to be authenticated by an eUICC (GSMA SGP.22 §5.6.1, §5.8.1): signed
/// DER, kept as it came.
public struct ServerAuthentication: Hashable, Sendable {
  /// The transaction, as the server named it in what it signed.
  public let transaction: [UInt8]
  /// The challenge of the eUICC that it answers.
  public let challenge: [UInt8]
  /// The server's name in what it signed.
  public let address: String

  /// What goes to the eUICC: serverSigned1, serverSignature1, euiccCiPKIdToBeUsed, serverCertificate.
  let parts: [[UInt8]]

  /// Takes the parts of an answer. The eUICC judges them; here they are taken apart as far as is needed
  /// to see that they belong to what was asked.
  ///
  /// - Parameters:
  ///   - signed: ServerSigned1, `30 {80 transaction, 81 challenge, 83 address, 84 challenge}`.
  ///   - signature: `5F37`.
  ///   - keyID: The root's key to be used, `04`.
  ///   - certificate: `30`.
  public init(
    signed: [UInt8], signature: [UInt8], keyID: [UInt8], certificate: [UInt8]
  ) throws(ParseError) {
    let members = try BERTLV.only(0x30, in: signed).children()
    _ = try BERTLV.only(0x5F37, in: signature)
    _ = try BERTLV.only(0x04, in: keyID)
    _ = try BERTLV.only(0x30, in: certificate)
    transaction = Array(try members.transaction().value)
    challenge = Array(try members.required(0x81).value)
    address = try members.required(0x83).text
    parts = [signed, signature, keyID, certificate]
  }
}

/// What an SM-DP+ sends to prepare the download of one profile (GSMA SGP.22 §5.6.3): signed DER, kept as
/// it came.
public struct DownloadPreparation: Hashable, Sendable {
  /// The transaction.
  public let transaction: [UInt8]
  /// Whether a confirmation code is wanted.
  public let needsConfirmationCode: Bool

  private let signed: [UInt8]
  private let signature: [UInt8]
  private let certificate: [UInt8]

  /// Takes the parts of an answer.
  ///
  /// - Parameters:
  ///   - signed: SmdpSigned2, `30 {80 transaction, 01 confirmation code wanted, 5F49?}`.
  ///   - signature: `5F37`.
  ///   - certificate: `30`.
  public init(
    signed: [UInt8], signature: [UInt8], certificate: [UInt8]
  ) throws(ParseError) {
    let members = try BERTLV.only(0x30, in: signed).children()
    _ = try BERTLV.only(0x5F37, in: signature)
    _ = try BERTLV.only(0x30, in: certificate)
    transaction = Array(try members.transaction().value)
    needsConfirmationCode = try members.required(0x01).number() != 0
    self.signed = signed
    self.signature = signature
    self.certificate = certificate
  }

  /// ES10b.PrepareDownload (§5.7.5), with the hash of the confirmation code where one is given.
  func request(hashedCode: [UInt8]?) -> [UInt8] {
    BERTLV.encode(
      ES10.prepareDownload, signed, signature,
      hashedCode.map { BERTLV.encode(0x04, $0) } ?? [], certificate)
  }
}

extension BERTLV {
  /// The one data object that `bytes` are.
  static func only(_ tag: Tag, in bytes: [UInt8]) throws(ParseError) -> BERTLV {
    var reader = ByteReader(bytes)
    let object = try BERTLV(parsing: &reader)
    guard object.tag == tag else { throw ParseError(.unexpectedTag(object.tag), at: 0) }
    guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
    return object
  }
}

extension [BERTLV] {
  func required(_ tag: BERTLV.Tag) throws(ParseError) -> BERTLV {
    guard let object = first(tag) else { throw ParseError(.missing(tag), at: 0) }
    return object
  }

  /// TransactionId, 1 to 16 bytes (SGP.22 §2.5.5).
  func transaction() throws(ParseError) -> BERTLV {
    let object = try required(0x80)
    guard (1...16).contains(object.value.count) else {
      throw ParseError(.invalid(Words("not a transaction")), at: object.offset)
    }
    return object
  }
}
