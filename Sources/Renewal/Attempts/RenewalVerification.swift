import CardState
import FoundationEssentials

extension RenewalFindings {
  /// Whether the renewal took effect: confirmed by a new date of the carrier, a higher balance, a
  /// registration after a suspension, or the person, in this order.
  public func conclusion(iccid: String?) -> RenewalConclusion {
    let checks: [(Confirmation, [RenewalConclusion.Reason])] = [
      (.carrierNotice, noticeReasons),
      (.balanceRose, balanceReasons),
      (.registration, iccid.map { cardReasons($0) } ?? []),
      (.person, personReasons),
    ]
    let reasons = checks.flatMap(\.1)
    let by = checks.first { $0.1.contains { $0.code.speaksFor == true } }?.0
    let isDenied = reasons.contains { $0.code.speaksFor == false }
    return RenewalConclusion(
      tookEffect: by != nil ? true : isDenied ? false : nil, by: by,
      newDate: reasons.first { $0.code == .newDate }?.day, reasons: reasons,
      next: by != nil && !isDenied
        ? [] : [NextStep(.askCarrier)] + (cardAfter == nil ? [NextStep(.readAgain)] : []))
  }

  private var noticeReasons: [RenewalConclusion.Reason] {
    guard let reply else { return [] }
    guard let day = reply.validUntil else {
      let isAmbiguous = reply.dates.contains { $0.role == .validUntil }
      return isAmbiguous ? [.init(.ambiguousDate)] : []
    }
    guard let dueBefore else { return [.init(.noDateToCompare, day: day)] }
    if day == dueBefore { return [.init(.sameDate, day: day)] }
    return [.init(day > dueBefore ? .newDate : .earlierDate, day: day)]
  }

  private var balanceReasons: [RenewalConclusion.Reason] {
    guard let before = balanceBefore, let after = balanceAfter ?? reply?.balance else { return [] }
    guard before.currency == after.currency else { return [.init(.balancesDiffer)] }
    let rise = Money(after.amount - before.amount, after.currency)
    guard rise.amount > 0 else { return [.init(.balanceSame, amount: rise)] }
    var reasons = [RenewalConclusion.Reason(.balanceRose, amount: rise)]
    if let paid, paid.currency == rise.currency, rise.amount < paid.amount {
      reasons.append(.init(.balanceRoseByLess, amount: rise))
    }
    return reasons
  }

  private func cardReasons(_ iccid: String) -> [RenewalConclusion.Reason] {
    guard let cardAfter else { return [] }
    guard cardAfter.readAt > submittedAt else { return [.init(.cardNotReadAgain)] }
    let before = cardBefore.flatMap { $0.readAt <= submittedAt ? $0 : nil }
    let now = rules(iccid, cardAfter, before)
    if !now.isDisjoint(with: Self.refusals) { return [.init(.stillRefused)] }
    let wasRefused = before.map { !rules(iccid, $0, nil).isDisjoint(with: Self.refusals) } ?? false
    // An undated acceptance tells something only where the card told of a refusal before.
    guard now.contains(.acceptedBetweenReads) || wasRefused && now.contains(.acceptedAtLastUse)
    else { return [] }
    let wasSuspended = stateBefore == .suspended || wasRefused
    return [.init(wasSuspended ? .registeredAgain : .registeredAsBefore)]
  }

  private var personReasons: [RenewalConclusion.Reason] {
    personSays.map { [.init($0 ? .personSaysYes : .personSaysNo)] } ?? []
  }

  private static let refusals: Set<Evidence.Rule> = [.refusedByHome, .refusedSubscriber]

  private func rules(
    _ iccid: String, _ newer: CardReading, _ older: CardReading?
  ) -> Set<Evidence.Rule> {
    Set(Evidence.about(iccid, newer: newer, older: older, knownHosts: knownHosts).map(\.rule))
  }
}

extension RenewalConclusion.Code {
  /// Whether it speaks for the renewal, or against it, or neither.
  var speaksFor: Bool? {
    switch self {
    case .newDate, .balanceRose, .registeredAgain, .personSaysYes: true
    case .earlierDate, .stillRefused, .personSaysNo: false
    default: nil
    }
  }
}
