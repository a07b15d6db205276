internal import CCurl

/// Sends requests to servers whose certificates it verifies: TLS 1.2 or later, chain and host name. No
/// switch turns that off; without TLS it calls only where it is told to in so many words
/// (``Scheme/plain``). The proxy is that of the environment; no redirect is followed.
public struct HTTPSClient: Sendable {
  private let roots: Roots
  private let timeouts: Timeouts

  /// How long to wait, in milliseconds.
  public struct Timeouts: Sendable {
    /// For a connection, TLS included.
    public var connecting: Int
    /// For all of a call.
    public var whole: Int

    /// Waits of so many milliseconds.
    public init(connecting: Int = 15_000, whole: Int = 120_000) {
      self.connecting = connecting
      self.whole = whole
    }
  }

  /// How a server is called.
  public enum Scheme: String, Sendable {
    /// Over TLS, verified.
    case https
    /// Over TCP, readable and forgeable by everybody in between; without the environment's proxy.
    case plain = "http"
  }

  /// A client that trusts `roots` alone.
  public init(trusting roots: Roots, timeouts: Timeouts = Timeouts()) {
    self.roots = roots
    self.timeouts = timeouts
  }

  /// Sends `body` to a server, and returns its answer: any of status 2xx that is no page for people.
  ///
  /// - Parameters:
  ///   - path: Where on the server, with the slash it begins with.
  ///   - headers: Fields as they stand on the wire, such as `Content-Type: application/json`.
  ///   - limit: Bytes that the answer may have.
  ///   - scheme: Whether it is called over TLS.
  ///   - takesPages: Whether a page for people is an answer, too.
  ///   - isCancelled: Asked every 100 milliseconds; true ends the call.
  public func post(
    _ body: [UInt8], to server: ServerAddress, path: String, userAgent: String,
    headers: [String], limit: Int, over scheme: Scheme = .https, takesPages: Bool = false,
    isCancelled: () -> Bool = { false }
  ) throws(HTTPSError) -> HTTPSAnswer {
    guard ccurl_open() == nil, let transfer = Transfer(limit: limit) else {
      throw HTTPSError(.noLibrary)
    }
    try transfer.prepare(
      url: "\(scheme.rawValue)://\(server)\(path)", userAgent: userAgent, headers: headers)
    switch scheme {
    case .https: try transfer.prepare(roots: roots.pem)
    case .plain: try transfer.prepareWithoutTLS()
    }
    try transfer.prepare(body: body, timeouts: timeouts)
    try transfer.perform(isCancelled: isCancelled)
    return try transfer.answer(takesPages: takesPages)
  }
}

/// What a server answered.
public struct HTTPSAnswer: Hashable, Sendable {
  /// The HTTP status, 200 to 299.
  public var status: Int
  /// What came with it.
  public var body: [UInt8]

  /// An answer from its parts.
  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}
