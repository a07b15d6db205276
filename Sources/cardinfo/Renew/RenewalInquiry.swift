import Card
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// Gathers what can be known after a renewal was submitted: from the card, from the carrier's
/// reply, from the balance, from the person.
struct RenewalInquiry {
  let renewal: OpenRenewal
  let attempt: RenewalAttempt
  /// Reads the cards that are there.
  let read: () throws -> ReadDocument
  /// Told what is neither a result nor a mistake.
  let note: (Words) -> Void
  let replyFile: String?
  let balanceBefore: Money?
  let options: ReplyOptions
  /// Whether to ask on the terminal for what is not given.
  let asks: Bool

  /// What was found, and what the carrier wrote, if there is anything of it.
  func observations() throws -> (RenewalObservations, CarrierReply?) {
    var observed =
      try renewal.observations(of: attempt) ?? RenewalObservations(submittedAt: Date())
    if let balanceBefore { observed.balanceBefore = balanceBefore }
    if let iccid = renewal.line.iccid { try readCard(iccid, into: &observed) }
    let text = try replyText()
    var reply = try CarrierReply(text, at: .moment(Date()), renewal, options)
    if asks {
      reply.ask()
      if reply.balance == nil, let balance = askedBalance() {
        reply = reply.with(balance)
      }
    }
    if !text.isEmpty {
      observed.take(reply)
    } else {
      observed.balanceAfter = reply.balance
      if reply.isEmpty { return (observed, nil) }
    }
    return (observed, reply)
  }

  // MARK: - The card

  private func readCard(_ iccid: String, into observed: inout RenewalObservations) throws {
    let document = try read()
    let ledger = renewal.ledger
    let known = try ledger.line(iccid: iccid)?.iccid ?? iccid
    guard let card = document.cards.map(\.card).first(where: { $0.iccids.contains(known) })
    else {
      // It may be the one that could not be read.
      document.errors.forEach { note($0.sentence) }
      return note(
        document.errors.isEmpty
          ? Words("the line's card is not in a reader: what it says now is not known")
          : Words(
            "the line's card is not among those that were read: what it says now is not known"))
    }
    let before = try ledger.snapshots(of: iccid, before: attempt.submittedAt, limit: 1).first
    try ledger.save(card)
    observed.cardAfter = ledger.judging.reading(renewal.line, card)
    observed.knownHosts = ledger.judging.hints(renewal.line, card).hosts
    observed.cardBefore = before.map { ledger.judging.reading(renewal.line, $0) }
  }

  // MARK: - The carrier and the person

  private func replyText() throws -> String {
    if let replyFile { return try ReplySource.file(replyFile) }
    return asks ? ReplySource.paste() ?? "" : ""
  }

  private func askedBalance() -> Money? {
    Question.ask(Words("the balance now, such as 12.50 GBP (nothing: unknown):")) { answer in
      try? Money.argument(answer)
    }
  }
}
