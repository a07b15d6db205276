import FoundationEssentials
import Ledger
import Renewal
import Words

/// A calendar of duties (RFC 5545).
struct DutyCalendar: ~Copyable {
  /// When it is made.
  private let stamp: String
  /// Whether reminders are events as well, for those who subscribe to it: they lose alarms.
  private let hasAlarmsAsEvents: Bool
  private var calendar: CalendarComponent
  private(set) var count = 0

  init(at now: Date, alarmsAsEvents: Bool) throws(NoCalendars) {
    var calendar = try CalendarComponent(.calendar)
    try calendar.add("VERSION", "2.0")
    try calendar.add("PRODID", text: "-//cardinfo//\(Version.current)//EN")
    try calendar.add("CALSCALE", "GREGORIAN")
    try calendar.add("X-WR-CALNAME", text: Words("SIM and eSIM lines").text)
    self.calendar = calendar
    stamp = String(now.formatted(.iso8601)).filter { !"-:".contains($0) }
    hasAlarmsAsEvents = alarmsAsEvents
  }

  /// All duties of a ledger, and those that lines had a while ago.
  ///
  /// - Parameters:
  ///   - includes: Which lines.
  ///   - progress: Told how many lines of how many were looked at.
  /// - Throws: Also where somebody wants it to end.
  static func ofAll(
    _ ledger: Ledger, at now: Date, alarmsAsEvents: Bool,
    includes: (Line) -> Bool = { _ in true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> DutyCalendar {
    var calendar = try DutyCalendar(at: now, alarmsAsEvents: alarmsAsEvents)
    let (judging, today) = (ledger.judging, try ledger.day(of: now))
    var ofRetired: [DutyEvent] = []
    try ledger.everyWholeLine(
      retired: nil,
      where: { line in
        let leftOn = line.retiredOn?.firstMoment(in: judging.zone)
        let isRemembered = leftOn.map { $0 > now.addingTimeInterval(-DutyEvent.memory) } ?? true
        return includes(line) && isRemembered
      }, progress: progress,
      working: { DutyEvent.all(of: $1, $2, by: judging, at: now, today) }
    ) { kept, _, events in
      guard kept.line.retiredOn == nil else { return ofRetired += events }
      for event in events { try calendar.add(event) }
    }
    for event in ofRetired { try calendar.add(event) }
    return calendar
  }

  /// Puts a duty into it.
  mutating func add(_ event: DutyEvent) throws(NoCalendars) {
    count += 1
    var component = try day(
      event.day, uid: "\(event.uid)@cardinfo", title: event.title, of: event)
    for days in event.isCancelled ? [] : event.reminders {
      var alarm = try CalendarComponent(.alarm)
      try alarm.add("ACTION", "DISPLAY")
      try alarm.add("DESCRIPTION", text: event.title.text)
      try alarm.add("TRIGGER", Self.morning(before: days), .duration)
      component.add(alarm)
    }
    calendar.add(component)
    guard hasAlarmsAsEvents else { return }
    for days in event.reminders where days > 0 {
      guard let day = event.day.adding(-days, .day) else { continue }
      let title = Words(
        days, one: "\(event.title), \(days) day left", other: "\(event.title), \(days) days left")
      calendar.add(
        try self.day(day, uid: "\(event.uid)-\(days)d@cardinfo", title: title, of: event))
    }
  }

  /// The calendar as it is written to a file.
  var text: String {
    get throws(NoCalendars) { try calendar.text }
  }

  private func day(
    _ day: CalendarDay, uid: String, title: Words, of event: DutyEvent
  ) throws(NoCalendars) -> CalendarComponent {
    var component = try CalendarComponent(.event)
    try component.add("UID", text: uid)
    try component.add("DTSTAMP", stamp, .dateTime)
    try component.add("SEQUENCE", "\(event.sequence)")
    try component.add("DTSTART", Self.digits(day), .date)
    if let next = day.adding(1, .day) { try component.add("DTEND", Self.digits(next), .date) }
    try component.add("SUMMARY", text: title.text)
    try component.add("DESCRIPTION", text: event.description)
    try component.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
    try component.add("TRANSP", "TRANSPARENT")
    return component
  }

  private static func digits(_ day: CalendarDay) -> String { day.description.filter { $0 != "-" } }

  /// Nine in the morning of the day so many days before: an event of a whole day begins at midnight.
  private static func morning(before days: Int) -> String {
    days == 0 ? "PT9H" : days == 1 ? "-PT15H" : "-P\(days - 1)DT15H"
  }
}
