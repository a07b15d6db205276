internal import CPCSC

/// Which of its own functions a reader's driver is asked for.
public struct ControlCode: RawRepresentable, Hashable, Sendable {
  /// The code.
  public let rawValue: UInt32

  /// Keeps any code.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The code of a function by its number. Wraps `SCARD_CTL_CODE`.
  public init(function: UInt16) {
    self.init(rawValue: UInt32(truncatingIfNeeded: cpcsc_control_code(DWORD(function))))
  }

  /// Lists the features of PC/SC part 10 that the reader has. `CM_IOCTL_GET_FEATURE_REQUEST`.
  public static let getFeatures = ControlCode(
    rawValue: UInt32(truncatingIfNeeded: cpcsc_get_feature_request))
}
