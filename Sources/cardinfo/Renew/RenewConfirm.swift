import ArgumentParser
import FoundationEssentials
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

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let renewal = try OpenRenewal(ledger, line.line)
    var attempt = try renewal.submitted()
    try OpenRenewal.step {
      try attempt.confirm(by: until == nil ? .person : .carrierNotice, at: Date())
    }
    try renewal.record(attempt, as: effect.kind, until: until, balance: effect.balance)
    try renewal.save(attempt)
    try LineReport(renewal.ledger, renewal.line).print(asJSON: json, done: Words("confirmed"))
  }
}

/// What a renewal did to the line: shared by the ways to confirm one.
struct EffectOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(Words("What was bought: topup or pack."), valueName: "what"))
  var bought: Bought = .topup

  @Option(
    help: ArgumentHelp(Words("The balance now, such as \"12.50 GBP\"."), valueName: "amount"),
    transform: Money.argument)
  var balance: Money?

  /// What was bought.
  enum Bought: String, CaseIterable, ExpressibleByArgument { case topup, pack }

  /// The kind of event to record.
  var kind: Event.Kind { bought == .topup ? .topUp : .pack }
}
