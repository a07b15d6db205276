public import Card
public import CardState
import Crypto
import HTTPS

/// The download of one profile (GSMA SGP.22 §3.1.3): from the first question to what the card says in the
/// end. Whatever happens on the way, a session that was opened is closed where the protocol allows it.
public final class DownloadSession {
  /// What a server has for the card, before anything is fetched.
  public struct Offer {
    /// The profile as the server describes it.
    public let profile: Profile
    /// Whether a confirmation code is wanted.
    public let needsConfirmationCode: Bool
  }

  /// What is to be done with an offer.
  public enum Decision {
    /// Fetch and install it.
    case install(confirmationCode: [UInt8]?)
    /// Leave it, for a reason that the server is told.
    case decline(CancelSessionReason)
  }

  /// How far the work is, to be shown.
  public enum Progress {
    /// A step begins.
    case step(DownloadStep)
    /// A function is about to be called.
    case calling(DownloadCall)
    /// Bytes that the card has taken, of so many.
    case loaded(Int, of: Int)
  }

  private let code: ActivationCode
  private let device: DeviceInformation
  private let euicc: ES10b
  private let server: RSPServer
  private let report: (Progress) -> Void
  private let note: (DownloadStep, _ transaction: [UInt8]?) -> Void

  private var step = DownloadStep.begun
  /// Set while eUICC and server have a session that can be cancelled.
  private var openSession: RSPServer.Session?
  private var transaction: [UInt8]?
  private var iccid: String?
  private var wasAsked = false

  /// Prepares a download.
  ///
  /// - Parameters:
  ///   - code: What was given for the profile.
  ///   - device: What the server is told of the device.
  ///   - euicc: The eUICC, open.
  ///   - transport: The way to the server.
  ///   - note: Called with each step before it is taken, and the transaction once there is one: what is
  ///     written down survives a power cut.
  ///   - report: Shown how far it is.
  public init(
    _ code: ActivationCode, for device: DeviceInformation, on euicc: ES10b,
    through transport: any RSPTransport,
    note: @escaping (DownloadStep, _ transaction: [UInt8]?) -> Void = { _, _ in },
    report: @escaping (Progress) -> Void = { _ in }
  ) {
    self.code = code
    self.device = device
    self.euicc = euicc
    self.note = note
    self.report = report
    server = RSPServer(code.server, through: transport)
  }

  /// Downloads and installs, if `decide` says so.
  ///
  /// - Parameters:
  ///   - decide: Asked once the server has described the profile.
  ///   - accepts: Asked, with the bytes of the package, before anything of it goes to the card.
  public func run(
    decide: (Offer) -> Decision, accepts: (Int) -> Bool = { _ in true }
  ) -> DownloadOutcome {
    do throws(Stop) {
      let session = try authenticate()
      let order = try askFor(session)
      let offer = try describe(order)
      let hash: [UInt8]?
      switch decide(offer) {
      case .decline(let reason): throw Stop(.declined, reason)
      case .install(let confirmationCode):
        hash = confirmationCode.map { Self.hash($0, session.transaction) }
      }
      let package = try fetch(order, session, hash: hash)
      guard package.isAnnounced(by: offer.profile) else { throw Stop(.otherProfile) }
      guard accepts(package.count) else { throw Stop(.declined, .postponed) }
      let result = try load(package)
      let isInstalled = if case .installed = result.outcome { true } else { false }
      return outcome(isInstalled ? .installed(result) : .notInstalled(result), reason: nil)
    } catch {
      return stopped(error)
    }
  }

  /// SHA-256(SHA-256(code) ‖ transaction) (SGP.22 §3.1.3.2).
  static func hash(_ confirmationCode: [UInt8], _ transaction: [UInt8]) -> [UInt8] {
    let inner = SHA256.hash(data: confirmationCode)
    return Array(SHA256.hash(data: Array(inner) + transaction))
  }

  /// What ends the work before its end, and the reason to give for it.
  private struct Stop: Error {
    let end: DownloadOutcome.End
    let reason: CancelSessionReason

    init(_ end: DownloadOutcome.End, _ reason: CancelSessionReason) {
      self.end = end
      self.reason = reason
    }

    init(_ failure: DownloadFailure) {
      end = .failed(failure)
      reason = failure.reason
    }
  }
}

// One step after the other.
extension DownloadSession {
  private func authenticate() throws(Stop) -> RSPServer.Session {
    enter(.begun)
    let challenge = try onCard(.challenge) { () throws(ISDRError) in try euicc.challenge() }
    let information = try onCard(.information) { () throws(ISDRError) in
      try euicc.information1()
    }
    let session = try onServer(.initiateAuthentication) { () throws(RSPError) in
      try server.initiateAuthentication(
        as: .smdp, challenge: challenge, information1: information)
    }
    do {
      try session.check(code.server, challenge: challenge, identifier: code.serverOID)
    } catch {
      throw Stop(error)
    }
    return session
  }

