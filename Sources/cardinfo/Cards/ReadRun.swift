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
final class ReadRun {
  private var cards: [CardReport] = []
  private var problems: [Problem] = []

  private let plan: ReadingPlan
  private let trace: TraceFile?
  private let pin: PINEntry?
  private let wanted: Set<UnreadAnswer.Function>

  /// - Parameter wanted: What the command is asked for: an eUICC that does not give it is an error.
  init(
    plan: ReadingPlan, trace: TraceFile?, pin: PINEntry?, wanted: Set<UnreadAnswer.Function>
  ) {
    self.plan = plan
    self.wanted = wanted
    self.pin = pin
    self.trace = trace
  }

  /// Reads the cards, one after the other.
  func read(_ found: CardAccesses) -> ReadDocument {
    problems += found.problems
    if pin != nil, found.cards.count > 1 {
      problems.append(.pinForMany)
    } else {
      for access in found.cards where !Interruption.isRequested { read(access) }
    }
    return ReadDocument(cards: cards, errors: problems)
  }

  /// Reads one card. What was read before a failure is kept beside the failure, if it tells whose
  /// card it is.
  private func read(_ access: any CardAccess) {
    var snapshot: CardSnapshot?
    var besides: [Problem] = []
    defer { problems += besides }
    do throws(ChannelError) {
      // A read that begins again would send a PIN again.
      _ = try access.withCard(
        attempts: pin == nil ? 3 : 1, isLeftAsItIs: { pin == nil && $0.euiccs.isEmpty }
      ) { channel throws(ChannelError) in
        let card = SnapshotReader(channel, in: access.reader, plan: plan, pin: pin, trace: trace)
        defer {
          snapshot = card.snapshot
          besides = card.problems.map { $0.problem.inReader(access.reader.name) }
        }
        try card.read()
        return card.snapshot
      }
    } catch {
      problems.append(error.problem.inReader(access.reader.name))
      guard let partial = snapshot, partial.isIdentified else { return }
    }
    guard let snapshot else { return }
    var report = CardReport(
      snapshot, knownHosts: CarrierFiles.known.book.hints(for: snapshot).hosts)
    problems += report.takeFailures(of: wanted)
    cards.append(report)
  }
}

extension SnapshotReader {
  /// Prepares a read of the card in a reader, now; its exchanges go to the trace, if there is one.
  convenience init(
    _ channel: any CardChannel, in reader: CardSnapshot.Reader, plan: ReadingPlan,
    pin: PINEntry? = nil, trace: TraceFile?,
    isCancelled: @escaping () -> Bool = { Interruption.isRequested }
  ) {
    trace?.begin(reader: reader, channel)
    self.init(
      channel,
      into: CardSnapshot(
        readAt: Date(), reader: reader, atr: channel.answerToReset.hex,
        protocol: channel.transmissionProtocol.rawValue),
      plan: plan, pin: pin, isCancelled: isCancelled, observer: trace?.record)
  }
}

/// The ways to the cards that a person means, and what they mean that can't be had.
struct CardAccesses {
  var cards: [any CardAccess]
  var problems: [Problem]

  /// Built-in cards, or cards in readers: all of them without any selector.
  ///
  /// - Throws: A usage error where no built-in card has a name.
  init(virtual: [String], readers: [String]) throws {
    guard virtual.isEmpty else {
      cards = try virtual.map(NamedCard.find).enumerated().map {
        VirtualCardAccess($0.element, index: $0.offset)
      }
      problems = []
      return
    }
    do throws(PCSCError) {
      let context = try PCSCContext()
      let selection = ReaderSelection(readers, from: try context.readerStates())
      cards = selection.choices.map { ReaderCardAccess($0, in: context) }
      problems = selection.problems
    } catch {
      cards = []
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
