public import Card
internal import Words

/// A modelled UICC, with or without an eUICC: bytes in, bytes out, as a card on a reader.
///
/// It is not a table of canned replies. Files have access conditions, channels have a current file of
/// their own, and what a command changes stays changed. How a card misbehaves is in ``behaviour``.
/// Used by one caller at a time.
public final class SimulatedCard: CardChannel {
  /// Commands received, the failed ones too.
  public private(set) var exchangeCount = 0
  /// The first bytes of every command received: CLA, INS, P1, P2 and P3, never its data.
  public private(set) var log: [[UInt8]] = []

  private let chip: UICC
  private var line = CardLine()
  private var wasResetByAnother = false

  init(_ blueprint: CardBlueprint) { chip = UICC(blueprint) }

  /// The root of the files that the card shows now.
  var masterFile: DedicatedFile { chip.masterFile }

  /// What is on its secure elements.
  var profiles: [StoredProfile] { chip.elements.flatMap(\.profiles) }

  /// How the card differs from one that does everything by the book.
  public var behaviour: Behaviour {
    get { chip.behaviour }
    set { chip.behaviour = newValue }
  }

  /// Every command that is meant to change the card, in order, the refused ones too.
  public var changes: [JournalEntry] { chip.journal.changes }

  /// How often a PIN or an unblocking key was compared. Asking for the tries left costs none.
  public var pinTriesUsed: Int { chip.journal.pinTriesUsed }

  /// Whether the card is out of the reader for a moment, and will be back.
  var isGoneForAMoment: Bool { chip.isGone }

  /// The answer to reset; empty for a card that is mute.
  public var answerToReset: [UInt8] {
    if behaviour.isMute { return [] }
    return behaviour.garbageATR
      ?? AnswerToReset.bytes(for: behaviour, hasSecureElement: !chip.elements.isEmpty)
  }

  /// The protocol that the card talks.
  public var transmissionProtocol: TransmissionProtocol { behaviour.transmissionProtocol }

  /// Forgets what is volatile, as a card does without power: what is selected, verified and open.
  public func reset() {
    chip.reset()
    line.reset()
  }

  /// Takes a TPDU at T=0, or an APDU at T=1, and answers as the card would.
  ///
  /// - Throws: `ChannelError` with the code `card.removed`, `card.reset` or `card.mute`, where
  ///   ``behaviour`` says so.
  public func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    exchangeCount += 1
    log.append(Array(command.prefix(5)))
    try fail()
    let answer =
      switch (transmissionProtocol, behaviour.readerCompletesAnswers) {
      case (.t0, false): line.exchangeT0(command, with: chip)
      case (.t0, true): line.exchangeCompletely(command, with: chip)
      case (.t1, _): line.exchangeT1(command, with: chip)
      }
    return answer.bytes
  }

  private func fail() throws(ChannelError) {
    if behaviour.isMute { throw .cardMute }
    if chip.isGone { throw .cardRemoved }
    if let limit = behaviour.isRemovedAfter, exchangeCount > limit { throw .cardRemoved }
    if let limit = behaviour.isResetAfter, exchangeCount > limit, !wasResetByAnother {
      wasResetByAnother = true
      reset()
      throw .cardReset
    }
  }
}

extension ChannelError {
  /// The card does not answer at all.
  fileprivate static let cardMute = ChannelError(
    Code(rawValue: "card.mute"), Words("the card does not answer"),
    hint: Words("clean the card's contacts and insert it again, chip towards the reader's"))
}

extension SimulatedCard: ResettableChannel {}
