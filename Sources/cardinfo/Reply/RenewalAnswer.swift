import Ledger
import Renewal
import Words

/// What a carrier's text and a verification come to: what was understood, whether a renewal took
/// effect, and where the line stands now.
struct RenewalAnswer: TextualAnswer {
  let reply: CarrierReply?
  /// Absent where no renewal is under way.
  let conclusion: RenewalVerdict?
  let line: LineRecord
  private let last: LastPayment?
  private let verdict: VerdictText
  private let name: String

  /// - Parameter last: What was looked at where no renewal is under way.
  init(
    _ conclusion: RenewalVerdict?, _ reply: CarrierReply?, _ renewal: OpenRenewal,
    of last: LastPayment? = nil
  ) throws(LedgerError) {
    self.last = last
    self.conclusion = conclusion
    self.reply = reply
    name = renewal.name
    let standing = try renewal.ledger.verdict(of: renewal.line.id)
    line = try LineRecord(renewal.ledger, renewal.line, standing)
    verdict = VerdictText(
      verdict: standing, events: line.events ?? [], zone: renewal.ledger.judging.zone)
  }

  /// Prints it, and ends with what it means: 0 the renewal took effect, or none was under way and
  /// nothing of the text is open, 1 it did not, 75 nothing tells yet, or something of the text could
  /// not be recorded before a question is answered.
  ///
  /// - Parameter needsNews: Whether it was asked for a renewal: then not to know is no success.
  func report(asJSON: Bool, needsNews: Bool) throws {
    try report(asJSON: asJSON)
    switch conclusion?.outcome {
    case .tookEffect?: return
    case .failed?: throw ExitStatus.failure.exit
    case nil:
      if reply?.isOpen == true { throw ExitStatus.tryAgain.exit }
    case .unknown?:
      if needsNews || conclusion?.question != nil || reply?.isOpen == true {
        throw ExitStatus.tryAgain.exit
      }
    }
  }

  private enum CodingKeys: CodingKey { case reply, conclusion, line }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(reply, forKey: .reply)
    try container.encodeIfPresent(conclusion, forKey: .conclusion)
    try container.encode(line, forKey: .line)
  }

  /// What is said besides the outcome: why, what to do, where the line stands now.
  var besides: [Words] {
    [last?.words].compactMap { $0 } + (conclusion?.reasons.map(\.sentence) ?? [])
      + (conclusion.map(next) ?? []) + [verdict.summary]
  }

  func lines(colour: Bool) -> [String] {
    let title =
      conclusion.map { Words("\(line.line.name): \($0.outcome.sentence)") }
      ?? Words("\(line.line.name): what the carrier says")
    return [Terminal.clean(title.text)]
      + (reply.map { ReplyText(reply: $0).lines(indent: 2, colour: colour) } ?? [])
      + (conclusion.map { lines($0) } ?? [])
      + labelled(Words("now"), [verdict.summary], 2)
  }

  private func lines(_ conclusion: RenewalVerdict) -> [String] {
    let open = conclusion.question.map { Words("\($0.sentence) \($0.option(for: name))") }
    let why = [last?.words].compactMap { $0 } + conclusion.reasons.map(\.sentence)
    return labelled(Words("why"), why, 2)
      + labelled(Words("open"), [open].compactMap { $0 }, 2)
      + labelled(Words("next"), next(conclusion), 2)
  }

  private func next(_ conclusion: RenewalVerdict) -> [Words] {
    conclusion.next.map { $0.of(line.line).sentence }
  }
}
