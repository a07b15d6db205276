import ArgumentParser
import Foundation
import GRDB
import GRDBSQLite
import Renewal
import Testing

@testable import Ledger
@testable import cardinfo

/// What is said of all lines takes work for each of them, and none that grows with the others: four times as
/// many lines take four times the steps of the database, and four times as many judgements.
struct LedgerGrowthTests {
  private static let now = Date(timeIntervalSince1970: 1_764_244_800)

  enum Answer: CaseIterable { case notify, calendar, report, check }

  /// What a run asked for.
  private struct Work {
    var steps = 0
    var rules = 0
  }

  /// Counts what is asked of it.
  private final class Counter: RuleLibrary, @unchecked Sendable {
    var work = Work()
    let rules: [Renewal.Rule] = []
    let edition = "test"

    func rule(_ id: Renewal.Rule.ID) -> Renewal.Rule? {
      work.rules += 1
      return nil
    }
  }

  private struct Quiet: NoticeChannel {
    func send(_ message: NoticeMessage) throws {}
  }

  /// Lines that end today, each with renewals of which the last one failed.
  private func ledger(lines count: Int, _ counter: Counter) throws -> Ledger {
    let ledger = try Ledger(
      inMemoryFor: Judging(
        rules: RuleBook(library: counter), zone: .gmt, edition: "test", now: { Self.now }))
    let today = try #require(CalendarDay(Self.now, in: .gmt))
    for number in 0..<count {
      let id = "line-\(number)"
      var line = Line(id: id, name: "SIM +44 7700 9\(number)", rule: "made")
      line.clocks = [Renewal.Clock(id: "number", .number, anchor: [.explicitDate(nil)])]
      try ledger.add(line, at: Self.now)
      var event = Event(
        id: "end", .explicitDate, on: .day(today), recordedAt: Self.now.addingTimeInterval(-86_400))
      event.date = today
      try ledger.append(event, to: id)
      for day in 1...3 {
        let moment = Self.now.addingTimeInterval(Double(-day) * 86_400)
        var attempt = RenewalAttempt(id: "\(id)-\(day)", line: id, plannedAt: moment)
        try attempt.submit(at: moment)
        try attempt.fail(.paymentDeclined, at: moment)
        try ledger.save(attempt)
      }
    }
    try ledger.judgeAgain()
    return ledger
  }

  private func work(lines count: Int, _ answer: Answer) throws -> Work {
    let counter = Counter()
    let ledger = try ledger(lines: count, counter)
    counter.work = Work()
    ledger.queue.inDatabase { database in
      sqlite3_progress_handler(
        database.sqliteConnection, 1,
        { counter in
          guard let counter else { return 1 }
          Unmanaged<Counter>.fromOpaque(counter).takeUnretainedValue().work.steps += 1
          return 0
        }, Unmanaged.passUnretained(counter).toOpaque())
    }
    try give(answer, from: ledger, lines: count)
    ledger.queue.inDatabase { sqlite3_progress_handler($0.sqliteConnection, 0, nil, nil) }
    return counter.work
  }

  private func give(_ answer: Answer, from ledger: Ledger, lines count: Int) throws {
    switch answer {
    case .notify:
      var configuration = NotifyConfiguration()
      configuration.channels = [ConfiguredChannel(name: "phone", kind: .exec)]
      let reports = try NoticeRun(
        ledger: ledger, configuration: configuration, channel: { _ in Quiet() }
      ).send()
      // That it ends, and that its renewal failed.
      #expect(reports.map(\.notices.count) == [2 * count])
    case .calendar:
      let calendar = try DutyCalendar.ofAll(ledger, at: Self.now, alarmsAsEvents: false)
      #expect(calendar.count == count)
    case .report:
      #expect(try ReportCommand.parse([]).page(of: ledger, at: Self.now).count == count)
    case .check: #expect(try ledger.openDuties().count == 2 * count)
    }
  }

  /// Each line is judged once, though it is looked at before a notice is kept and before it is sent, and one that
  /// asks for nothing soon is not judged at all.
  @Test func aNoticeTakesOneJudgement() throws {
    #expect(try work(lines: 100, .notify).rules == 100)
    let counter = Counter()
    let ledger = try ledger(lines: 10, counter)
    for number in 0..<10 {
      var event = Event(
        id: "later", .explicitDate, on: .moment(Self.now), recordedAt: Self.now)
      event.date = CalendarDay("2027-11-27")
      try ledger.append(event, to: "line-\(number)")
      var attempt = RenewalAttempt(
        id: "last-\(number)", line: "line-\(number)", plannedAt: Self.now)
      try attempt.submit(at: Self.now)
      try attempt.confirm(by: .carrierNotice, at: Self.now)
      try ledger.save(attempt)
    }
    try ledger.judgeAgain()
    counter.work = Work()
    #expect(try ledger.announcements(days: [7]).count == 0)
    #expect(counter.work.rules == 0)
  }

  @Test(arguments: Answer.allCases) func itGrowsAsTheLinesDo(answer: Answer) throws {
    let few = try work(lines: 25, answer)
    let many = try work(lines: 100, answer)
    #expect(few.steps > 0 && few.rules > 0)
    #expect(many.steps < 5 * few.steps, "\(few.steps) steps, then \(many.steps)")
    #expect(many.rules <= 4 * few.rules, "\(few.rules) judgements, then \(many.rules)")
  }
}
