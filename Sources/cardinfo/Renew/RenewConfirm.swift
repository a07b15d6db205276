import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo renew LINE confirm`.
struct RenewConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: Words("Record that a renewal took effect, as you know."))

  @OptionGroup var line: LineArgument

  @Option(
    help: ArgumentHelp(Words("The new last day, as the carrier gave it."), valueName: "date"),
    transform: CalendarDay.argument)
  var until: CalendarDay?

  @OptionGroup var effect: EffectOptions
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
    var attempt = try renewal.submitted()
    try attempt.confirm(by: until == nil ? .person : .carrierNotice, at: Date())
    try renewal.record(attempt, as: effect.kind, until: until, balance: effect.balance)
    try renewal.ledger.save(attempt)
    return Words("confirmed")
  }
}

/// What a renewal did to the line: shared by the ways to confirm one.
struct EffectOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(Words("What was bought: topup or pack."), valueName: "what"))
  var bought: ReplyOptions.Bought = .topup

  @Option(
    help: ArgumentHelp(Words("The balance now, such as \"12.50 GBP\"."), valueName: "amount"),
    transform: Money.argument)
  var balance: Money?

  /// The kind of event to record.
  var kind: Event.Kind { bought == .topup ? .topUp : .pack }
}

/// `cardinfo renew LINE fail`.
struct RenewFail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fail", abstract: Words("Record why a renewal failed, and learn what to do."))

  @OptionGroup var line: LineArgument

  @Argument(
    help: ArgumentHelp(
      Words("Why: \(FailureReason.allCases.map(\.rawValue).joined(separator: ", "))."),
      valueName: "reason"),
    transform: Self.reason)
  var reason: FailureReason

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    let attempt = try record(renewal)
    if answer.json { return try LineReport(renewal.ledger, renewal.line).print(asJSON: true) }
    StandardOutput.write { _ in
      [Terminal.clean(Words("\(renewal.line.name): the renewal failed").text)]
        + labelled(Words("why"), [reason.words], 2)
        + labelled(Words("next"), reason.next(clock: attempt.clock).map(\.sentence), 2)
    }
  }

  /// Writes it down.
  func record(_ renewal: OpenRenewal) throws -> RenewalAttempt {
    var attempt = try renewal.submitted()
    try attempt.fail(reason, at: Date())
    try renewal.ledger.save(attempt)
    return attempt
  }

  private static func reason(_ text: String) throws -> FailureReason {
    guard
      let reason = FailureReason.allCases.first(where: {
        $0.rawValue.lowercased() == text.lowercased()
      })
    else {
      let known = FailureReason.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("'\(text)' is not a known reason; these are: \(known)"))
    }
    return reason
  }
}
