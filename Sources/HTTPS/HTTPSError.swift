/// A call that brought no answer, or none that can be used. Holds no identifier and nothing that was
/// sent.
public struct HTTPSError: Error, Hashable, Sendable {
  /// What happened.
  public var reason: Reason
  /// Whether anything of the request went out over a verified connection: the server may have acted
  /// on it.
  public var wasSent: Bool

  /// Describes what happened.
  public init(_ reason: Reason, wasSent: Bool = false) {
    self.reason = reason
    self.wasSent = wasSent
  }

  /// What can happen.
  public enum Reason: Hashable, Sendable {
    /// There is no libcurl, or one that is too old.
    case noLibrary
    /// This machine has no roots.
    case noSystemRoots
    /// The roots given have no certificate that can be read.
    case unusableRoots
    /// This machine has no network.
    case noNetwork
    /// No server has this name.
    case unknownHost
    /// Nothing answers there.
    case unreachable
    /// The proxy of the environment can't be had, or refuses; with its HTTP status, if it gave one.
    case proxy(status: Int?)
    /// It took too long.
    case timedOut
    /// The server's certificate is not to be trusted.
    case untrusted(Untrusted)
    /// No TLS 1.2 or later could be agreed on.
    case noTLS
    /// The answer sends elsewhere; the host, where it names one.
    case redirected(to: String?)
    /// The answer is a page for people, as of a network that wants somebody to log in.
    case webPage
    /// The server answers with an HTTP status other than success.
    case status(Int)
    /// The answer is longer than it may be, in bytes.
    case tooLarge(limit: Int)
    /// The connection ended before the answer did.
    case brokenOff
    /// The person stopped it.
    case interrupted
    /// Something that libcurl alone has a number for.
    case other(Int)
  }

  /// Why a certificate is not to be trusted.
  public enum Untrusted: Hashable, Sendable {
    /// The chain ends in a root that is not known here. The certificates that the server sent, in DER,
    /// its own first; empty when they could not be had.
    case unknownRoot(chain: [[UInt8]])
    /// It vouches for itself.
    case selfSigned
    /// It, or one above it, has expired.
    case expired
    /// It, or one above it, is not valid yet; so too with a clock that is late.
    case notYetValid
    /// It is for another host.
    case wrongHost
    /// Something else, with OpenSSL's number (X509_V_ERR).
    case otherwise(Int)
  }
}
