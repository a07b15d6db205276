internal import CPCSC

/// What happens to a card when a connection or a transaction ends.
public enum Disposition: Hashable, Sendable {
  /// Nothing: what is selected and verified stays so, for whoever comes next. pcscd takes the
  /// power away a few seconds after the last connection. `SCARD_LEAVE_CARD`.
  case leave
  /// It is reset: what was selected and verified is forgotten, and a newly enabled eSIM profile
  /// takes over. Every other connection learns of it. `SCARD_RESET_CARD`.
  case reset
  /// It loses its power, and gets it back at the latest when somebody connects.
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