  private func askFor(_ session: RSPServer.Session) throws(Stop) -> RSPServer.Order {
    let answer = try onCard(.authenticateServer) { () throws(ISDRError) in
      try euicc.authenticateServer(
        session.authentication, matchingID: code.matchingID, device: device)
    }
    transaction = session.transaction
    enter(.asking)
    report(.calling(.server(.authenticateClient)))
    do throws(RSPError) {
      let order = try server.authenticateClient(session, answer: answer)
      openSession = session
      wasAsked = true
      return order
    } catch {
      // A server that has not heard of the eUICC can't verify its signature, and has nothing to cancel.
      wasAsked = error.mayHaveArrived
      if wasAsked { openSession = session }
      if code.matchingID.isEmpty, case .refused(.matchingIDRefused) = error {
        throw Stop(.nothingWaits)
      }
      throw Stop(.server(error))
    }
  }

  private func describe(_ order: RSPServer.Order) throws(Stop) -> Offer {
    let profile: Profile
    do throws(ParseError) {
      profile = try ProfileInfo.decode(metadata: order.metadata)
    } catch {
      throw Stop(.malformedMetadata(error))
    }
    iccid = profile.iccid
    enter(.offered)
    return Offer(
      profile: profile, needsConfirmationCode: order.preparation.needsConfirmationCode)
  }

  private func fetch(
    _ order: RSPServer.Order, _ session: RSPServer.Session, hash: [UInt8]?
  ) throws(Stop) -> BoundProfilePackage {
    enter(.fetching)
    let answer = try onCard(.prepareDownload) { () throws(ISDRError) in
      try euicc.prepareDownload(order.preparation, hashedCode: hash)
    }
    let bytes = try onServer(.getBoundProfilePackage) { () throws(RSPError) in
      try server.boundProfilePackage(session, answer: answer)
    }
    let package: BoundProfilePackage
    do {
      package = try BoundProfilePackage(bytes)
    } catch {
      throw Stop(.malformedPackage(error))
    }
    guard package.transaction == session.transaction else { throw Stop(.otherPackage) }
    return package
  }

  private func load(_ package: BoundProfilePackage) throws(Stop) -> ProfileInstallationResult {
    enter(.loading)
    let result = try onCard(.load) { () throws(ISDRError) in
      try euicc.load(package) { report(.loaded($0, of: package.count)) }
    }
    // From here on the result itself tells the server (SGP.22 §3.1.3.3).
    openSession = nil
    iccid = result.iccid ?? iccid
    enter(.finished)
    return result
  }

  private func enter(_ next: DownloadStep) {
    step = next
    note(next, transaction)
    report(.step(next))
  }

  private func onCard<Value>(
    _ function: DownloadFailure.Function, _ body: () throws(ISDRError) -> Value
  ) throws(Stop) -> Value {
    report(.calling(.card(function)))
    do { return try body() } catch { throw Stop(.card(function, error)) }
  }

  private func onServer<Value>(
    _ function: RSPServer.Function, _ body: () throws(RSPError) -> Value
  ) throws(Stop) -> Value {
    report(.calling(.server(function)))
    do { return try body() } catch { throw Stop(.server(error)) }
  }
}

// How it ends early.
extension DownloadSession {
  private func stopped(_ stop: Stop) -> DownloadOutcome {
    outcome(stop.end, session: cancel(stop.reason), reason: stop.reason)
  }

  private func outcome(
    _ end: DownloadOutcome.End, session: DownloadOutcome.OpenSession = .none,
    reason: CancelSessionReason?
  ) -> DownloadOutcome {
    DownloadOutcome(
      end, of: code, at: step, session: session, iccid: iccid, reason: reason, wasAsked: wasAsked)
  }

  /// Cancels the session that is open, on the eUICC and then on the server (SGP.22 §3.1.3.1).
  private func cancel(_ reason: CancelSessionReason) -> DownloadOutcome.OpenSession {
    guard let session = openSession else { return .none }
    openSession = nil
    guard let answer = cancellation(of: session, reason) else { return .leftOpen }
    report(.calling(.server(.cancelSession)))
    do throws(RSPError) {
      try server.cancelSession(id: session.id, answer: answer)
      return .cancelled
    } catch {
      if case .refused = error { return .refusedByServer }
      return .serverNotTold(answer, id: session.id, keepsOrder: reason.keepsOrder)
    }
  }

  /// What the eUICC signs. A session that stays open locks the code: a card that fails is asked once more.
  private func cancellation(
    of session: RSPServer.Session, _ reason: CancelSessionReason
  ) -> [UInt8]? {
    for _ in 0..<2 {
      report(.calling(.card(.cancelSession)))
      do throws(ISDRError) {
        return try euicc.cancelSession(session.transaction, reason: reason)
      } catch {
        switch error {
        case .channel, .failed: return nil
        case .refused, .malformed: continue
        }
      }
    }
    return nil
  }
}

extension DownloadFailure {
  /// What the server is told. It closes the order for what can't be mended by trying again, and keeps it
  /// for what is postponed or took too long (SGP.22 §3.1.3.1).
  fileprivate var reason: CancelSessionReason {
    if isInterruption { return .postponed }
    return switch self {
    case .server(.call): .timeout
    case .card(.load, _): .loadExecutionError
    case .card(_, .refused), .card(_, .malformed), .card(_, .channel), .opening: .postponed
    case .server(.refused), .server(.malformed), .nothingWaits: .postponed
    case .otherProfile: .metadataMismatch
    case .card(_, .failed), .otherServer, .otherChallenge, .otherIdentifier, .malformedMetadata,
      .malformedPackage, .otherPackage, .installation:
      .undefined
    }
  }
}
