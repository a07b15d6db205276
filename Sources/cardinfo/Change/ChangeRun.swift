import Card
import CardState
import Carriers
import Glibc
import Provisioning
import Renewal
import Words

/// Reads the cards chosen, makes one change of one of them, and reads it again: what it then shows
/// is the answer.
final class ChangeRun {
  /// An eUICC that was read, the card it is on, and the way to it.
  struct Target {
    var access: any CardAccess
    var card: CardSnapshot
    var euicc: EUICC

    /// Why a part of what the eUICC says is missing; nil where it was read.
    func unread(_ function: UnreadAnswer.Function) -> Problem? {
      euicc.unread?.first { $0.function == function }?.problem.inReader(access.reader.name)
    }
  }

  /// A change that is ready to be made.
  struct Plan {
    var target: Target
    var change: EUICCChange
  }

  private let cards: CardOptions
  private let accesses: () throws -> CardAccesses
  private let hasOwnCards: Bool
  private let eid: String?
  private let block: Int
  /// Where exchanges are written, if anywhere.
  let trace: TraceFile?

  /// - Parameters:
  ///   - cards: Which cards.
  ///   - eid: Which eUICC on them: the end of its EID.
  ///   - block: Bytes of one block of a request.
  ///   - accesses: The ways to the cards, where they are not those that the options name.
  init(
    _ cards: CardOptions, eid: String?, block: Int = StoreData.usualBlock,
    through accesses: (() throws -> CardAccesses)? = nil
  ) throws {
    self.cards = cards
    self.accesses = accesses ?? cards.accesses
    hasOwnCards = accesses != nil
    self.block = block
    self.eid = eid
    trace = try cards.traceFile()
  }

  /// The eUICCs of the cards chosen, as they are now, with the answers to `questions`.
  func targets(asking questions: Set<EUICCQuestion>) throws -> [Target] {
    let found = try accesses()
    var problems = found.problems
    var targets: [Target] = []
    let count = found.cards.count
    let words = Words(count, one: "reading \(count) card", other: "reading \(count) cards")
    let read = during(words) {
      SideBySide.map(found.cards, atOnce: trace == nil ? cards.jobs : 1) { access in
        Result { () throws(ChannelError) in
          try access.withCard { channel throws(ChannelError) in
            try self.read(channel, access.reader, asking: questions)
          }
        }
      }
    }
    for (access, card) in zip(found.cards, read) {
      do throws(ChannelError) {
        let card = try card.get()
        targets += card.euiccs.map { Target(access: access, card: card, euicc: $0) }
        problems += (card.unread ?? []).map { $0.problem.inReader(access.reader.name) }
      } catch {
        problems.append(error.problem.inReader(access.reader.name))
      }
    }
    if let eid { targets = targets.filter { $0.euicc.eid.hasSuffix(eid) } }
    guard targets.isEmpty else { return targets }
    if let first = problems.first { throw ChangeRefusal.cards(first) }
    throw ChangeRefusal.noEUICC(wasNamed: eid != nil)
  }

