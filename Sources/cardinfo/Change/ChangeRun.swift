import Card
import CardState
import FoundationEssentials
import Glibc
import Words

/// Reads the cards chosen, makes one change of one of them, and reads it again: what it then shows
/// is the answer.
final class ChangeRun {
  /// An eUICC that was read, and the way to it.
  struct Target {
    var access: any CardAccess
    var euicc: EUICC
  }

  /// A change that is ready to be made.
  struct Plan {
    var target: Target
    var change: EUICCChange
  }

  private let cards: CardOptions
  private let eid: String?
  private let wait: Int
  private let block: Int
  private let trace: TraceFile?
  private var failures: [ReadFailure] = []

  /// - Parameters:
  ///   - cards: Which cards.
  ///   - eid: Which eUICC on them: the end of its EID.
  ///   - wait: Seconds to wait for a card that goes away.
  ///   - block: Bytes of one block of a request.
  init(
    _ cards: CardOptions, eid: String?, wait: Int = 0, block: Int = StoreData.usualBlock
  ) throws {
    self.cards = cards
    self.block = block
    self.eid = eid
    self.wait = wait
    trace = try cards.traceFile()
  }

  /// The eUICCs of the cards chosen, as they are now.
  func targets() throws -> [Target] {
    let (accesses, failures) = try cards.accesses()
    self.failures = failures
    var targets: [Target] = []
    for access in accesses {
      do throws(ChannelError) {
        let snapshot = try access.withCard { channel throws(ChannelError) in
          try read(channel, access.reader)
        }
        targets += snapshot.euiccs.map { Target(access: access, euicc: $0) }
      } catch {
        self.failures.append(ReadFailure(error, reader: access.reader.name))
      }
    }
    if let eid { targets = targets.filter { $0.euicc.eid.hasSuffix(eid) } }
    guard targets.isEmpty else { return targets }
    if let first = self.failures.first { throw ChangeRefusal(first) }
    throw ChangeRefusal(
      "euicc.none",
      eid == nil ? Words("no eUICC answers here") : Words("no eUICC with this EID answers here"),
      hint: Words("cardinfo profiles lists the eUICCs; a plain SIM has no profiles"))
  }

  /// The only eUICC of the cards chosen.
  func onlyTarget() throws -> Target {
    let targets = try targets()
    guard let target = targets.first, targets.count == 1 else {
      throw ChangeRefusal(
        "euicc.ambiguous", Words("there are \(targets.count) eUICCs here"),
        hint: Words(
          "name one with --eid and the last digits of its EID, or its reader with --reader"))
    }
    return target
  }

  /// Signed notifications of an eUICC: the one with a number, or all.
  func signedNotifications(_ number: Int?, of target: Target) throws -> [SignedNotification] {
    try onChannelError(target.access.reader.name) { () throws(ChannelError) in
      try target.access.withCard { channel throws(ChannelError) in
        try SignedNotificationReader(
          channel, isCancelled: { Interruption.isRequested }, observer: trace?.record
        ).read(number, on: target.euicc.eid)
      }
    }
  }

  /// The lines of a dry run: each way to ask, as it would cross the wire.
  func rehearsal(of plan: Plan) throws -> [String] {
    let access = plan.target.access
    let ways = try onChannelError(access.reader.name) { () throws(ChannelError) in
      try access.withCard { channel throws(ChannelError) in
        let changer = EUICCChanger(
          plan.change, of: channel, block: block, isCancelled: { Interruption.isRequested },
          observer: trace?.record)
        let ways = try changer.rehearse(on: plan.target.euicc.eid)
        return ways.map { $0.compactMap { $0.encoded(for: channel.transmissionProtocol)?.hex } }
      }
    }
    let eid = cards.redact ? plan.target.euicc.eid.prefix(8) + "…" : plan.target.euicc.eid[...]
    var lines = [Words("\(plan.change.function) on the eUICC \(String(eid)):").text]
    for (index, (way, attempt)) in zip(ways, plan.change.attempts).enumerated() {
      if index == 1 {
        lines.append(Words("only if the card gives no reason for refusing that:").text)
      }
      lines += way.map {
        "  > \(cards.redact ? $0.prefix(10) + "…" : $0[...])"
          + (attempt.label.map { "  " + $0.text } ?? "")
      }
    }
    return lines + [
      Words("then a reset, and everything is read again; nothing was sent now").text
    ]
  }

  /// Makes the change. The document has the card as it was read afterwards, and what went wrong.
  func perform(_ plan: Plan) -> CardStateDocument {
    let access = plan.target.access
    var progress = EUICCChanger.Progress.notSent
    var problem: ChannelError?
    var after: CardSnapshot?
    do throws(ChannelError) {
      after = try access.withCard { channel throws(ChannelError) in
        trace?.begin(
          reader: access.reader.name, answerToReset: channel.answerToReset,
          protocol: channel.transmissionProtocol)
        let changer = EUICCChanger(
          plan.change, of: channel, block: block, isCancelled: { Interruption.isRequested },
          observer: trace?.record)
        defer { progress = changer.progress }
        try changer.perform(on: plan.target.euicc.eid)
        try channel.reset()
        return try read(channel, access.reader, afterChange: true)
      }
    } catch {
      problem = error
      if progress != .notSent { after = readLater(access) }
    }
    let verdict = ChangeVerdict(
      change: plan.change, progress: progress, problem: problem,
      after: after?.euiccs.first { $0.eid == plan.target.euicc.eid })
    let failure = verdict.failure.map {
      ReadFailure(
        reader: access.reader.name, code: $0.code, message: $0.message, hint: $0.hint)
    }
    return CardStateDocument(
      generatedAt: Date(), tool: .init(name: "cardinfo", version: Version.current),
      cards: after.map { [$0] } ?? [], errors: failure.map { [$0] } ?? [])
  }

  /// Some cards go away after a switch and come back: asks until one answers or the time is over.
  private func readLater(_ access: any CardAccess) -> CardSnapshot? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(wait)
    while true {
      do throws(ChannelError) {
        return try access.withCard { channel throws(ChannelError) in
          try read(channel, access.reader, afterChange: true)
        }
      } catch {
        guard access.mayReturn, clock.now < end, !Interruption.isRequested else { return nil }
        usleep(200_000)
      }
    }
  }

  private func read(
    _ channel: any CardChannel, _ reader: CardSnapshot.Reader, afterChange: Bool = false
  ) throws(ChannelError) -> CardSnapshot {
    trace?.begin(
      reader: reader.name, answerToReset: channel.answerToReset,
      protocol: channel.transmissionProtocol)
    let card = SnapshotReader(
      channel,
      into: CardSnapshot(
        readAt: Date(), reader: reader, atr: channel.answerToReset.hex,
        protocol: channel.transmissionProtocol.rawValue),
      plan: ReadingPlan([.profiles], isFull: true),
      isCancelled: { !afterChange && Interruption.isRequested }, observer: trace?.record)
    try card.read()
    return card.snapshot
  }

  private func onChannelError<Value>(
    _ reader: String, _ body: () throws(ChannelError) -> Value
  ) throws -> Value {
    do { return try body() } catch { throw ChangeRefusal(ReadFailure(error, reader: reader)) }
  }
}

extension ChangeRefusal {
  init(_ failure: ReadFailure) { self.failure = failure }
}
