import ArgumentParser
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo renew LINE verify`.
struct RenewVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Words("Find out whether a renewal took effect, and why."),
    discussion: Words(
      """
      It reads the card again if it is in a reader, compares it with the read before, and takes the \
      balance and the carrier's reply where you give them. Exit status: 0 it took effect, 1 it did \
      not, 75 nothing tells yet.
      """
    ))

  @OptionGroup var line: LineArgument

  @Option(
    help: ArgumentHelp(
      Words("A file with the carrier's reply (- for standard input)."), valueName: "file"))
  var reply: String?

  @Option(
    help: ArgumentHelp(
      Words("How the carrier writes 3/4/2027: dmy, mdy or ymd."), valueName: "order"))
  var dateOrder: Order?

  @Option(
    help: ArgumentHelp(
      Words("The balance before, such as \"2.50 GBP\"."), valueName: "amount"),
    transform: Money.argument)
  var balanceBefore: Money?

  @OptionGroup var effect: EffectOptions
  @OptionGroup var cards: CardOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Ask nothing, also on a terminal.")))
  var noInput = false

  @OptionGroup var answer: AnswerOptions

  /// The order of a date's numbers.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case dmy, mdy, ymd

    var order: DateOrder {
      switch self {
      case .dmy: .dayMonthYear
      case .mdy: .monthDayYear
      case .ymd: .yearMonthDay
      }
    }
  }

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    var attempt = try renewal.submitted()
    let findings = try RenewalInquiry(
      renewal: renewal, attempt: attempt, cards: cards, replyFile: reply,
      dateOrder: dateOrder?.order, balanceBefore: balanceBefore, balanceAfter: effect.balance,
      asks: !noInput && !answer.json
    ).findings()
    let conclusion = findings.conclusion(iccid: renewal.line.iccid)
    if conclusion.tookEffect == true, let by = conclusion.by {
      try attempt.confirm(by: by, at: Date())
      try renewal.record(
        attempt, as: effect.kind, until: conclusion.newDate,
        balance: findings.balanceAfter ?? findings.reply?.balance)
    }
    try renewal.ledger.save(attempt)
    try Answer(conclusion, renewal).report(asJSON: answer.json)
    switch conclusion.tookEffect {
    case true: return
    case false: throw ExitStatus.failure.exit
    default: throw ExitStatus.tryAgain.exit
    }
  }

  private struct Answer: TextualAnswer {
    let conclusion: RenewalConclusion
    let line: LineRecord
    private let verdict: VerdictText

    init(_ conclusion: RenewalConclusion, _ renewal: OpenRenewal) throws(LedgerError) {
      self.conclusion = conclusion
      let standing = try renewal.ledger.verdict(of: renewal.line.id)
      line = try LineRecord(renewal.ledger, renewal.line, standing)
      verdict = VerdictText(
        verdict: standing, events: line.events ?? [], zone: renewal.ledger.judging.zone)
    }

    private enum CodingKeys: CodingKey { case conclusion, line }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(conclusion, forKey: .conclusion)
      try container.encode(line, forKey: .line)
    }

    func lines(colour: Bool) -> [String] {
      [Terminal.clean(Words("\(line.line.name): \(conclusion.words)").text)]
        + labelled(Words("why"), conclusion.reasons.map(\.words), 2)
        + labelled(Words("next"), conclusion.next.map(\.sentence), 2)
        + labelled(Words("now"), [verdict.summary], 2)
    }
  }
}

extension RenewalConclusion {
  fileprivate var words: Words {
    switch (tookEffect, by) {
    case (true, let by?): Words("the renewal took effect, by \(by.words)")
    case (false, _): Words("the renewal did not take effect")
    default: Words("whether the renewal took effect is not known yet")
    }
  }
}
