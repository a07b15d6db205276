import Card
import CardState
import Carriers
import FoundationEssentials
import Renewal

/// One run over some cards: what was read of each, and what failed.
final class ReadRun {
  private(set) var cards: [CardSnapshot] = []
  private(set) var errors: [ReadFailure] = []

  private let plan: ReadingPlan
  private let trace: TraceFile?
  private let pin: PINEntry?

  init(plan: ReadingPlan, trace: TraceFile?, pin: PINEntry? = nil) {
    self.plan = plan
    self.pin = pin
    self.trace = trace
  }

  /// Whether cards are sent a PIN.
  var sendsPIN: Bool { pin != nil }

  /// Reads one card. `access` gives the channel to the closure it is handed, again from the start
  /// when another program has reset the card, and is told what was read.
  ///
  /// What was read before a failure is kept beside the failure, if it tells whose card it is.
  func read(
    _ reader: CardSnapshot.Reader,
    access: ((any CardChannel) throws(ChannelError) -> CardSnapshot) throws(ChannelError) -> Void
  ) {
    var snapshot: CardSnapshot?
    var problems: [ReadFailure] = []
    defer {
      errors += problems.map {
        ReadFailure(reader: reader.name, code: $0.code, message: $0.message, hint: $0.hint)
      }
    }
    do throws(ChannelError) {
      try access { channel throws(ChannelError) in
        trace?.begin(
          reader: reader.name, answerToReset: channel.answerToReset,
          protocol: channel.transmissionProtocol)
        let card = SnapshotReader(
          channel,
          into: CardSnapshot(
            readAt: Date(), reader: reader, atr: channel.answerToReset.hex,
            protocol: channel.transmissionProtocol.rawValue),
          plan: plan, pin: pin, isCancelled: { Interruption.isRequested },
          observer: trace?.record)
        defer {
          snapshot = card.snapshot
          problems = card.problems
        }
        try card.read()
        return card.snapshot
      }
    } catch {
      errors.append(ReadFailure(error, reader: reader.name))
      guard let partial = snapshot, partial.isIdentified else { return }
    }
    guard var card = snapshot else { return }
    let evidence = Evidence.ofRegistration(
      in: CardReading(card), knownHosts: CarrierFiles.known.book.hints(for: card).hosts)
    card.registration?.evidence = evidence
    cards.append(card)
  }

  /// Notes what failed before there was a card to read.
  func fail(_ failure: ReadFailure) { errors.append(failure) }

  /// What the run has come to.
  var document: CardStateDocument {
    CardStateDocument(
      generatedAt: Date(), tool: .init(name: "cardinfo", version: Version.current), cards: cards,
      errors: errors)
  }
}

extension ReadFailure {
  init(_ error: ChannelError, reader: String? = nil) {
    self.init(
      reader: reader, code: error.code.rawValue, message: error.message, hint: error.hint)
  }
}

extension CardSnapshot {
  fileprivate var isIdentified: Bool { iccid != nil || !euiccs.isEmpty }
}
