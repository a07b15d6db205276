public import Card
import FoundationEssentials
public import HTTPS

/// An SM-DP+ or SM-DS: the functions of ES9+ and ES11 that an LPA calls (GSMA SGP.22 §5.6, §5.8). What
/// is signed goes through as it came.
public struct RSPServer {
  /// Where it is.
  public let address: ServerAddress

  private let transport: any RSPTransport

  /// A server that is called over `transport`.
  public init(_ address: ServerAddress, through transport: any RSPTransport) {
    self.address = address
    self.transport = transport
  }

  /// A function of a server, by its name in the specification and in its address (§6.5.2).
  public enum Function: String, Sendable {
    /// ES9+.InitiateAuthentication, ES11.InitiateAuthentication.
    case initiateAuthentication
    /// ES9+.AuthenticateClient, ES11.AuthenticateClient.
    case authenticateClient
    /// ES9+.GetBoundProfilePackage.
    case getBoundProfilePackage
    /// ES9+.CancelSession.
    case cancelSession
    /// ES9+.HandleNotification.
    case handleNotification
  }

  /// What a server is asked for; the two have a name of their own for its address (§6.5.2.1, §6.5.2.8).
  public enum Kind: Sendable {
    /// SM-DP+: has profiles.
    case smdp
    /// SM-DS: knows which SM-DP+ has one.
    case smds
  }

  /// A session that a server has opened.
  public struct Session: Hashable, Sendable {
    /// The transaction, as the server writes it in JSON.
    let id: String
    /// The transaction in bytes.
    public let transaction: [UInt8]
    /// What the eUICC is to judge.
    public let authentication: ServerAuthentication
    /// The certificate, in DER.
    let certificate: [UInt8]
  }

  /// InitiateAuthentication (§5.6.1, §5.8.1).
  public func initiateAuthentication(
    as kind: Kind, challenge: [UInt8], information1: [UInt8]
  ) throws(RSPError) -> Session {
    var body = ["euiccChallenge": challenge.base64, "euiccInfo1": information1.base64]
    switch kind {
    case .smdp: body["smdpAddress"] = "\(address)"
    case .smds: body["smdsAddress"] = "\(address)"
    }
    let answer = try call(.initiateAuthentication, body)
    let certificate = try answer.bytes("serverCertificate")
    let authentication: ServerAuthentication
    do {
      authentication = try ServerAuthentication(
        signed: try answer.bytes("serverSigned1"),
        signature: try answer.bytes("serverSignature1"),
        keyID: try answer.bytes("euiccCiPKIdToBeUsed"), certificate: certificate)
    } catch let error as RSPError {
      throw error
    } catch {
      throw .malformed("serverSigned1")
    }
    let id = try answer.text("transactionId")
    // The two may write it in different cases.
    guard [UInt8](hex: id) == authentication.transaction else { throw .malformed("transactionId") }
    return Session(
      id: id, transaction: authentication.transaction, authentication: authentication,
      certificate: certificate)
  }

  /// What an SM-DP+ has for an eUICC.
  public struct Order: Hashable, Sendable {
    /// StoreMetadataRequest BF25, as it came.
    let metadata: [UInt8]
    /// What the eUICC is to sign next.
    let preparation: DownloadPreparation
  }

  /// ES9+.AuthenticateClient (§5.6.3).
  public func authenticateClient(
    _ session: Session, answer response: [UInt8]
  ) throws(RSPError) -> Order {
    let answer = try authenticate(session, response)
    do {
      let preparation = try DownloadPreparation(
        signed: try answer.bytes("smdpSigned2"), signature: try answer.bytes("smdpSignature2"),
        certificate: try answer.bytes("smdpCertificate"))
      guard preparation.transaction == session.transaction else {
        throw RSPError.malformed("smdpSigned2")
      }
      return Order(metadata: try answer.bytes("profileMetadata"), preparation: preparation)
    } catch let error as RSPError {
      throw error
    } catch {
      throw .malformed("smdpSigned2")
    }
  }

  /// A profile that waits on an SM-DP+ (§5.8.2).
  public struct Event: Hashable, Sendable {
    /// The SM-DP+.
    public let server: ServerAddress
    /// What to ask it for.
    public let matchingID: String
  }

  /// ES11.AuthenticateClient (§5.8.2): what waits for this eUICC.
  public func events(_ session: Session, answer response: [UInt8]) throws(RSPError) -> [Event] {
    try authenticate(session, response).events()
  }

  private func authenticate(
    _ session: Session, _ response: [UInt8]
  ) throws(RSPError) -> RSPAnswer {
    let answer = try call(
      .authenticateClient,
      ["transactionId": session.id, "authenticateServerResponse": response.base64])
    try answer.require(session.transaction)
    return answer
  }

  /// ES9+.GetBoundProfilePackage (§5.6.2): the package, as it came.
  public func boundProfilePackage(
    _ session: Session, answer response: [UInt8]
  ) throws(RSPError) -> [UInt8] {
    let answer = try call(
      .getBoundProfilePackage,
      ["transactionId": session.id, "prepareDownloadResponse": response.base64],
      limit: RSPServer.longestPackage)
    try answer.require(session.transaction)
    return try answer.bytes("boundProfilePackage")
  }

  /// ES9+.CancelSession (§5.6.5), of the session that the server knows by `id`.
  public func cancelSession(id: String, answer response: [UInt8]) throws(RSPError) {
    _ = try call(
      .cancelSession, ["transactionId": id, "cancelSessionResponse": response.base64],
      isLastWord: true)
  }

  /// ES9+.HandleNotification (§5.6.4, §6.5.1.1). Its answer is 204 without a body; some servers give 200
  /// with one. Another status, such as 202, does not say that the server has it.
  public func handleNotification(_ notification: [UInt8]) throws(RSPError) {
    let answer = try post(.handleNotification, ["pendingNotification": notification.base64])
    guard [200, 204].contains(answer.status) else {
      throw .call(HTTPSError(.status(answer.status), wasSent: true))
    }
    try RSPAnswer.requireAcceptance(answer.body)
  }

  /// Bytes of an answer, at most; those of one with a package.
  private static let longest = 64 << 10
  private static let longestPackage = 2 << 20

  private func call(
    _ function: Function, _ body: [String: String], limit: Int = longest, isLastWord: Bool = false
  ) throws(RSPError) -> RSPAnswer {
    try RSPAnswer(try post(function, body, limit: limit, isLastWord: isLastWord).body)
  }

  private func post(
    _ function: Function, _ body: [String: String], limit: Int = longest, isLastWord: Bool = false
  ) throws(RSPError) -> HTTPSAnswer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(body) else { throw .malformed(function.rawValue) }
    do {
      return try transport.post(
        Array(json), to: address, function: function.rawValue, limit: limit, isLastWord: isLastWord)
    } catch {
      throw .call(error)
    }
  }
}

extension [UInt8] {
  var base64: String { Data(self).base64EncodedString() }
}
