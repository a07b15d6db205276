import CardState
public import Words

/// What an eUICC says, signed, of a package that was sent to it (GSMA SGP.22 §2.5.6).
public struct ProfileInstallationResult: Hashable, Sendable {
  /// All of it, to be sent to the server as it is.
  public let bytes: [UInt8]
  /// The transaction.
  public let transaction: [UInt8]
  /// The number under which the eUICC keeps it as a notification.
  public let sequenceNumber: Int
  /// The server to be told.
  public let address: String?
  /// The profile's number.
  public let iccid: String?
  /// How it ended.
  public let outcome: Outcome

  /// How an installation ends.
  public enum Outcome: Hashable, Sendable {
    /// The profile is installed, with the name of its ISD-P as hexadecimal.
    case installed(aid: String)
    /// It is not: the part of the package that failed, and why.
    case failed(Command, ES10Result)
  }

  /// The part of a package that an eUICC was at (BppCommandId).
  public struct Command: RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: Int

    /// Keeps any number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// What the eUICC was doing.
    public var words: Words {
      switch rawValue {
      case 0: Words("opening the secure channel")
      case 1: Words("making room for the profile")
      case 2, 3: Words("storing the profile's description")
      case 4: Words("changing the keys")
      case 5: Words("loading the profile")
      default: Words("step \(rawValue), which the specification does not name")
      }
    }
  }

  /// Understands `BF37 {BF27 {80, BF2F, 06, A2 {A0 {4F} | A1 {80, 81}}}, 5F37}`.
  public init(_ bytes: [UInt8]) throws(ParseError) {
    let members = try BERTLV.only(ES10.profileInstallationResult, in: bytes).children()
    _ = try members.required(0x5F37)
    let data = try members.required(0xBF27).children()
    let metadata = try NotificationMetadata.decode(try data.required(NotificationMetadata.tag))
    self.bytes = bytes
    transaction = Array(try data.transaction().value)
    sequenceNumber = metadata.sequenceNumber
    address = metadata.address
    iccid = metadata.iccid
    let result = try data.required(0xA2).children()
    if let success = result.first(0xA0) {
      outcome = .installed(aid: try success.children().required(0x4F).value.hex)
    } else {
      let error = try result.required(0xA1).children()
      outcome = .failed(
        Command(rawValue: try error.required(0x80).count()),
        ES10Result(ES10.loadBoundProfilePackage, code: try error.required(0x81).count()))
    }
  }
}
