import FoundationEssentials
import Renewal

extension Event {
  /// An event that is written down now.
  static func now(_ kind: Kind, on occurrence: Occurrence? = nil) -> Event {
    let now = Date()
    return Event(id: newID(now), kind, on: occurrence ?? .moment(now), recordedAt: now)
  }

  /// A name that sorts behind those that were given before.
  private static func newID(_ now: Date) -> ID {
    let milliseconds = String(Int64(now.timeIntervalSince1970 * 1_000), radix: 16)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    return milliseconds + "-" + String(repeating: "0", count: 16 - random.count) + random
  }

  /// A date that the person gives, as of now.
  static func date(_ day: CalendarDay) -> Event {
    var event = now(.explicitDate)
    event.date = day
    return event
  }
}
