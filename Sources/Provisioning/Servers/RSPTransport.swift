public import HTTPS

/// Carries a call to an SM-DP+ or SM-DS and its answer back.
public protocol RSPTransport {
  /// Sends a body to `https://SERVER/gsma/rsp2/es9plus/FUNCTION`.
  ///
  /// - Parameters:
  ///   - limit: Bytes that the answer may have.
  ///   - isLastWord: Whether it is sent whoever wants the work to end, and not waited for long: what
  ///     closes a session.
  func post(
    _ body: [UInt8], to server: ServerAddress, function: String, limit: Int, isLastWord: Bool
  ) throws(HTTPSError) -> HTTPSAnswer
}

/// The transport of SGP.22 §6.5: JSON over HTTPS.
public struct HTTPSTransport: RSPTransport {
  private let usual: HTTPSClient
  private let short: HTTPSClient
  private let isCancelled: () -> Bool

  /// A transport that trusts `roots`, and ends a call soon after `isCancelled` says so.
  ///
  /// - Parameters:
  ///   - timeouts: Of calls.
  ///   - last: Of what closes a session.
  public init(
    trusting roots: Roots, timeouts: HTTPSClient.Timeouts = HTTPSClient.Timeouts(),
    last: HTTPSClient.Timeouts = HTTPSClient.Timeouts(connecting: 5_000, whole: 10_000),
    isCancelled: @escaping () -> Bool = { false }
  ) {
    usual = HTTPSClient(trusting: roots, timeouts: timeouts)
    short = HTTPSClient(trusting: roots, timeouts: last)
    self.isCancelled = isCancelled
  }

  /// Sends a body over a verified connection.
  public func post(
    _ body: [UInt8], to server: ServerAddress, function: String, limit: Int, isLastWord: Bool
  ) throws(HTTPSError) -> HTTPSAnswer {
    try (isLastWord ? short : usual).post(
      body, to: server, path: "/gsma/rsp2/es9plus/\(function)", userAgent: "gsma-rsp-lpad",
      headers: [
        "Content-Type: application/json", "Accept: application/json",
        "X-Admin-Protocol: gsma/rsp/v2.2.0",
      ],
      limit: limit, isCancelled: isLastWord ? { false } : isCancelled)
  }
}

/// Why a call of a server brought nothing.
public enum RSPError: Error, Hashable, Sendable {
  /// The call did not come to an answer.
  case call(HTTPSError)
  /// The server refuses.
  case refused(RSPStatus)
  /// The answer is not as the specification says, at a member of it.
  case malformed(String)

  /// Whether the server may have acted on the call.
  public var mayHaveArrived: Bool {
    switch self {
    case .call(let error): error.wasSent
    case .refused, .malformed: true
    }
  }
}
