import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo reply`.
struct ReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: Words("Take in what the carrier wrote: shown as understood, and kept."),
    discussion: Words(
      """
      Any text will do: a message, the answer to a dial code, a page. Each thing that it says is \
      shown with its words; balances, dates, payments and failures are recorded, and if a renewal of \
      the line is under way the text is judged. What is not certain is asked for, or said to be open \
      with the option that answers it. Exit status: 0 done, 1 the renewal failed, 75 a question on \
      it, or on something that was not recorded, is open.
      """
    ))

  @OptionGroup var line: LineArgument

  @Argument(
    help: ArgumentHelp(
      Words("The text, or a file that holds it, or - for standard input; asked for if left out.")))
  var text: String?

  @Option(
    help: ArgumentHelp(
      Words("When it came, such as 2026-11-23 or 2026-11-23T18:05 (default: now)."),
      valueName: "date"),
    transform: Occurrence.argument)
  var on: Occurrence?

  @OptionGroup var options: ReplyOptions
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    var renewal = try OpenRenewal(ledger, line.line)
    let asks = !options.noInput && !answer.json
    let text = try self.text.map(ReplySource.text) ?? ReplySource.given(asks: asks)
    let isGiven = options.until != nil || options.balance != nil
    guard isGiven || !text.allSatisfy(\.isWhitespace) else {
      throw Problem(
        .emptyReply, Words("there is no text to take in"),
        nextStep: Words("cardinfo reply \(renewal.name) 'WHAT THE CARRIER WROTE', or - for a pipe"))
    }
    var reply = try CarrierReply(text, at: on ?? .moment(Date()), renewal, options)
    if asks { reply.ask() }
    let conclusion = try renewal.judge(reply, asks: asks, saysYes: options.yes)
    try reply.record(in: renewal.ledger, of: renewal.line.id)
    if let conclusion { try renewal.conclude(conclusion, reply, as: options.about) }
    let report = try RenewalAnswer(conclusion, reply, renewal)
    guard conclusion == nil, reply.reading.language == nil, !isGiven else {
      return try report.report(asJSON: answer.json, needsNews: false)
    }
    // Nothing was understood, and nothing else was given: that is no success.
    try report.report(
      asJSON: answer.json,
      problems: [
        Problem(
          .unknownLanguage, Words("nothing was recorded"), nextStep: ReplyText.unknownLanguage)
      ])
  }
}
