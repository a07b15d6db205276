internal import CPCSC

/// Whom a connection shares the card with.
public enum Sharing: Hashable, Sendable {
  /// Everybody: others can connect and, between transactions, send commands. `SCARD_SHARE_SHARED`.
  case shared
  /// Nobody: while the connection lasts no other can be made. `SCARD_SHARE_EXCLUSIVE`.
  case exclusive
  /// A connection to the reader itself, with or without a card, and shared all the same.
  /// `SCARD_SHARE_DIRECT`.
  case direct

  var mode: DWORD {
    switch self {
    case .shared: DWORD(SCARD_SHARE_SHARED)
    case .exclusive: DWORD(SCARD_SHARE_EXCLUSIVE)
    case .direct: DWORD(SCARD_SHARE_DIRECT)
    }
  }
}
