import ArgumentParser
import Card
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
      balance and the carrier's reply where you give them. Where no renewal is under way, the last \
      payment that is written down is looked at in the same way. A reply proves it only where it says that \
      it succeeded, of what, and its date can be right; what is open is asked for, or named with the \
      option that answers it. Exit status: 0 it took effect, 1 it did not, 75 nothing tells yet.
      """
    ))

  @OptionGroup var line: LineArgument

  @Option(
    help: ArgumentHelp(
      Words("A file with the carrier's reply (- for standard input)."), valueName: "file"))
  var reply: String?

  @Option(
    help: ArgumentHelp(
      Words("The balance before, such as \"2.50 GBP\"."), valueName: "amount"),
    transform: Money.argument)
  var balanceBefore: Money?

  @OptionGroup var options: ReplyOptions
  @OptionGroup var cards: CardOptions
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try find(
      try OpenRenewal(ledger, line.line), asks: !options.noInput && !answer.json,
      reading: { try cards.readWhole(ReadingPlan()) }
    ).report(asJSON: answer.json, needsNews: true)
  }

  /// Finds it out, and writes it down.
  ///
  /// - Parameters:
  ///   - asks: Whether to ask on the terminal for what is not given.
  ///   - reading: Reads the cards that are there.
  ///   - note: Told what is neither a result nor a mistake.
  func find(
    _ renewal: OpenRenewal, asks: Bool, reading: @escaping () throws -> ReadDocument,
    note: @escaping (Words) -> Void = StandardError.note
  ) throws -> RenewalAnswer {
    var renewal = renewal
    let last =
      renewal.attempt == nil ? try LastPayment(of: renewal.line, in: renewal.ledger) : nil
    let isGiven = reply != nil || options.until != nil || options.balance != nil
    if !isGiven, let conclusion = last?.conclusion {
      return try RenewalAnswer(conclusion, nil, renewal, of: last)
    }
    let attempt = try last?.attempt(of: renewal.line) ?? renewal.submitted()
    renewal.attempt = attempt
    let (observed, reply) = try RenewalInquiry(
      renewal: renewal, attempt: attempt, read: reading, note: note, replyFile: self.reply,
      balanceBefore: balanceBefore, options: options, asks: asks
    ).observations()
    let conclusion = observed.concluded(
      iccid: renewal.line.iccid, asks: asks, saysYes: options.yes)
    // What was only written down as paid does not wait for anything.
    if last == nil { try renewal.ledger.save(attempt) }
    try reply?.record(in: renewal.ledger, of: renewal.line.id)
    // What was known to have taken effect is not concluded once more.
    if last?.conclusion == nil {
      try renewal.conclude(conclusion, reply, as: options.about)
    }
    return try RenewalAnswer(conclusion, reply, renewal, of: last)
  }
}
