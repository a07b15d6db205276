import Foundation
import Ledger
import Renewal
import Synchronization
import Testing
import Words

@testable import cardinfo

/// A year of notices, played day by day: each thing is told of once for each threshold and channel.
struct NoticeYearTests {
  /// What a channel was given, and at which moment of the year.
  private final class Receiver: NoticeChannel {
    let name: String
    let log: Log
    init(_ name: String, _ log: Log) { (self.name, self.log) = (name, log) }

    func send(_ message: NoticeMessage) throws {
      if log.failing.contains(name) { throw Problem(.serverUnreachable, Words("nothing answers")) }
      for announcement in message.announcements {
        log.got.append(
          Log.Entry(
            channel: name, line: announcement.duty.subject, day: log.today,
            due: announcement.duty.day, threshold: announcement.threshold,
            mayBeRepeated: announcement.mayBeRepeated))
      }
    }
  }

  private final class Log {
    struct Entry: Hashable {
      let channel: String
      let line: String
      let day: CalendarDay
      let due: CalendarDay
      let threshold: Int
      var mayBeRepeated: Bool
    }
    var got: [Entry] = []
    var failing: Set<String> = []
    var today: CalendarDay
    init(_ today: CalendarDay) { self.today = today }
  }

  /// Stands for a process that is gone.
  private struct Crash: Error {}

  /// A clock that a test sets.
  private final class Clock: Sendable {
    private let moment: Mutex<Date>
    init(_ day: CalendarDay) throws {
      moment = Mutex(try #require(day.firstMoment(in: .gmt)).addingTimeInterval(12 * 3_600))
    }
    var now: Date {
      get { moment.withLock { $0 } }
      set { moment.withLock { $0 = newValue } }
    }
  }

  private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private let clock: Clock
  private let log: Log
  private let ledger: Ledger

  /// Three lines that end on 1 March, 1 June and 1 October: the first is renewed three days ahead, the
  /// second on its last day, the third never.
  init() throws {
    let start = try Self.day("2026-01-01")
    let clock = try Clock(start)
    self.clock = clock
    log = Log(start)
    ledger = try Ledger(
      inMemoryFor: Judging(
        rules: RuleBook(), zone: .gmt, edition: "test", now: { clock.now }))
    for (name, end) in [("a", "2026-03-01"), ("b", "2026-06-01"), ("c", "2026-10-01")] {
      var line = Line(id: name, name: name)
      line.clocks = [Renewal.Clock(id: "number", .number, anchor: [.explicitDate(nil)])]
      try ledger.add(line, at: clock.now)
      try record(until: end, name, "first-\(name)")
    }
  }

  private func record(until end: String, _ line: String, _ id: String) throws {
    var event = Event(id: id, .explicitDate, on: .day(log.today), recordedAt: clock.now)
    event.date = try Self.day(end)
    try ledger.append(event, to: line)
  }

  private func run(
    _ configuration: NotifyConfiguration, _ onStep: @escaping (NoticeRun.Step) throws -> Void
  ) throws -> [NoticeRun.Report] {
    try NoticeRun(
      ledger: ledger, configuration: configuration, channel: { Receiver($0.name, log) },
      onStep: onStep
    ).send()
  }

  private var twoChannels: NotifyConfiguration {
    var configuration = NotifyConfiguration()
    configuration.channels = [
      ConfiguredChannel(name: "phone", kind: .exec), ConfiguredChannel(name: "mail", kind: .exec),
    ]
    return configuration
  }

  /// Plays the year: on each day a run that crashes at a step, where one is given, and another one.
  private func playYear(
    crashingAt crash: (step: NoticeRun.Step, isEvery: Bool)?, _ configuration: NotifyConfiguration
  ) throws {
    for _ in 0..<365 {
      switch log.today.description {
      case "2026-02-26": try record(until: "2027-03-01", "a", "again-a")
      case "2026-06-01": try record(until: "2027-06-01", "b", "again-b")
      default: break
      }
      if let crash {
        do {
          _ = try run(configuration) { if $0 == crash.step { throw Crash() } }
        } catch is Crash {}
      }
      _ = try run(configuration) { _ in }
      clock.now.addTimeInterval(86_400)
      log.today = try #require(log.today.adding(1, .day))
    }
  }

  /// What is to be told of: the line, the day it is told on, the threshold. Worked out by hand.
  private static let expected = [
    ("a", "2026-02-22", 7),
    ("b", "2026-05-25", 7), ("b", "2026-05-29", 3), ("b", "2026-05-31", 1),
    ("c", "2026-09-24", 7), ("c", "2026-09-28", 3), ("c", "2026-09-30", 1), ("c", "2026-10-01", 0),
  ].flatMap { line, day, threshold in
    ["phone", "mail"].map { "\($0) \(line) \(day) \(threshold)" }
  }.sorted()

  private func told() -> [String] {
    log.got.filter { $0.threshold >= 0 }
      .map { "\($0.channel) \($0.line) \($0.day) \($0.threshold)" }.sorted()
  }

  @Test(arguments: [false, true]) func eachIsToldOfOnce(isDigest: Bool) throws {
    var configuration = twoChannels
    if isDigest { configuration.digest = .daily }
    try playYear(crashingAt: nil, configuration)
    #expect(told() == Self.expected)
    // The one that nothing was done about is told of once more, and never again.
    let late = log.got.filter { $0.threshold < 0 || $0.threshold == Announcement.atOnce }
    #expect(late.map(\.line) == ["c", "c"] && Set(late.map(\.channel)).count == 2, "\(late)")
    #expect(log.got.allSatisfy { !$0.mayBeRepeated })
  }

