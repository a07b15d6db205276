import FoundationEssentials
import Renewal

extension Event {
  /// An event that is written down now.
  static func now(_ kind: Kind, on occurrence: Occurrence? = nil) -> Event {
    let now = Date()
    return Event(
      id: UUID().uuidString.lowercased(), kind, on: occurrence ?? .moment(now), recordedAt: now)
  }

  /// A date that the person gives, as of now.
  static func date(_ day: CalendarDay) -> Event {
    var event = now(.explicitDate)
    event.date = day
    return event
  }
}
