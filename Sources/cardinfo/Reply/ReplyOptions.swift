import ArgumentParser
import FoundationEssentials
import Renewal
import Words

/// What a person can say of a carrier's text: shared by `reply` and `renew verify`.
struct ReplyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("How the carrier writes 3/4/2027: dmy, mdy or ymd."), valueName: "order"))
  var dateOrder: WrittenOrder?

  @Option(
    help: ArgumentHelp(
      Words("What a sign such as $ means in the text, such as HKD."), valueName: "currency"),
    transform: Currency.argument)
  var currency: Currency?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      Words("What the text is about where it doesn't say so: topup or pack."), valueName: "what"))
  var about: Bought?

  @Option(
    help: ArgumentHelp(
      Words("The last day, as you read it in the text."), valueName: "date"),
    transform: CalendarDay.argument)
  var until: CalendarDay?

  @Option(
    help: ArgumentHelp(Words("The balance now, such as \"12.50 GBP\"."), valueName: "amount"),
    transform: Money.argument)
  var balance: Money?

  @Flag(help: ArgumentHelp(Words("Take what would be asked for as right: yes to each question.")))
  var yes = false

  @Flag(help: ArgumentHelp(Words("Ask nothing, also on a terminal.")))
  var noInput = false

  /// What was bought, or what a text is about.
  enum Bought: String, CaseIterable, ExpressibleByArgument { case topup, pack }

  /// What a text is about that doesn't say so itself, or that has to be about something.
  func subject(of says: Statement.Says) -> Statement.About? {
    switch (about, says) {
    case (nil, _): nil
    case (.pack?, _): .pack
    case (.topup?, .paid), (.topup?, .balance), (.topup?, .charged), (.topup?, .refunded): .balance
    case (.topup?, _): .number
    }
  }
}

extension Currency {
  /// Reads a code of ISO 4217.
  static func argument(_ text: String) throws -> Currency {
    guard let currency = Currency(rawValue: text.uppercased()) else {
      throw ValidationError(Words("'\(text)' is not a currency code such as GBP"))
    }
    return currency
  }
}
