import Card

/// Mutual authentication with a server (SGP.22 §3.0.1).
extension SecureElement {
  /// Why AuthenticateServer ends (SGP.22 §5.7.13, AuthenticateErrorCode).
  enum AuthenticateError: UInt8, Error {
    case invalidCertificate = 1
    case invalidSignature = 2
    case unsupportedCurve = 3
    case noSessionContext = 4
    case invalidOID = 5
    case challengeMismatch = 6
    case unknownRoot = 7
    case undefined = 127
  }

  /// GetEUICCChallenge (§5.7.7): begins a session, and ends one that goes on.
  func challenge(_ request: BERTLV, _ session: inout RSPSession?) throws(FunctionRefusal)
    -> [UInt8]
  {
    _ = try credentials()
    let challenge = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    session = .challenged(challenge)
    return BERTLV.encode(request.tag, BERTLV.encode(0x80, challenge))
  }

  /// AuthenticateServer (§5.7.13).
  func authenticateServer(_ request: BERTLV, _ session: inout RSPSession?)
    throws(FunctionRefusal) -> [UInt8]
  {
    let identity = try credentials()
    let asked: ServerAuthentication
    do { asked = try ServerAuthentication(request) } catch { throw .wrongData }
    let began = session
    session = nil
    let holder: ServerHolder
    do {
      holder = try verify(asked, identity, began)
    } catch {
      return Self.failure(of: request, error.rawValue)
    }
    let signed = BERTLV.encode(
      0x30, BERTLV.encode(0x80, asked.transaction),
      BERTLV.encode(0x83, Array(asked.address.utf8)),
      BERTLV.encode(0x84, asked.serverChallenge), euiccInfo2, asked.context)
    let signature = try signature(signed)
    session = .authenticated(
      RSPSession.Server(
        transaction: asked.transaction, address: asked.address, holder: holder.identifier,
        givesProfiles: holder.givesProfiles, signature: signature))
    return BERTLV.encode(
      request.tag,
      BERTLV.encode(
        0xA0, signed, signature, identity.certificate.bytes, identity.manufacturer.bytes))
  }

  private typealias ServerHolder = (identifier: ObjectIdentifier, givesProfiles: Bool)

  private func verify(
    _ asked: ServerAuthentication, _ identity: Identity, _ session: RSPSession?
  ) throws(AuthenticateError) -> ServerHolder {
    guard case .challenged(let challenge)? = session else { throw .noSessionContext }
    guard asked.root == identity.root.keyIdentifier else { throw .unknownRoot }
    let key: PublicKey
    let holder: ServerHolder
    do {
      let server = try identity.verify(asked.certificate, roles: [.dpAuth, .dsAuth])
      key = server.key
      holder = (server.holder, server.certificate.policies.contains(.dpAuth))
    } catch {
      throw switch error {
      case .invalid: .invalidCertificate
      case .unsupportedCurve: .unsupportedCurve
      case .wrongRole: .invalidOID
      }
    }
    guard key.verifies(asked.signature, under: asked.signed) else { throw .invalidSignature }
    guard asked.challenge == challenge else { throw .challengeMismatch }
    return holder
  }
}

/// AuthenticateServerRequest (SGP.22 §5.7.13).
private struct ServerAuthentication {
  /// serverSigned1, and what it says.
  let signed: [UInt8]
  let transaction: [UInt8]
  let challenge: [UInt8]
  let address: String
  let serverChallenge: [UInt8]
  let signature: ArraySlice<UInt8>
  /// The key identifier of the CI to be used.
  let root: [UInt8]
  let certificate: BERTLV
  /// ctxParams1, which goes back as it came.
  let context: [UInt8]

  init(_ request: BERTLV) throws(ParseError) {
    var members = try Members(of: request)
    let server = try members.next(0x30)
    signed = server.encoded
    var said = try Members(of: server)
    transaction = Array(try said.next(0x80).value)
    challenge = Array(try said.next(0x81).value)
    address = try said.next(0x83).text
    serverChallenge = Array(try said.next(0x84).value)
    signature = try members.next(0x5F37).value
    root = Array(try members.next(0x04).value)
    certificate = try members.next(0x30)
    context = try members.next(0xA0).encoded
  }
}
