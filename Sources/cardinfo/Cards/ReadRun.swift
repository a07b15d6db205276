import Card
import CardState
import Carriers
import FoundationEssentials
import PCSC
import Renewal
import VirtualCard
import Words

/// One run over the cards that a person means: what was read of each, and what failed. What fails
/// with one card does not keep the others from being read.
struct ReadRun {
  private let plan: ReadingPlan
  private let trace: TraceFile?
  private let pin: PINEntry?
  private let wanted: Set<UnreadAnswer.Function>
  private let jobs: Int
  private let memory: CardMemory?

  /// - Parameters:
  ///   - wanted: What the command is asked for: an eUICC that does not give it is an error.
  ///   - jobs: How many cards to read at once. Those that are traced are read one after the other.
  ///   - memory: What is known of cards from earlier reads; nil where each is to be asked for all.
  init(
    plan: ReadingPlan, trace: TraceFile?, pin: PINEntry?, wanted: Set<UnreadAnswer.Function>,
    jobs: Int, memory: CardMemory? = nil
  ) {
    self.plan = plan
    self.memory = memory
    self.wanted = wanted
    self.pin = pin
    self.trace = trace
    self.jobs = trace == nil ? jobs : 1
  }

  /// Reads the cards side by side, and gives them in their order.
  func read(_ found: CardAccesses) -> ReadDocument {
    guard pin == nil || found.cards.count < 2 else {
      return ReadDocument(cards: [], errors: found.problems + [.pinForMany])
    }
    let outcomes = SideBySide.map(found.cards, atOnce: jobs) { access in
      Interruption.isRequested
        ? Outcome(problems: [ChannelError.interrupted.problem.inReader(access.reader.name)])
        : read(access)
    }
    return ReadDocument(
      cards: outcomes.compactMap(\.card), errors: found.problems + outcomes.flatMap(\.problems))
  }

  /// What came of one card.
  struct Outcome {
    var card: CardReport?
    var problems: [Problem] = []
  }

  /// Reads one card. What was read before a failure is kept beside the failure, if it tells whose
  /// card it is.
  func read(_ access: any CardAccess) -> Outcome {
    var snapshot: CardSnapshot?
    var besides: [Problem] = []
    var problems: [Problem] = []
    do throws(ChannelError) {
      // A read that begins again would send a PIN again.
      _ = try access.withCard(
        attempts: pin == nil ? 3 : 1, isLeftAsItIs: { pin == nil && $0.euiccs.isEmpty }
      ) { channel throws(ChannelError) in
        let card = SnapshotReader(
          channel, in: access.reader, plan: plan, memory: memory, pin: pin, trace: trace)
        defer {
          snapshot = card.snapshot
          besides = card.problems.map { $0.problem.inReader(access.reader.name) }
        }
        try card.read()
        return card.snapshot
      }
    } catch {
      problems.append(error.problem.inReader(access.reader.name))
      guard let partial = snapshot, partial.isIdentified else {
        return Outcome(problems: problems + besides)
      }
    }
    guard let snapshot else { return Outcome(problems: problems + besides) }
    var report = CardReport(
      snapshot, knownHosts: CarrierFiles.known.book.hints(for: snapshot).hosts)
    problems += report.takeFailures(of: wanted)
    return Outcome(card: report, problems: problems + besides)
  }
}

extension SnapshotReader {
  /// Prepares a read of the card in a reader, now; its exchanges go to the trace, if there is one.
  convenience init(
    _ channel: any CardChannel, in reader: CardSnapshot.Reader, plan: ReadingPlan,
    memory: CardMemory? = nil, pin: PINEntry? = nil, trace: TraceFile?,
    isCancelled: @escaping () -> Bool = { Interruption.isRequested }
  ) {
    trace?.begin(reader: reader, channel)
    self.init(
      channel,
      into: CardSnapshot(
        readAt: Date(), reader: reader, atr: channel.answerToReset.hex,
        protocol: channel.transmissionProtocol.rawValue),
      plan: plan, isKnownPlain: { memory?.knowsAsPlain($0) == true }, pin: pin,
      isCancelled: isCancelled, observer: trace?.record)
  }
}

/// The ways to the cards that a person means, and what they mean that can't be had.
struct CardAccesses {
  var cards: [any CardAccess]
  var problems: [Problem] = []

  /// These, and nothing that can't be had.
  init(_ cards: [any CardAccess]) { self.cards = cards }

  /// Built-in cards, or cards in readers: all of them without any selector.
  ///
  /// - Parameter wait: How many seconds to wait for another program that holds a card.
  /// - Throws: A usage error where no built-in card has a name.
  init(virtual: [String], readers: [String], wait: Int) throws {
    guard virtual.isEmpty else {
      cards = try virtual.map(NamedCard.find).enumerated().map {
        VirtualCardAccess($0.element, index: $0.offset)
      }
      problems = []
      return
    }
    do throws(PCSCError) {
      let states = try PCSCContext(Patience(seconds: wait)).readerStates()
      let selection = ReaderSelection(readers, from: states)
      cards = selection.choices.map { ReaderCardAccess($0, waiting: wait) }
      problems = selection.problems
    } catch {
      cards = []
      problems = [error.problem]
    }
  }
}

extension CardAccesses {
  /// The card in the reader of exactly this name, which may begin another one's.
  ///
  /// - Parameter wait: How many seconds to wait for another program that holds it.
  init(inReader name: String, wait: Int) {
    do throws(PCSCError) {
      let states = try PCSCContext(Patience(seconds: wait)).readerStates()
      let choice = states.enumerated().map { ReaderSelection.Choice(index: $0, state: $1) }
        .first { $0.state.name == name }
      guard let choice else {
        self.init([])
        problems = [
          Problem(.readerUnknown, Words("the reader is not there any more")).inReader(name)
        ]
        return
      }
      self.init([ReaderCardAccess(choice, waiting: wait)])
    } catch {
      self.init([])
      problems = [error.problem]
    }
  }
}

extension Problem {
  fileprivate static let pinForMany = Problem(
    .pinForManyCards, Words("the name means several readers, and a PIN is for one card"),
    nextStep: Words("name the reader by its number: cardinfo readers"))
}

extension CardSnapshot {
  fileprivate var isIdentified: Bool { iccid != nil || !euiccs.isEmpty }
}
