/// Who the enabled subscription belongs to, as the card says.
public struct Subscriber: Codable, Equatable, Sendable {
  /// EF.IMSI: 6 to 15 digits.
  public var imsi: String?
  /// Mobile country code, three digits.
  public var mcc: String?
  /// Mobile network code, two or three digits. A string: `01` is not `1`.
  public var mnc: String?
  /// Where the length of the MNC comes from.
  public var mncSource: MNCSource?
  /// EF.SPN: the service provider's name.
  public var spn: String?
  /// EF.MSISDN: the subscriber's own numbers. Often blank, sometimes stale.
  public var msisdns: [String]?
  /// EF.GID1, as hexadecimal: carriers tell virtual operators and plans apart by it.
  public var gid1: String?
  /// EF.GID2, as hexadecimal.
  public var gid2: String?

  /// Nothing known yet.
  public init() {}

  /// Where the length of an MNC comes from. An open list: keep unknown ones.
  public struct MNCSource: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The card says it, in EF.AD byte 4.
    public static let efAD = MNCSource(rawValue: "EF.AD")
    /// The numbering plan of the mobile country code says it.
    public static let countryCode = MNCSource(rawValue: "MCC")
  }
}

/// PIN states of a card.
public struct PINStates: Codable, Equatable, Sendable {
  /// PIN1 (CHV1), which guards most of a SIM's files.
  public var pin1: PINState

  /// States of a card's PINs.
  public init(pin1: PINState) { self.pin1 = pin1 }
}

/// The state of one PIN. An absent member is unknown.
public struct PINState: Codable, Equatable, Sendable {
  /// Whether the card asks for it.
  public var enabled: Bool?
  /// Tries left before it is blocked.
  public var triesLeft: Int?

  /// States what is known of a PIN.
  public init(enabled: Bool? = nil, triesLeft: Int? = nil) {
    self.enabled = enabled
    self.triesLeft = triesLeft
  }
}
