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

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

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
    let observed = try RenewalInquiry(
      renewal: renewal, attempt: attempt, cards: cards, replyFile: reply,
      dateOrder: dateOrder?.order, balanceBefore: balanceBefore, balanceAfter: effect.balance,
      asks: !noInput && !json
    ).observations()
    let verdict = observed.verdict(iccid: renewal.line.iccid)
    if case .tookEffect(let by, let newDate) = verdict.outcome {
      try OpenRenewal.step { try attempt.confirm(by: by, at: Date()) }
      try renewal.record(
        attempt, as: effect.kind, until: newDate,
        balance: observed.balanceAfter ?? observed.reply?.balance)
    }
    try renewal.save(attempt)
    try report(verdict, renewal)
  }

  private func report(_ conclusion: RenewalVerdict, _ renewal: OpenRenewal) throws {
    let ledger = renewal.ledger
    let line = renewal.line
    let (record, standing) = try reportingLedgerErrors { () throws(LedgerError) in
      (try LineRecord(ledger, line), try ledger.verdict(of: line.id))
    }
    if json {
      try Answer(conclusion: conclusion, line: record).report(asJSON: true)
    } else {
      let verdict = VerdictText(
        verdict: standing, events: record.events ?? [], zone: ledger.judging.zone)
      let lines =
        [Terminal.clean(Words("\(line.name): \(conclusion.outcome.sentence)").text)]
        + labelled(Words("why"), conclusion.reasons.map(\.sentence), 2)
        + labelled(Words("next"), conclusion.next.map(\.sentence), 2)
        + labelled(Words("now"), [verdict.summary], 2)
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    switch conclusion.outcome {
    case .tookEffect: return
    case .failed: throw ExitStatus.failure.exit
    case .unknown: throw ExitStatus.tryAgain.exit
    }
  }

  private struct Answer: TextualAnswer {
    var conclusion: RenewalVerdict
    var line: LineRecord
    var table: Table { Table() }
  }
}
