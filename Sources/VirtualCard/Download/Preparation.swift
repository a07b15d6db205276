import Card

extension SecureElement {
  /// Why PrepareDownload ends (SGP.22 §5.7.5, DownloadErrorCode).
  enum DownloadError: UInt8, Error {
    case invalidCertificate = 1
    case invalidSignature = 2
    case unsupportedCurve = 3
    case noSessionContext = 4
    case invalidTransaction = 5
    case undefined = 127
  }

  /// PrepareDownload (§5.7.5). What is wrong with it does not end the session.
  mutating func prepareDownload(_ request: BERTLV, _ session: inout RSPSession?)
    throws(FunctionRefusal) -> [UInt8]
  {
    let identity = try credentials()
    let asked: DownloadPreparation
    do { asked = try DownloadPreparation(request) } catch { throw .wrongData }
    let server: RSPSession.Server
    let signer: PublicKey
    do {
      (server, signer) = try Self.verify(asked, identity, session)
    } catch {
      return Self.failure(of: request, error.rawValue)
    }
    let keys = keys(for: server, bound: asked.boundKey)
    let signed = BERTLV.encode(
      0x30, BERTLV.encode(0x80, asked.transaction), BERTLV.encode(0x5F49, keys.point),
      asked.needsCode ? asked.codeHash ?? [] : [])
    let signature = try signature(signed, asked.signature)
    session = .prepared(server, RSPSession.Binding(keys: keys, signer: signer))
    return BERTLV.encode(request.tag, BERTLV.encode(0xA0, signed, signature))
  }

  private static func verify(
    _ asked: DownloadPreparation, _ identity: Identity, _ session: RSPSession?
  ) throws(DownloadError) -> (RSPSession.Server, PublicKey) {
    let server: RSPSession.Server
    switch session {
    case .authenticated(let known)?, .prepared(let known, _)?: server = known
    case .challenged?, .loading?, nil: throw .noSessionContext
    }
    guard server.givesProfiles else { throw .noSessionContext }
    guard asked.transaction == server.transaction else { throw .invalidTransaction }
    let key: PublicKey
    do {
      let signer = try identity.verify(asked.certificate, roles: [.dpPB])
      guard signer.holder == server.holder else { throw Identity.CertificateFault.invalid }
      key = signer.key
    } catch Identity.CertificateFault.unsupportedCurve {
      throw .unsupportedCurve
    } catch {
      throw .invalidCertificate
    }
    guard key.verifies(asked.signatureValue, under: asked.signed + server.signature) else {
      throw .invalidSignature
    }
    guard !asked.needsCode || asked.codeHash != nil else { throw .undefined }
    return (server, key)
  }

  /// The keys that a package was bound to before, where the server says so and they are still
  /// known; else new ones.
  private mutating func keys(for server: RSPSession.Server, bound point: [UInt8]?)
    -> OneTimeKeyPair
  {
    if let point, let kept = unusedKeys, kept.pair.point == point, kept.holder == server.holder {
      return kept.pair
    }
    let pair = OneTimeKeyPair()
    unusedKeys = UnusedKeys(pair: pair, holder: server.holder)
    return pair
  }
}

/// PrepareDownloadRequest (SGP.22 §5.7.5).
private struct DownloadPreparation {
  /// smdpSigned2, and what it says.
  let signed: [UInt8]
  let transaction: [UInt8]
  let needsCode: Bool
  /// bppEuiccOtpk: the key that a package was bound to before.
  let boundKey: [UInt8]?
  /// smdpSignature2 as data object, and its value.
  let signature: [UInt8]
  let signatureValue: ArraySlice<UInt8>
  /// hashCc as data object.
  let codeHash: [UInt8]?
  let certificate: BERTLV

  init(_ request: BERTLV) throws(ParseError) {
    var members = try Members(of: request)
    let server = try members.next(0x30)
    signed = server.encoded
    var said = try Members(of: server)
    transaction = Array(try said.next(0x80).value)
    needsCode = try !said.next(0x01).value.elementsEqual([0x00])
    boundKey = said.optional(0x5F49).map { Array($0.value) }
    let signature = try members.next(0x5F37)
    self.signature = signature.encoded
    signatureValue = signature.value
    codeHash = members.optional(0x04)?.encoded
    certificate = try members.next(0x30)
  }
}
