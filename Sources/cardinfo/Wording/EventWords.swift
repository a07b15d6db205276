import FoundationEssentials
import Renewal
import Words

extension Event.Kind {
  /// What happened, as a noun; a kind of a newer version as it is written.
  var words: Words {
    switch self {
    case .purchase: Words("purchase")
    case .install: Words("installation")
    case .activation: Words("activation")
    case .firstAttach: Words("first registration")
    case .firstData: Words("first data")
    case .topUp: Words("top-up")
    case .pack: Words("pack")
    case .exhausted: Words("pack used up")
    case .balance: Words("balance")
    case .use: Words("use")
    case .outgoingCall: Words("call")
    case .outgoingSMS: Words("SMS")
    case .outgoingMMS: Words("MMS")
    case .incomingCall: Words("incoming call")
    case .incomingSMS: Words("incoming SMS")
    case .incomingMMS: Words("incoming MMS")
    case .data: Words("mobile data")
    case .notice: Words("carrier's notice")
    case .explicitDate: Words("date given")
    case .reinstated: Words("reinstatement")
    case .cancel: Words("cancellation")
    case .portOut: Words("move to another carrier")
    case .profileInstalled: Words("profile installed")
    case .profileEnabled: Words("profile enabled")
    case .profileDisabled: Words("profile disabled")
    case .profileDeleted: Words("profile deleted")
    case .undo: Words("correction")
    default: Words(verbatim: rawValue)
    }
  }
}

extension Occurrence {
  /// The day, in a zone where it is a moment.
  func dayText(in zone: TimeZone) -> String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment): String(moment.formatted(.iso8601(in: zone)).prefix(10))
    }
  }
}

extension Date {
  /// Day and minute in a zone, such as `2026-11-23 18:05`.
  func minuteText(in zone: TimeZone) -> String {
    let text = formatted(.iso8601(in: zone))
    return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
  }
}

extension FormatStyle where Self == Date.ISO8601FormatStyle {
  fileprivate static func iso8601(in zone: TimeZone) -> Self {
    Date.ISO8601FormatStyle(timeZone: zone)
  }
}
