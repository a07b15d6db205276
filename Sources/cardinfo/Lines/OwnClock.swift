import ArgumentParser
import Renewal
import Words

/// A clock that a person sets up for a line without a rule: a date, or a term and what keeps it.
struct OwnClock: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("The last day that is known, for a line whose carrier has no rule here."),
      valueName: "date"),
    transform: CalendarDay.argument)
  var expires: CalendarDay?

  @Option(
    help: ArgumentHelp(
      Words("The term that keeps it alive, such as 180d, 6m or 1y; see --kept-by."),
      valueName: "term"),
    transform: Period.argument)
  var every: Period?

  @Option(
    help: ArgumentHelp(
      Words("What starts the term of --every anew: topup, use or paid-use."),
      valueName: "what"))
  var keptBy: Keeper = .topup

  /// What keeps a line alive.
  enum Keeper: String, CaseIterable, ExpressibleByArgument {
    case topup, use
    case paidUse = "paid-use"

    var anchor: Anchor {
      switch self {
      case .topup: .lastTopUp
      case .use: .lastUse
      case .paidUse: .lastChargeable
      }
    }
  }

  /// The clock, if one is wanted. Nobody knows what follows its end.
  func clock(hasRule: Bool) -> Clock? {
    if let every {
      return Clock(
        id: Clock.givenDate.id, .number, anchor: [keptBy.anchor, .activation, .explicitDate(nil)],
        period: every)
    }
    guard expires != nil, !hasRule else { return nil }
    return .givenDate
  }
}