  @Test(arguments: NoticeRun.Step.allCases, [false, true])
  func aCrashLosesNothing(step: NoticeRun.Step, isDigest: Bool) throws {
    var configuration = twoChannels
    if isDigest { configuration.digest = .daily }
    try playYear(crashingAt: (step, true), configuration)
    let told = told()
    #expect(Set(told) == Set(Self.expected))
    let counts = Dictionary(grouping: log.got) {
      "\($0.channel) \($0.line) \($0.due) \($0.threshold)"
    }
    .mapValues(\.count)
    // The first channel crashes on the first run of a day; the second one is reached by the other run.
    #expect(counts.values.allSatisfy { $0 <= (step == .sent ? 2 : 1) }, "\(counts)")
    #expect((step == .sent) == counts.values.contains(2))
  }

  @Test func afterDowntimeTheLastThresholdIsToldOf() throws {
    clock.now.addTimeInterval(55 * 86_400)
    log.today = try Self.day("2026-02-25")
    _ = try run(twoChannels) { _ in }
    #expect(told() == ["mail a 2026-02-25 7", "phone a 2026-02-25 7"])
    clock.now.addTimeInterval(40 * 86_400)
    log.today = try Self.day("2026-04-06")
    log.got = []
    _ = try run(twoChannels) { _ in }
    #expect(log.got.map(\.line) == ["a", "a"], "its last day passed while nobody looked")
  }

  @Test func whatIsDoneMeanwhileIsNotSent() throws {
    clock.now.addTimeInterval(55 * 86_400)
    log.today = try Self.day("2026-02-25")
    _ = try run(twoChannels) { step in
      if step == .chosen, self.log.got.isEmpty {
        try self.record(until: "2027-03-01", "a", "again-\(UUID())")
      }
    }
    #expect(log.got == [])
  }

  /// Another program writes to the same ledger.
  @Test func whatAnotherProgramWritesMeanwhileIsSeen() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "notices-\(UUID())")
    defer { try? FileManager.default.removeItem(at: directory) }
    let (one, other) = (
      try Ledger(directory: directory.path(), judging: ledger.judging),
      try Ledger(directory: directory.path(), judging: ledger.judging)
    )
    var line = Line(id: "a", name: "a")
    line.clocks = [Renewal.Clock(id: "number", .number, anchor: [.explicitDate(nil)])]
    var event = Event(id: "end", .explicitDate, on: .day(log.today), recordedAt: clock.now)
    event.date = try Self.day("2026-01-05")
    try one.add(line, with: [event], at: clock.now)
    event.id = "again"
    event.date = try Self.day("2027-01-05")
    event.recordedAt = clock.now.addingTimeInterval(1)
    clock.now.addTimeInterval(2)
    let reports = try NoticeRun(
      ledger: one, configuration: twoChannels, channel: { Receiver($0.name, log) },
      onStep: { step in if step == .noted { try other.append(event, to: "a") } }
    ).send()
    #expect(reports.map(\.state) == [.sent, .nothing])
    #expect(log.got.map(\.channel) == ["phone"], "the second one is no longer asked for")
  }

  /// A line that asks for something in a while alone is told of where its owner wants to know early, where its
  /// renewal failed, and where it is lost.
  @Test func whatIsFarOffIsToldOfWhereItIsWanted() throws {
    var line = Line(id: "early", name: "early")
    line.clocks = [Renewal.Clock(id: "number", .number, anchor: [.explicitDate(nil)])]
    line.thresholds = [Threshold(days: 300, .warning)]
    try ledger.add(line, at: clock.now)
    try record(until: "2026-10-20", "early", "early")
    var attempt = RenewalAttempt(id: "attempt", line: "c", plannedAt: clock.now)
    try attempt.submit(at: clock.now)
    try attempt.fail(.paymentDeclined, at: clock.now)
    try ledger.save(attempt)
    line = Line(id: "lost", name: "lost")
    var number = Renewal.Clock(id: "number", .number, anchor: [.explicitDate(nil)])
    number.stages = []
    number.loss = Loss(.does)
    line.clocks = [number]
    try ledger.add(line, at: clock.now)
    try record(until: "2025-12-15", "lost", "lost")
    _ = try run(twoChannels) { _ in }
    #expect(Set(log.got.map(\.line)) == ["early", "c", "lost"], "\(log.got)")
  }

  @Test func aChannelThatFailsRestsAndStopsNoOther() throws {
    clock.now.addTimeInterval(52 * 86_400)
    log.today = try Self.day("2026-02-22")
    log.failing = ["phone"]
    let first = try run(twoChannels) { _ in }
    #expect(first.map(\.state) == [.failed, .sent])
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.resting, .nothing])
    log.failing = []
    clock.now.addTimeInterval(301)
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.sent, .nothing])
    #expect(told() == ["mail a 2026-02-22 7", "phone a 2026-02-22 7"])
    #expect(
      log.got.last?.mayBeRepeated == true, "nobody knows what the server did before it failed")
  }

  @Test func mutedLinesAreNotToldOfUntilTheyAreAgain() throws {
    clock.now.addTimeInterval(52 * 86_400)
    log.today = try Self.day("2026-02-22")
    try ledger.set(Hush(until: clock.now.addingTimeInterval(3 * 86_400)), of: "a")
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.nothing, .nothing])
    clock.now.addTimeInterval(3 * 86_400)
    log.today = try Self.day("2026-02-25")
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.sent, .sent])
    try ledger.set(Hush(), of: "a")
    clock.now.addTimeInterval(2 * 86_400)
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.nothing, .nothing])
    try ledger.set(nil, of: "a")
    #expect(try run(twoChannels) { _ in }.map(\.state) == [.sent, .sent])
  }
}
