import ArgumentParser
import FoundationEssentials
import Renewal
import Words

/// What a line's plan costs and how it goes on: shared by `line add` and `line set`.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("What a period of its plan costs, such as \"10 GBP\"; with --fee-every."),
      valueName: "amount"),
    transform: WrittenMoney.argument)
  var fee: WrittenMoney?

  @Option(
    help: ArgumentHelp(
      Words("How long a period of its plan is, such as 30d or 1m."), valueName: "term"),
    transform: Period.argument)
  var feeEvery: Period?

  @Option(
    help: ArgumentHelp(
      Words("What carries its plan on: balance, card or none (default)."), valueName: "what"),
    transform: Subscription.Renewal.argument)
  var renews: Subscription.Renewal?

  @Option(
    help: ArgumentHelp(
      Words("What a day costs without any use, taken from the balance, such as \"1 CNY\"."),
      valueName: "amount"),
    transform: WrittenMoney.argument)
  var dayRate: WrittenMoney?

  func validate() throws {
    guard feeEvery?.unit != .hour else {
      throw ValidationError(Words("--fee-every counts whole days: write 30d, 1m or 1y"))
    }
    guard fee?.isPositive != false, dayRate?.isPositive != false else {
      throw ValidationError(Words("a fee and a day rate are more than nothing"))
    }
  }

  /// Whether anything is said.
  var isEmpty: Bool { fee == nil && feeEvery == nil && renews == nil && dayRate == nil }

  /// Puts what is said into a line; what is not said stays as it is.
  func apply(to line: inout Line) throws {
    let currency = line.currency()
    if let dayRate { line.dayRate = try dayRate.money(in: currency) }
    guard fee != nil || feeEvery != nil || renews != nil else { return }
    let known = line.subscription
    guard let fee = try fee?.money(in: currency) ?? known?.fee,
      let period = feeEvery ?? known?.period
    else {
      throw ValidationError(
        Words("a plan needs its fee and its period: --fee '10 GBP' --fee-every 30d"))
    }
    line.subscription = Subscription(
      fee: fee, every: period, renews ?? known?.renewal ?? Subscription.Renewal.none)
  }
}

extension Subscription.Renewal {
  /// Reads the word for what carries a plan on.
  static func argument(_ text: String) throws -> Subscription.Renewal {
    guard let renewal = allCases.first(where: { $0.rawValue == text.lowercased() }) else {
      let words = allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("--renews is one of: \(words)"))
    }
    return renewal
  }
}
