import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo renew LINE start`.
struct RenewStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: Words("Plan a renewal."))

  @OptionGroup var line: LineArgument
  @OptionGroup var payment: PaymentOptions
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    let done = try plan(renewal)
    try LineReport(renewal.ledger, renewal.line).print(asJSON: answer.json, done: done)
  }

  /// Plans it.
  ///
  /// - Returns: What was done.
  func plan(_ renewal: OpenRenewal) throws -> Words {
    guard renewal.attempt == nil else {
      throw Problem(
        .renewalUnderWay, Words("a renewal of this line is under way"),
        nextStep: Words("end it first: cardinfo renew \(renewal.name) verify, confirm or fail"))
    }
    var attempt = RenewalAttempt(
      id: UUID().uuidString.lowercased(), line: renewal.line.id, plannedAt: Date())
    try payment.apply(to: &attempt, in: try renewal.currency)
    try renewal.ledger.save(attempt)
    return Words("planned; how to renew it: cardinfo renew \(renewal.name) guide")
  }
}

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

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    let done = try record(renewal)
    try LineReport(renewal.ledger, renewal.line).print(asJSON: answer.json, done: done)
  }

  /// Writes it down.
  ///
  /// - Returns: What was done.
  func record(_ renewal: OpenRenewal) throws -> Words {
    let moment = on?.earliest(in: renewal.ledger.judging.zone) ?? Date()
    guard moment <= renewal.ledger.judging.now() else {
      throw Problem(
        .usage, Words("what was paid or sent has a day that is over, or today"),
        nextStep: Words("record it when it is done: cardinfo renew \(renewal.name) submitted"))
    }
    var attempt =
      renewal.attempt
      ?? RenewalAttempt(
        id: UUID().uuidString.lowercased(), line: renewal.line.id, plannedAt: moment)
    try payment.apply(to: &attempt, in: try renewal.currency)
    try attempt.submit(at: moment)
    try renewal.ledger.save(attempt)
    return Words(
      "submitted; to see whether it took effect: cardinfo renew \(renewal.name) verify")
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

/// What is paid and how: shared by the steps of a renewal.
struct PaymentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Words("What is paid, such as 12.50.")))
  var amount: String?

  @Argument(help: ArgumentHelp(Words("Its currency, such as GBP.")))
  var currency: String?

  @Option(
    help: ArgumentHelp(
      Words("How: weChatPay, alipay, bankCard, shop, kiosk, carrierApp, or your own word."),
      valueName: "way"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      Words("The term of the line that it renews, by its name in line show."), valueName: "clock"))
  var clock: String?

  func validate() throws { _ = try WrittenMoney(amount, currency) }

  /// Puts what is said into an attempt, for a line that is paid for in a currency.
  func apply(to attempt: inout RenewalAttempt, in own: Currency?) throws {
    if let money = try Money.arguments(amount, currency, in: own) { attempt.amount = money }
    if let by { attempt.channel = RenewalAttempt.Channel(rawValue: by) }
    if let clock { attempt.clock = clock }
  }
}