  /// The only eUICC of the cards chosen, with the answers to `questions`.
  func onlyTarget(asking questions: Set<EUICCQuestion>) throws -> Target {
    let targets = try targets(asking: questions)
    guard let target = targets.first, targets.count == 1 else {
      throw ChangeRefusal.ambiguousEUICC(count: targets.count)
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

  /// Sends signed notifications of an eUICC to their servers.
  func sendNotifications(
    _ numbers: Set<Int>? = nil, of target: Target, keeping: Bool = false, _ servers: ServerOptions,
    report: @escaping (PendingNotification, NotificationSender.Step) -> Void = { _, _ in }
  ) throws(Problem) -> [NotificationSender.Report] {
    try NotificationRun(
      access: target.access, eid: target.euicc.eid, transport: servers.transport(), trace: trace,
      report: report
    ).send(numbers, keeping: keeping)
  }

  /// The card as it is now, with the answers to `questions`; nil where it can't be read.
  func readAgain(_ target: Target, asking questions: Set<EUICCQuestion>) -> CardSnapshot? {
    readLater(target.access, asking: questions)
  }

  /// An eUICC as it is now, with the answers to `questions`.
  ///
  /// - Throws: A ``Problem`` where it can't be read any more.
  func now(_ target: Target, asking questions: Set<EUICCQuestion>) throws(Problem) -> Target {
    guard let card = readAgain(target, asking: questions),
      let euicc = card.euiccs.first(where: { $0.eid == target.euicc.eid })
    else {
      throw Problem(
        .noEUICC, Words("the eUICC does not answer any more"),
        nextStep: Words("insert the card again, and run the command again")
      ).inReader(target.access.reader.name)
    }
    return Target(access: target.access, card: card, euicc: euicc)
  }

  /// What a dry run shows: each way to ask, as it would cross the wire.
  func rehearsal(of plan: Plan) throws -> Rehearsal {
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
    let isMasked = cards.redact
    return Rehearsal(
      function: plan.change.function,
      eid: isMasked ? plan.target.euicc.eid.prefix(8) + "…" : plan.target.euicc.eid,
      ways: zip(ways, plan.change.attempts).map { commands, attempt in
        Rehearsal.Way(
          label: attempt.label,
          commands: commands.map { isMasked ? $0.prefix(10) + "…" : $0 })
      })
  }

  /// Makes the change. The document has the card as it was read afterwards, and what went wrong.
  func perform(_ plan: Plan) -> ReadDocument {
    during(Words("changing the card, and reading it again")) { make(plan) }
  }

  /// Nobody looks on where cards are another's, such as the desk's, or each exchange is shown.
  private func during<Value>(_ words: Words, _ work: () -> Value) -> Value {
    hasOwnCards || trace != nil ? work() : ProgressLine.during(words, work)
  }

  private func make(_ plan: Plan) -> ReadDocument {
    let access = plan.target.access
    let questions = plan.change.goal.questionsAfterwards
    var progress = EUICCChanger.Progress.notSent
    var failure: ChannelError?
    var after: CardSnapshot?
    do throws(ChannelError) {
      after = try access.withCard { channel throws(ChannelError) in
        trace?.begin(reader: access.reader, channel)
        let changer = EUICCChanger(
          plan.change, of: channel, block: block, isCancelled: { Interruption.isRequested },
          observer: trace?.record)
        defer { progress = changer.progress }
        try changer.perform(on: plan.target.euicc.eid)
        try channel.reset()
        return try read(channel, access.reader, asking: questions, afterChange: true)
      }
    } catch {
      failure = error
      // What was sent may have been done, whoever wants the work to end.
      if progress != .notSent { after = readLater(access, asking: questions) }
    }
    let verdict = ChangeVerdict(
      change: plan.change, progress: progress, error: failure,
      after: after?.euiccs.first { $0.eid == plan.target.euicc.eid })
    return ReadDocument(
      cards: after.map { [report($0)] } ?? [],
      errors: verdict.problem.map { [$0.inReader(access.reader.name)] } ?? [])
  }

  /// A card as an answer has it.
  func report(_ card: CardSnapshot) -> CardReport {
    CardReport(card, knownHosts: CarrierFiles.known.book.hints(for: card).hosts)
  }

  /// Some cards go away after a switch and come back: asks until one answers or the time is over.
  private func readLater(
    _ access: any CardAccess, asking questions: Set<EUICCQuestion>
  ) -> CardSnapshot? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(cards.wait)
    while true {
      do throws(ChannelError) {
        return try access.withCard { channel throws(ChannelError) in
          try read(channel, access.reader, asking: questions, afterChange: true)
        }
      } catch {
        guard access.mayReturn, clock.now < end, !Interruption.isRequested else { return nil }
        usleep(200_000)
      }
    }
  }

  private func read(
    _ channel: any CardChannel, _ reader: CardSnapshot.Reader,
    asking questions: Set<EUICCQuestion>, afterChange: Bool = false
  ) throws(ChannelError) -> CardSnapshot {
    let card = SnapshotReader(
      channel, in: reader, plan: ReadingPlan(asking: questions), trace: trace,
      isCancelled: { !afterChange && Interruption.isRequested })
    try card.read()
    return card.snapshot
  }

  private func onChannelError<Value>(
    _ reader: String, _ body: () throws(ChannelError) -> Value
  ) throws(ChangeRefusal) -> Value {
    do { return try body() } catch { throw .cards(error.problem.inReader(reader)) }
  }
}

/// The exchanges of a change that are shown and not sent.
struct Rehearsal: TextualAnswer {
  var function: String
  var eid: String
  /// The ways to ask, in their order: the second is for cards that refuse the first without a reason.
  var ways: [Way]

  /// One way to ask.
  struct Way: Encodable {
    var label: Words?
    /// Command APDUs, as hexadecimal.
    var commands: [String]
  }

  private enum CodingKeys: CodingKey { case dryRun }
  private enum MemberKeys: CodingKey { case function, eid, ways }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var members = container.nestedContainer(keyedBy: MemberKeys.self, forKey: .dryRun)
    try members.encode(function, forKey: .function)
    try members.encode(eid, forKey: .eid)
    try members.encode(ways, forKey: .ways)
  }

  func lines(colour: Bool) -> [String] {
    var lines = [Words("\(function) on the eUICC \(eid):").text]
    for (index, way) in ways.enumerated() {
      if index == 1 {
        lines.append(Words("only if the card gives no reason for refusing that:").text)
      }
      lines += way.commands.map { "  > \($0)" + (way.label.map { "  " + $0.text } ?? "") }
    }
    return lines + [
      Words("then a reset, and everything is read again; nothing was sent now").text
    ]
  }
}
