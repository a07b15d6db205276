internal import CPCSC
internal import Card

/// Who may use the card beside this connection.
public enum Sharing: Hashable, Sendable {
  /// Everybody: others can connect and, between transactions, send commands. `SCARD_SHARE_SHARED`.
  case shared
  /// Nobody: while the connection lasts no other can be made. `SCARD_SHARE_EXCLUSIVE`.
  case exclusive
  /// A connection to the reader itself, with or without a card, and shared as well.
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

/// What happens to a card when a connection or a transaction ends.
public enum Disposition: Hashable, Sendable {
  /// Nothing: what is selected and verified stays so, for whoever comes next. pcscd takes the
  /// power away a few seconds after the last connection. `SCARD_LEAVE_CARD`.
  case leave
  /// It is reset: what was selected and verified is forgotten, and a newly enabled eSIM profile
  /// takes over. Every other connection learns of it. `SCARD_RESET_CARD`.
  case reset
  /// It loses power, until the next connection at the latest.
  /// `SCARD_UNPOWER_CARD`.
  case unpower

  var action: DWORD {
    switch self {
    case .leave: DWORD(SCARD_LEAVE_CARD)
    case .reset: DWORD(SCARD_RESET_CARD)
    case .unpower: DWORD(SCARD_UNPOWER_CARD)
    }
  }
}

extension TransmissionProtocol {
  /// One of PC/SC's bits for protocols. Nil for none, several, and raw.
  init?(bits: DWORD) {
    switch Int32(truncatingIfNeeded: bits) {
    case SCARD_PROTOCOL_T0: self = .t0
    case SCARD_PROTOCOL_T1: self = .t1
    default: return nil
    }
  }

  /// PC/SC's bit for it.
  var bits: DWORD {
    switch self {
    case .t0: DWORD(SCARD_PROTOCOL_T0)
    case .t1: DWORD(SCARD_PROTOCOL_T1)
    }
  }
}
