import ArgumentParser
import Renewal
import Words

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

  func validate() throws { _ = try Money.arguments(amount, currency) }

  /// Puts what is said into an attempt.
  func apply(to attempt: inout RenewalAttempt) throws {
    if let money = try Money.arguments(amount, currency) { attempt.amount = money }
    if let by { attempt.channel = RenewalAttempt.Channel(rawValue: by) }
    if let clock { attempt.clock = clock }
  }
}
