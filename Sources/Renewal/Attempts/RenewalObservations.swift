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
  /// The carrier's answer.
  public var reply: CarrierReply?
  /// The balance before.
  public var balanceBefore: Money?
  /// The balance after; if absent, that of the reply.
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
  /// Whether the renewal took effect: confirmed by a new date of the carrier, a higher balance, a
  /// registration after a suspension, or the person, in this order.
  ///
  /// - Parameter iccid: the line's, for what its card says.
  public func verdict(iccid: String?) -> RenewalVerdict {
    let checks: [(Confirmation, [RenewalVerdict.Reason])] = [
      (.carrierNotice, noticeReasons),
      (.balanceRose, balanceReasons),
      (.registration, iccid.map { cardReasons($0) } ?? []),
      (.person, personReasons),
    ]
    let reasons = checks.flatMap(\.1)
    let by = checks.first { $0.1.contains { $0.bearing == .for } }?.0
    let isDenied = reasons.contains { $0.bearing == .against }
    let newDate = reasons.lazy.compactMap { reason -> CalendarDay? in
      if case .newDate(let day) = reason { day } else { nil }
    }.first
    let outcome: RenewalVerdict.Outcome =
      by.map { .tookEffect(by: $0, newDate: newDate) } ?? (isDenied ? .failed : .unknown)
    return RenewalVerdict(
      outcome: outcome, reasons: reasons,
      next: by != nil && !isDenied
        ? [] : [NextStep(.askCarrier)] + (cardAfter == nil ? [NextStep(.readAgain)] : []))
  }

  private var noticeReasons: [RenewalVerdict.Reason] {
    guard let reply else { return [] }
    guard let day = reply.validUntil else {
      let isAmbiguous = reply.dates.contains { $0.role == .validUntil }
      return isAmbiguous ? [.ambiguousDate] : []
    }
    guard let dueBefore else { return [.noDateToCompare(day)] }
    if day == dueBefore { return [.sameDate(day)] }
    return [day > dueBefore ? .newDate(day) : .earlierDate(day)]
  }

  private var balanceReasons: [RenewalVerdict.Reason] {
    guard let before = balanceBefore, let after = balanceAfter ?? reply?.balance else { return [] }
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
