import ArgumentParser
import FoundationEssentials
import Renewal
import Words

/// `cardinfo renew LINE start`.
struct RenewStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: Words("Plan a renewal."))

  @OptionGroup var line: LineArgument
  @OptionGroup var payment: PaymentOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    guard renewal.attempt == nil else {
      StandardError.report(
        Words("a renewal of this line is under way"),
        hint: Words("end it first: cardinfo renew \(renewal.name) verify, confirm or fail"))
      throw ExitStatus.badInput.exit
    }
    var attempt = RenewalAttempt(
      id: UUID().uuidString.lowercased(), line: renewal.line.id, plannedAt: Date())
    try payment.apply(to: &attempt)
    try renewal.save(attempt)
    try LineReport(renewal.ledger, renewal.line).print(
      asJSON: json,
      done: Words("planned; how to renew it: cardinfo renew \(renewal.name) guide"))
  }
}
