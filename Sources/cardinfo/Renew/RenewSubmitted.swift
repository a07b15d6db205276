import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo renew LINE submitted`.
struct RenewSubmitted: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submitted", abstract: Words("Record that a renewal was paid or sent."))

  @OptionGroup var line: LineArgument
  @OptionGroup var payment: PaymentOptions

  @Option(
    help: ArgumentHelp(
      Words("When, such as 2026-11-23T18:05 (default: now)."), valueName: "moment"),
    transform: Occurrence.argument)
  var on: Occurrence?

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    let moment = on?.earliest(in: renewal.ledger.judging.zone) ?? Date()
    var attempt =
      renewal.attempt
      ?? RenewalAttempt(
        id: UUID().uuidString.lowercased(), line: renewal.line.id, plannedAt: moment)
    try payment.apply(to: &attempt)
    try OpenRenewal.step { try attempt.submit(at: moment) }
    try renewal.save(attempt)
    try LineReport(renewal.ledger, renewal.line).print(
      asJSON: json,
      done: Words("submitted; to see whether it took effect: cardinfo renew \(renewal.name) verify")
    )
  }
}

extension Occurrence {
  /// The moment, or the first one of the day.
  fileprivate func earliest(in zone: TimeZone) -> Date? {
    switch self {
    case .moment(let moment): moment
    case .day(let day): day.firstMoment(in: zone)
    }
  }
}
