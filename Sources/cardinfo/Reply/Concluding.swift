import FoundationEssentials
import Ledger
import Renewal
import Words

extension OpenRenewal {
  /// Whether the renewal that is under way took effect, by a text alone; nil where none is. One that
  /// was only planned is taken for submitted, which is kept where the text proves it.
  mutating func judge(
    _ reply: CarrierReply, asks: Bool, saysYes: Bool
  ) throws(LedgerError) -> RenewalVerdict? {
    guard var attempt else { return nil }
    if attempt.phase == .planned { try? attempt.submit(at: Date()) }
    guard var observed = try observations(of: attempt) else { return nil }
    self.attempt = attempt
    observed.take(reply)
    return observed.concluded(iccid: line.iccid, asks: asks, saysYes: saysYes)
  }

  /// What the ledger knows of a renewal that was submitted.
  func observations(of attempt: RenewalAttempt) throws(LedgerError) -> RenewalObservations? {
    guard var observed = RenewalObservations(attempt) else { return nil }
    observed.dueBefore = try endBefore()
    observed.stateBefore = try ledger.verdict(of: line.id, at: attempt.plannedAt).state
    observed.balanceBefore = try lastBalance(before: attempt.submittedAt)
    return observed
  }

  private func lastBalance(before moment: Date?) throws(LedgerError) -> Money? {
    let events = try ledger.events(of: line.id)
    let undone = Set(events.compactMap(\.undoes))
    return events.last {
      $0.kind == .balance && !undone.contains($0.id) && $0.recordedAt <= moment ?? .distantFuture
    }?.amount
  }

  /// Closes the attempt that took effect, with what it did to the line. A failure is kept as it is:
  /// why it failed, the person says.
  mutating func conclude(
    _ conclusion: RenewalVerdict, _ reply: CarrierReply?, as bought: ReplyOptions.Bought?
  ) throws {
    guard var attempt, case .tookEffect(let by, _) = conclusion.outcome else { return }
    try attempt.confirm(by: by, at: Date())
    let kind: Event.Kind = bought == .pack || reply?.isOfPack == true ? .pack : .topUp
    if by == .carrierNotice {
      try recordPayment(attempt, as: kind)
    } else {
      try record(attempt, as: kind, until: nil, balance: nil)
    }
    try ledger.save(attempt)
    self.attempt = attempt
  }
}

extension RenewalObservations {
  /// Takes in what the carrier wrote.
  mutating func take(_ reply: CarrierReply) {
    proof = reply.proof
    balanceAfter = balanceAfter ?? reply.balance
  }

  /// Whether it took effect; where the text leaves that open, the person is asked.
  func concluded(iccid: String?, asks: Bool, saysYes: Bool) -> RenewalVerdict {
    let verdict = verdict(iccid: iccid)
    guard let question = verdict.question, question != .dateOf else { return verdict }
    let answer = saysYes ? true : asks ? Question.decide(question.sentence) : nil
    guard let answer else { return verdict }
    var observed = self
    observed.personSays = answer
    return observed.verdict(iccid: iccid)
  }
}

extension CarrierReply {
  /// Whether what succeeded was a pack.
  var isOfPack: Bool {
    if case .yes(let statement) = proof.answer { statement.about == .pack } else { false }
  }
}
