import CardState
public import FoundationEssentials

/// What is known after a renewal was submitted; whatever is absent is not known.
public struct RenewalObservations: Equatable, Sendable {
  /// When it was submitted. What was read or written before says nothing.
  public var submittedAt: Date
  /// What was paid.
  public var paid: Money?
  /// The last day before the renewal.
  public var dueBefore: CalendarDay?
  /// The state of the line before the renewal.
  public var stateBefore: LineState?
  /// What the carrier's answer proves.
  public var proof: RenewalProof?
  /// The balance before.
  public var balanceBefore: Money?
  /// The balance after.
  public var balanceAfter: Money?
  /// What the card says about the line before the renewal.
  public var cardBefore: CardReading?
  /// What the card says about the line after the renewal.
  public var cardAfter: CardReading?
  /// Networks that host the line although they are not its home, as MCC and MNC.
  public var knownHosts: Set<String>
  /// Whether the person says that it took effect.
  public var personSays: Bool?

  /// Nothing known but when it was submitted.
  public init(submittedAt: Date) {
    self.submittedAt = submittedAt
    self.knownHosts = []
  }

  /// What an attempt says of itself; nothing where it was not submitted.
  public init?(_ attempt: RenewalAttempt) {
    guard let submittedAt = attempt.submittedAt else { return nil }
    self.init(submittedAt: submittedAt)
    self.paid = attempt.amount
  }
}

extension RenewalObservations {
  /// Whether the renewal took effect: confirmed by the carrier's words, a higher balance, a
  /// registration after a suspension, or the person, in this order. Words of failure win over all but
  /// the person's.
  ///
  /// - Parameter iccid: the line's, for what its card says.
  public func verdict(iccid: String?) -> RenewalVerdict {
    let checks: [(Confirmation, [RenewalVerdict.Reason])] = [
      (.carrierNotice, noticeReasons),
      (.balanceRose, balanceReasons),
      (.registration, iccid.map { cardReasons($0) } ?? []),
      (.person, personReasons),
    ]
    let found = checks.flatMap(\.1)
    let reasons = found.isEmpty ? nothingTells(ofCard: iccid != nil) : found
    let by = checks.first { $0.1.contains { $0.bearing == .for } }?.0
    let isDenied = reasons.contains { $0.bearing == .against }
    let outcome: RenewalVerdict.Outcome
    switch by {
    case .person?: outcome = .tookEffect(by: .person, newDate: proof?.until)
    case _? where isDeclined: outcome = .failed
    case let by?: outcome = .tookEffect(by: by, newDate: proof?.until)
    case nil: outcome = isDenied ? .failed : .unknown
    }
    let isSettled = by != nil && !isDenied
    return RenewalVerdict(
      outcome: outcome, question: outcome == .unknown ? proof?.question : nil, reasons: reasons,
      next: isSettled
        ? [] : [NextStep(.askCarrier)] + (cardAfter == nil ? [NextStep(.readAgain)] : []))
  }

  private func nothingTells(ofCard hasCard: Bool) -> [RenewalVerdict.Reason] {
    guard hasCard else { return [.nothingHeard] }
    return [.nothingHeard, cardAfter == nil ? .cardNotReadAgain : .cardTellsNothing]
  }

  private var isDeclined: Bool {
    if case .no(.declined) = proof?.answer { true } else { false }
  }

  private var noticeReasons: [RenewalVerdict.Reason] {
    guard let proof else { return [] }
    var reasons: [RenewalVerdict.Reason] = []
    switch proof.answer {
    case .yes(let statement):
      // Of what lasts until a day that nobody knows yet, nothing is concluded.
      reasons.append(proof.question.map { .open($0) } ?? .carrierSaysSo(statement))
    case .no(.declined(let statement)): reasons.append(.declined(statement))
    case .no(let objection): reasons.append(.provesNothing(objection))
    case .ask(let question): reasons.append(.open(question))
    }
    switch proof.end {
    case .day(let day, let statement) where statement.isOfBundle:
      reasons.append(.otherDate(day, statement.about))
    case .day(let day, _):
      guard let dueBefore else { return reasons + [.noDateToCompare(day)] }
      reasons.append(
        day == dueBefore ? .sameDate(day) : day > dueBefore ? .newDate(day) : .earlierDate(day))
    case .ofOther(let day, let statement): reasons.append(.otherDate(day, statement.about))
    case .unsaid, .open: break
    }
    return reasons
  }

  private var balanceReasons: [RenewalVerdict.Reason] {
    guard let before = balanceBefore, let after = balanceAfter else { return [] }
    guard before.currency == after.currency else { return [.balancesDiffer] }
    let rise = Money(after.amount - before.amount, after.currency)
    guard rise.amount > 0 else { return [.balanceSame(rise)] }
    var reasons = [RenewalVerdict.Reason.balanceRose(rise)]
    if let paid, paid.currency == rise.currency, rise.amount < paid.amount {
      reasons.append(.balanceRoseByLess(rise))
    }
    return reasons
  }

  private func cardReasons(_ iccid: String) -> [RenewalVerdict.Reason] {
    guard let cardAfter else { return [] }
    guard cardAfter.readAt > submittedAt else { return [.cardNotReadAgain] }
    let before = cardBefore.flatMap { $0.readAt <= submittedAt ? $0 : nil }
    let now = rules(iccid, cardAfter, before)
    if !now.isDisjoint(with: Self.refusals) { return [.stillRefused] }
    let wasRefused = before.map { !rules(iccid, $0, nil).isDisjoint(with: Self.refusals) } ?? false
    // An undated acceptance tells something only where the card told of a refusal before.
    guard now.contains(.acceptedBetweenReads) || wasRefused && now.contains(.acceptedAtLastUse)
    else { return [] }
    let wasSuspended = stateBefore == .suspended || wasRefused
    return [wasSuspended ? .registeredAgain : .registeredAsBefore]
  }

  private var personReasons: [RenewalVerdict.Reason] {
    personSays.map { [$0 ? .personSaysYes : .personSaysNo] } ?? []
  }

  private static let refusals: Set<Evidence.Rule> = [.refusedByHome, .refusedSubscriber]

  private func rules(
    _ iccid: String, _ newer: CardReading, _ older: CardReading?
  ) -> Set<Evidence.Rule> {
    Set(Evidence.about(iccid, newer: newer, older: older, knownHosts: knownHosts).map(\.rule))
  }
}
