public import CardState
internal import Words

/// Reads a card into a snapshot.
///
/// What works is kept when something else does not: a file that is refused stands in `files` with
/// its reason, and an exchange that fails ends the read but not what was read before it.
public final class SnapshotReader {
  /// What has been read so far.
  public internal(set) var snapshot: CardSnapshot

  /// What was asked for and failed, beside what was read.
  public internal(set) var problems: [ReadFailure] = []

  let channel: ReadOnlyChannel
  let session: CardSession
  let pin: PINEntry?
  let plan: ReadingPlan
  var files: FileSystem
  /// Whether the card is asked as a 2G SIM.
  var isGSM = false
  /// Whether the card left open which application holds the subscription.
  var isApplicationInDoubt = false
  /// The services of the card's service table, once it is read.
  var services: Set<Int>?
  /// Whether the card selects an application by the beginning of its name.
  var selectsByBeginning = false
  let isKnownPlain: (CardSnapshot) -> Bool
  let budget: ReadingBudget
  /// What the files of each application have cost.
  var spent: [CardApplication: ReadingBudget.Amount] = [:]
  /// The files that were not read to their end, since the card makes that too costly.
  var costlyFiles: [String] = []
  /// Answers so far that could not be used.
  var unusableAnswers = 0
  /// What the files mean that could be read: one value, or one for each record in use.
  var values: [FileDescriptor: [any FileLayout]] = [:]

  /// Prepares a read over a channel that is guarded here: nothing this type sends can change the
  /// card.
  ///
  /// - Parameters:
  ///   - channel: The card.
  ///   - snapshot: Names the reader and the time; filled in by ``read()``.
  ///   - plan: What to read.
  ///   - budget: What the card may make it cost.
  ///   - isKnownPlain: Asked, with what has been read so far, of a card that gives no sign of being an eUICC,
  ///     where the plan reads more than that: whether it is known to be none.
  ///   - pin: PIN1, if its owner gave it for this card in this run. It is sent once at most.
  ///   - isCancelled: Asked before each exchange.
  ///   - observer: Shown every exchange.
  public init(
    _ channel: any CardChannel, into snapshot: CardSnapshot, plan: ReadingPlan = ReadingPlan(),
    budget: ReadingBudget = ReadingBudget(),
    isKnownPlain: @escaping (CardSnapshot) -> Bool = { _ in false },
    pin: PINEntry? = nil, isCancelled: @escaping () -> Bool = { false },
    observer: ((Exchange) -> Void)? = nil
  ) {
    self.budget = budget
    self.isKnownPlain = isKnownPlain
    self.snapshot = snapshot
    self.plan = plan
    self.pin = pin
    self.channel = ReadOnlyChannel(channel)
    session = CardSession(
      over: self.channel, isCancelled: isCancelled, observer: observer)
    files = FileSystem(session, current: .masterFile)
  }

  /// Reads what the plan says.
  ///
  /// - Throws: What the channel throws. What was read until then stays in ``snapshot``, with a
  ///   warning that it is not all.
  public func read() throws(ChannelError) {
    session.allow(budget.run, for: .run)
    defer {
      snapshot.cost = session.cost
      noteWhatWasTooCostly()
    }
    checkAnswerToReset()
    do {
      if plan.sections != [.profiles] { try readSubscriber() }
      if plan.sections.contains(.profiles) { try readEUICCs() }
      noteForeignCard()
    } catch {
      warn(
        "read.incomplete", Words("the read ended early: what is not here may still be on the card"),
        hint: Words("run the command again"))
      throw error
    }
  }

  private func checkAnswerToReset() {
    do {
      _ = try AnswerToReset(session.answerToReset)
    } catch {
      warn("atr.malformed", Words("the answer to reset is malformed: \(error.message)"))
    }
  }

  func warn(_ code: String, _ message: Words, hint: Words? = nil) {
    snapshot.warnings.append(CardSnapshot.Warning(code: code, message: message, hint: hint))
  }
}
