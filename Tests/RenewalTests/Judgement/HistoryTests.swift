import FoundationEssentials
import Renewal
import Testing

/// What was entered, in whichever order, twice, or by mistake.
struct HistoryTests {
  static let start = on("2026-01-01", .activation)
  static let paid = on("2026-01-20", .topUp, "10 GBP")

  private func due(_ events: [Event]) throws -> String? {
    try judged(own: clock(30, .day), events, at: "2026-01-25T00:00:00Z").dueOn?.description
  }

  private func undo(_ target: Event.ID, id: Event.ID, recordedAt: String) -> Event {
    var event = Event(
      id: id, .undo, on: .day(CalendarDay("2026-01-21") ?? anyDay), recordedAt: moment(recordedAt))
    event.undoes = target
    return event
  }

  private var anyDay: CalendarDay {
    guard let day = CalendarDay(year: 2026, month: 1, day: 1) else { preconditionFailure("a day") }
    return day
  }

  @Test func anUndoneEventDidNotHappen() throws {
    #expect(try due([Self.start, Self.paid]) == "2026-02-19")
    let undo = undo(Self.paid.id, id: "u1", recordedAt: "2026-01-21T00:00:00Z")
    #expect(try due([Self.start, Self.paid, undo]) == "2026-01-31")
    let redo = self.undo("u1", id: "u2", recordedAt: "2026-01-22T00:00:00Z")
    #expect(try due([redo, undo, Self.paid, Self.start]) == "2026-02-19")
  }

  @Test func undoingInACircleEnds() throws {
    let one = undo("u2", id: "u1", recordedAt: "2026-01-21T00:00:00Z")
    let two = undo("u1", id: "u2", recordedAt: "2026-01-21T00:00:00Z")
    let own = undo("u3", id: "u3", recordedAt: "2026-01-21T00:00:00Z")
    #expect(try due([Self.start, Self.paid, one, two, own]) == "2026-02-19")
  }

  @Test func anEventEnteredTwiceIsOneEvent() throws {
    let verdict = try judged(
      own: {
        var clock = clock(30, .day)
        clock.renewFrom = .previousEnd
        return clock
      }(), [Self.start, Self.paid, Self.paid, Self.start], at: "2026-01-25T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-03-02")
  }

  @Test func ofTwoRecordsUnderOneNameTheLaterHolds() throws {
    var corrected = on("2026-01-10", .topUp, "10 GBP")
    corrected.id = Self.paid.id
    corrected.recordedAt = moment("2026-01-22T00:00:00Z")
    #expect(try due([Self.start, corrected, Self.paid]) == "2026-02-09")
    #expect(try due([Self.paid, Self.start, corrected]) == "2026-02-09")
  }

  @Test func anUnknownKindCountsForNothing() throws {
    let odd = on("2026-01-20", Event.Kind(rawValue: "teleported"))
    #expect(try due([Self.start, odd]) == "2026-01-31")
  }

  @Test func aDateThatIsGivenOutweighsThePaymentOfItsDay() throws {
    let notice = on("2026-01-20", .notice, date: "2026-05-01")
    #expect(try due([Self.start, notice, Self.paid]) == "2026-05-01")
    #expect(try due([Self.paid, Self.start, notice]) == "2026-05-01")
  }

  @Test func ofTwoNoticesOfOneDayTheLaterDateHolds() throws {
    let events = [
      Self.start, on("2026-01-20", .notice, date: "2026-05-01"),
      on("2026-01-20", .notice, date: "2026-03-01"),
    ]
    #expect(try due(events) == "2026-05-01")
    #expect(try due(events.reversed()) == "2026-05-01")
  }

  @Test(arguments: ["\"2026-01-20T10:00:00.250Z\"", "\"2026-01-20T10:00:00Z\"", "\"2026-01-20\""])
  func timesAreKeptAsTheyWereWritten(text: String) throws {
    let read = try JSONDecoder().decode(Occurrence.self, from: Data(text.utf8))
    #expect(String(decoding: try JSONEncoder().encode(read), as: UTF8.self) == text)
  }

  @Test(arguments: [
    "\"yesterday\"", "\"2026-02-30\"", "\"2026-01-20T25:00:00Z\"",
    "\"2026-02-30T00:00:00Z\"", "\"2026-01-20T10:60:00Z\"", "7",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Occurrence.self, from: Data(text.utf8))
    }
  }

  @Test func whatHappenedIsStoredAndReadBackAsItWas() throws {
    var event = on(
      "2026-01-20", .outgoingCall, "1.10 GBP", term: Period(3, .day), to: .service, clock: "number")
    event.note = "日本語"
    let moments = [
      on("2026-01-20T10:00:00Z", .data), on("2026-01-20", .notice, date: "2026-05-01"), event,
    ]
    let data = try JSONEncoder().encode(moments)
    #expect(try JSONDecoder().decode([Event].self, from: data) == moments)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"on\":\"2026-01-20T10:00:00Z\""))
    #expect(text.contains("\"amount\":\"1.1\""))
  }
}
