public import Card

extension ChannelError {
  /// The same in the words of a channel: the boundary between PC/SC and everything above it.
  ///
  /// ``PCSCError/resetCard``, ``PCSCError/removedCard`` and ``PCSCError/cancelled`` become the very
  /// errors that any other channel throws for them.
  public init(_ error: PCSCError) {
    self =
      switch error {
      case .resetCard: .cardReset
      case .removedCard: .cardRemoved
      case .cancelled: .interrupted
      default: ChannelError(error.code, error.message, hint: error.hint)
      }
  }

  /// Runs PC/SC work and converts what it throws.
  static func converting<T: ~Copyable>(
    _ work: () throws(PCSCError) -> T
  ) throws(ChannelError) -> T {
    do throws(PCSCError) { return try work() } catch { throw ChannelError(error) }
  }
}

/// The stable words for what PC/SC can report. ``PCSCError/code`` says which code gives which.
extension ChannelError.Code {
  /// pcscd is not running.
  public static let pcscNotRunning = Self(rawValue: "pcsc.notRunning")
  /// polkit does not let this person use pcscd or the card.
  public static let pcscAccessDenied = Self(rawValue: "pcsc.accessDenied")
  /// The connection to pcscd broke.
  public static let pcscConnectionLost = Self(rawValue: "pcsc.connectionLost")
  /// pcscd is overloaded.
  public static let pcscBusy = Self(rawValue: "pcsc.busy")
  /// Nothing happened in time.
  public static let pcscTimeout = Self(rawValue: "pcsc.timeout")
  /// The work was ended from outside.
  public static let pcscCancelled = Self(rawValue: "pcsc.cancelled")
  /// There is not enough memory.
  public static let pcscNoMemory = Self(rawValue: "pcsc.noMemory")
  /// The program misused PC/SC: a handle or a parameter is wrong.
  public static let pcscMisuse = Self(rawValue: "pcsc.misuse")
  /// The answer is longer than any buffer.
  public static let pcscAnswerTooLong = Self(rawValue: "pcsc.answerTooLong")
  /// Everything else.
  public static let pcscError = Self(rawValue: "pcsc.error")

  /// There is no reader.
  public static let readerNone = Self(rawValue: "reader.none")
  /// No reader has this name.
  public static let readerUnknown = Self(rawValue: "reader.unknown")
  /// The reader is gone, or its driver failed.
  public static let readerUnavailable = Self(rawValue: "reader.unavailable")
  /// The reader is not ready for commands.
  public static let readerNotReady = Self(rawValue: "reader.notReady")
  /// The reader or its driver can't do what it was asked.
  public static let readerUnsupported = Self(rawValue: "reader.unsupported")
  /// The reader's answer is malformed.
  public static let readerBadAnswer = Self(rawValue: "reader.badAnswer")

  /// There is no card in the reader.
  public static let cardAbsent = Self(rawValue: "card.absent")
  /// The card does not answer a reset.
  public static let cardMute = Self(rawValue: "card.mute")
  /// The card has no power.
  public static let cardUnpowered = Self(rawValue: "card.unpowered")
  /// Another program holds the card.
  public static let cardInUse = Self(rawValue: "card.inUse")
  /// The card does not talk the protocols asked for.
  public static let cardProtocolMismatch = Self(rawValue: "card.protocolMismatch")
  /// The reader can't talk to this card.
  public static let cardUnsupported = Self(rawValue: "card.unsupported")
  /// An exchange between the reader and the card failed.
  public static let cardExchangeFailed = Self(rawValue: "card.exchangeFailed")
}
