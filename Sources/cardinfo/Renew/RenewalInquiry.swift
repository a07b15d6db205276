import Card
import CardState
import Carriers
import FoundationEssentials
import Glibc
import Ledger
import Renewal
import Words

/// Gathers what can be known after a renewal was submitted: from the card, from the carrier's
/// reply, from the balance, from the person.
struct RenewalInquiry {
  let renewal: OpenRenewal
  let attempt: RenewalAttempt
  let cards: CardOptions
  let replyFile: String?
  let dateOrder: DateOrder?
  let balanceBefore: Money?
  let balanceAfter: Money?
  /// Whether to ask on the terminal for what is not given.
  let asks: Bool

  func findings() throws -> RenewalFindings {
    var findings = RenewalFindings(attempt) ?? RenewalFindings(submittedAt: Date())
    let before = try renewal.ledger.verdict(of: renewal.line.id, at: attempt.plannedAt)
    findings.dueBefore =
      before.dueOn ?? before.clocks.filter(\.governs).compactMap(\.lastDay).min()
    findings.stateBefore = before.state
    findings.balanceBefore = try balanceBefore ?? lastBalance()
    if let iccid = renewal.line.iccid { try readCard(iccid, into: &findings) }
    findings.reply = try reply()
    findings.balanceAfter = try balanceAfter ?? askedBalance(findings)
    return findings
  }

  private func lastBalance() throws(LedgerError) -> Money? {
    let events = try renewal.ledger.events(of: renewal.line.id)
    let undone = Set(events.compactMap(\.undoes))
    return events.last {
      $0.kind == .balance && !undone.contains($0.id)
        && $0.recordedAt <= attempt.submittedAt ?? .distantFuture
    }?.amount
  }

  // MARK: - The card

  private func readCard(_ iccid: String, into findings: inout RenewalFindings) throws {
    let document = try cards.readWhole(ReadingPlan())
    let ledger = renewal.ledger
    let known = try ledger.line(iccid: iccid)?.iccid ?? iccid
    guard let card = document.cards.map(\.card).first(where: { $0.lineICCIDs.contains(known) })
    else {
      return StandardError.note(
        Words("the line's card is not in a reader: what it says now is not known"))
    }
    let before = try ledger.snapshots(of: iccid, before: attempt.submittedAt, limit: 1).first
    try ledger.save(card)
    findings.cardAfter = ledger.judging.reading(card)
    findings.cardBefore = before.map(ledger.judging.reading)
  }

  // MARK: - The carrier and the person

  private func reply() throws -> CarrierReply? {
    guard let text = try replyText(), !text.allSatisfy(\.isWhitespace) else { return nil }
    let currency = attempt.amount?.currency
    let reply = CarrierReply(text, dateOrder: try order(), currency: currency)
    let isAmbiguous = reply.dates.contains { $0.role == .validUntil && $0.days.count > 1 }
    guard isAmbiguous, asks,
      let answer = Question.ask(
        Words("which comes first in the carrier's date: d(ay), m(onth) or y(ear)?").text)
    else { return reply }
    let orders: [Character: DateOrder] = [
      "d": .dayMonthYear, "m": .monthDayYear, "y": .yearMonthDay,
    ]
    let order = answer.lowercased().first { !$0.isWhitespace }.flatMap { orders[$0] }
    return CarrierReply(text, dateOrder: order, currency: currency)
  }

  /// How the carrier writes dates: as the person says, or as is known of the carrier.
  private func order() throws(LedgerError) -> DateOrder? {
    if let dateOrder { return dateOrder }
    return try GuideCase(renewal.ledger, renewal.line, card: nil).carriers.first?.dateOrder
  }

  private func replyText() throws -> String? {
    if let replyFile { return try Self.contents(of: replyFile) }
    guard asks else { return nil }
    return Question.ask(
      Words("paste the carrier's reply on one line (nothing: none):").text,
      longest: CarrierReply.mostCharacters)
  }

  private func askedBalance(_ findings: RenewalFindings) throws -> Money? {
    guard asks, findings.reply?.balance == nil,
      let answer = Question.ask(
        Words("the balance now, such as 12.50 GBP (nothing: unknown):").text),
      !answer.allSatisfy(\.isWhitespace)
    else { return nil }
    return try Money.argument(answer)
  }

  private static func contents(of file: String) throws -> String {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw SystemFailure(
        .fileUnreadable, Words("can't read \(file)"),
        nextStep: Words("name a file with the text of the carrier"))
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < CarrierReply.mostCharacters * 4 {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
