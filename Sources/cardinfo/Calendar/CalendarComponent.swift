import CIcal

/// A part of a calendar, such as an event, made by libical: it escapes and folds.
struct CalendarComponent: ~Copyable {
  private let pointer: OpaquePointer

  /// - Throws: ``NoCalendars`` where libical can't be used.
  init(_ kind: Kind) throws(NoCalendars) {
    if let reason = cical_open() { throw NoCalendars(reason: String(cString: reason)) }
    guard let pointer = cical_component_new(kind.rawValue) else { throw NoCalendars(reason: nil) }
    self.pointer = pointer
  }

  deinit { cical_component_free(pointer) }

  /// The components that are used (RFC 5545, 3.6).
  enum Kind: String {
    case calendar = "VCALENDAR"
    case event = "VEVENT"
    case alarm = "VALARM"
  }

  /// The types of values that have to be named (RFC 5545, 3.3).
  enum ValueType: String {
    case date = "DATE"
    case dateTime = "DATE-TIME"
    case duration = "DURATION"
  }

  /// Adds a property of text, from wherever it comes; what steers writing is taken out of it.
  mutating func add(_ name: String, text: String) throws(NoCalendars) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { Terminal.clean(String($0)) }.joined(separator: "\n")
    guard cical_add_text(pointer, name, clean) != 0 else { throw NoCalendars(reason: nil) }
  }

  /// Adds a property of another value, as RFC 5545 writes it.
  mutating func add(_ name: String, _ value: String, _ type: ValueType? = nil)
    throws(NoCalendars)
  {
    guard cical_add_value(pointer, name, type?.rawValue, value) != 0 else {
      throw NoCalendars(reason: nil)
    }
  }

  /// Puts a part into it.
  mutating func add(_ part: consuming CalendarComponent) {
    cical_component_add(pointer, part.given())
  }

  /// The pointer, for whoever owns it from now on.
  private consuming func given() -> OpaquePointer {
    let pointer = pointer
    discard self
    return pointer
  }

  /// As RFC 5545 has it.
  var text: String {
    get throws(NoCalendars) {
      guard let text = cical_text(pointer) else { throw NoCalendars(reason: nil) }
      defer { cical_free(text) }
      return String(cString: text)
    }
  }
}
