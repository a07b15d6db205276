/// Why a bound profile package was not installed (SGP.22 §2.5.6, ErrorResult).
struct InstallationError: Error, Hashable, Sendable {
  var command: Command
  var reason: Reason

  /// BppCommandId: what was being done.
  enum Command: UInt8, Sendable {
    case initialiseSecureChannel = 0
    case configureISDP = 1
    case storeMetadata = 2
    case replaceSessionKeys = 4
    case loadProfileElements = 5
  }

  /// ErrorReason. Others than these are made by nothing here.
  struct Reason: RawRepresentable, Error, Hashable, Sendable {
    let rawValue: UInt8

    static let incorrectInputValues = Reason(rawValue: 1)
    static let invalidSignature = Reason(rawValue: 2)
    static let invalidTransaction = Reason(rawValue: 3)
    static let unsupportedCRTValues = Reason(rawValue: 4)
    static let unsupportedRemoteOperation = Reason(rawValue: 5)
    /// scp03tStructureError.
    static let structure = Reason(rawValue: 7)
    /// scp03tSecurityError.
    static let security = Reason(rawValue: 8)
    static let iccidAlreadyExists = Reason(rawValue: 9)
    static let insufficientMemory = Reason(rawValue: 10)
    static let interruption = Reason(rawValue: 11)
    static let dataMismatch = Reason(rawValue: 13)
    static let pprNotAllowed = Reason(rawValue: 15)
  }
}
