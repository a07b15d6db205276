internal import CPCSC
public import Card

/// A connected card as pcscd sees it at one moment.
public struct CardStatus: Hashable, Sendable {
  /// The reader's name.
  public let reader: String
  /// What holds for the card.
  public let state: State
  /// How many insertions and removals pcscd has counted, modulo 65,536.
  public let eventCount: UInt16
  /// The protocol in use. Nil when none has been chosen.
  public let transmissionProtocol: TransmissionProtocol?
  /// The card's answer to reset. Empty without a card.
  public let answerToReset: [UInt8]

  /// What can hold for a card: the low 16 bits of the state that `SCardStatus` gives.
  public struct State: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Keeps any bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    private init(_ state: Int32) { self.init(rawValue: UInt16(truncatingIfNeeded: state)) }

    /// The reader does not know. `SCARD_UNKNOWN`.
    public static let unknown = State(SCARD_UNKNOWN)
    /// There is no card. `SCARD_ABSENT`.
    public static let absent = State(SCARD_ABSENT)
    /// There is a card. `SCARD_PRESENT`.
    public static let present = State(SCARD_PRESENT)
    /// The card has no power, or is mute. `SCARD_SWALLOWED`.
    public static let swallowed = State(SCARD_SWALLOWED)
    /// The card has power. `SCARD_POWERED`.
    public static let powered = State(SCARD_POWERED)
    /// The card was reset and no protocol has been chosen. `SCARD_NEGOTIABLE`.
    public static let negotiable = State(SCARD_NEGOTIABLE)
    /// A protocol has been chosen. `SCARD_SPECIFIC`.
    public static let specific = State(SCARD_SPECIFIC)
  }
}
