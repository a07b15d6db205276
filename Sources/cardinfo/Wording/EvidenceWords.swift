import CardState
import Words

extension Evidence.Rule {
  /// What it says of the line, as a clause.
  var words: Words {
    switch self {
    case .acceptedAtLastUse: Words("a network accepted it when a phone last used it")
    case .acceptedBetweenReads: Words("a network accepted it since the read before")
    case .neverActivated: Words("no phone has used it yet")
    case .refusedByHome: Words("its home network refused it")
    case .refusedSubscriber: Words("a network at home refused it, perhaps not for good")
    case .refusedRoaming: Words("foreign networks refused it, which is no sign of a lapse")
    case .deregistered: Words("it was in use and is not registered now")
    case .wiped: Words("the files were emptied and say nothing")
    case .carrierText: Words("a text of the carrier gives a date")
    case .profileDisabled: Words("its profile is disabled: use can't keep it alive")
    case .notificationPending: Words("the carrier may not know yet that it is installed")
    case .profileGone: Words("its profile is not on the card any more; the time runs on")
    case .notALine: Words("it is a profile for tests or for fetching others")
    default: Words(verbatim: rawValue)
    }
  }
}
