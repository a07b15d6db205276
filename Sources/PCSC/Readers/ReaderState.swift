internal import CPCSC

/// A reader as pcscd sees it at one moment.
///
/// Wraps `SCARD_READERSTATE`.
public struct ReaderState: Hashable, Sendable {
  /// The reader's name.
  public let name: String
  /// What holds for it.
  public let flags: Flags
  /// How many insertions and removals pcscd has counted, modulo 65,536. Two states that look alike
  /// and differ here are of two cards, or of one that was out in between.
  public let eventCount: UInt16
  /// The card's answer to reset. Empty without a card, and when the card is mute.
  public let answerToReset: [UInt8]

  /// What can hold for a reader: the low 16 bits of `dwEventState`.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits, as in `SCARD_STATE_…`.
    public let rawValue: UInt16

    /// Keeps any bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ state: Int32) { self.init(rawValue: UInt16(truncatingIfNeeded: state)) }

    /// pcscd does not know the reader. `SCARD_STATE_UNKNOWN`.
    public static let unknown = Flags(SCARD_STATE_UNKNOWN)
    /// The reader does not work. `SCARD_STATE_UNAVAILABLE`.
    public static let unavailable = Flags(SCARD_STATE_UNAVAILABLE)
    /// There is no card. `SCARD_STATE_EMPTY`.
    public static let empty = Flags(SCARD_STATE_EMPTY)
    /// There is a card. `SCARD_STATE_PRESENT`.
    public static let present = Flags(SCARD_STATE_PRESENT)
    /// A connection, of any program, is exclusive. `SCARD_STATE_EXCLUSIVE`.
    public static let exclusive = Flags(SCARD_STATE_EXCLUSIVE)
    /// There are connections, of any program. `SCARD_STATE_INUSE`.
    public static let inUse = Flags(SCARD_STATE_INUSE)
    /// The card does not answer a reset. `SCARD_STATE_MUTE`.
    public static let mute = Flags(SCARD_STATE_MUTE)
    /// The card has no power. `SCARD_STATE_UNPOWERED`.
    public static let unpowered = Flags(SCARD_STATE_UNPOWERED)

    static let changed = Flags(SCARD_STATE_CHANGED)
  }

  /// Whether a card is in the reader, mute or not.
  public var hasCard: Bool { flags.contains(.present) }
  /// Whether the card in the reader does not answer.
  public var isMute: Bool { flags.contains(.mute) }
  /// Whether a program, this one included, is connected to the card.
  public var isInUse: Bool { !flags.isDisjoint(with: [.inUse, .exclusive]) }
  /// Whether a program, this one included, keeps all others from the card.
  public var isExclusive: Bool { flags.contains(.exclusive) }
  /// Whether the reader works.
  public var isAvailable: Bool { flags.isDisjoint(with: [.unknown, .unavailable]) }
}

extension ReaderState {
  /// A reader with a card in it, as pcscd would show it.
  public init(named name: String, answerToReset: [UInt8] = []) {
    self.init(name: name, flags: .present, eventCount: 0, answerToReset: answerToReset)
  }

  /// Takes apart `dwEventState`: flags, below a count of events.
  init(name: String, eventState: DWORD, answerToReset: [UInt8]) {
    self.init(
      name: name,
      flags: Flags(rawValue: UInt16(truncatingIfNeeded: eventState)).subtracting(.changed),
      eventCount: UInt16(truncatingIfNeeded: eventState >> 16),
      answerToReset: answerToReset)
  }

  /// The state in the form in which pcscd wants to be told what is known.
  var currentState: DWORD { DWORD(eventCount) << 16 | DWORD(flags.rawValue) }
}
