internal import CPCSC
internal import Card

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
