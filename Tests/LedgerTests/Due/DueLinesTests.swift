import CardState
import Foundation
import GRDB
import Renewal
import Testing

@testable import Ledger

struct DueLinesTests {
  private func listed(_ ledger: Ledger, dueBy day: String? = nil) throws -> [String] {
    var names: [String] = []
    try ledger.forEachLine(dueBy: day.flatMap { CalendarDay($0) }) { line, _ in
      names.append(line.name)
      return true
    }
    return names
  }

  private func line(_ name: String, ends day: String?, in ledger: Ledger) throws {
    var line = Line(id: name, name: name)
    line.clocks = [Clock(id: "number", .number, anchor: [.explicitDate(nil)])]
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
    if let day { try end(name, day, in: ledger) }
  }

  private func end(
    _ name: String, _ day: String, on noted: String = "2026-01-01", in ledger: Ledger
  ) throws {
    var event = on(noted, .explicitDate)
    event.id = "ends \(day)"
    event.date = CalendarDay(day)
    try ledger.append(event, to: name)
  }

  @Test func theSoonestDueComesFirstAndWhatHasNoEndLast() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open()
    try line("none", ends: nil, in: ledger)
    try line("late", ends: "2027-01-01", in: ledger)
    try line("soon", ends: "2026-03-05", in: ledger)
    try line("past", ends: "2026-02-01", in: ledger)
    #expect(try listed(ledger) == ["past", "soon", "late", "none"])
    // Three days before the last one is the day to act by.
    #expect(try listed(ledger, dueBy: "2026-03-02") == ["past", "soon"])
    #expect(try listed(ledger, dueBy: "2026-03-01") == ["past"])
  }

  @Test func whatIsWrittenIsInTheNextList() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open()
    try line("a", ends: "2027-01-01", in: ledger)
    #expect(try listed(ledger, dueBy: "2026-04-01") == [])
    try end("a", "2026-03-20", on: "2026-01-02", in: ledger)
    try end("a", "2026-03-15", on: "2026-01-03", in: ledger)
    #expect(try listed(ledger, dueBy: "2026-04-01") == ["a"])
    try ledger.undo("ends 2026-03-20", of: "a", as: "u1", at: moment("2026-03-01T10:00:00Z"))
    try ledger.undo("ends 2026-03-15", of: "a", as: "u2", at: moment("2026-03-01T10:00:00Z"))
    #expect(try listed(ledger, dueBy: "2026-04-01") == [])
  }

  @Test func aBodyCanStopAndUseTheLedger() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open()
    for name in ["a", "b", "c"] { try line(name, ends: "2026-04-01", in: ledger) }
    var seen: [Int] = []
    try ledger.forEachLine { line, _ in
      seen.append(try ledger.events(of: line.id).count)
      try ledger.append(on("2026-02-01", .use), to: line.id)
      return seen.count < 2
    }
    #expect(seen == [1, 1])
  }

  @Test func otherRulesAndZonesMakeEveryLineJudgedAgain() throws {
    let scratch = try Scratch()
    let rule = try #require(scratch.rules["3hk"])
    var line = Line(id: "a", name: "a", rule: rule.id)
    line.iccid = "8985200000000000001"
    let ledger = try scratch.open()
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
    var topUp = on("2026-01-01", .topUp)
    topUp.amount = try money("100 HKD")
    try ledger.append(topUp, to: "a")
    #expect(try listed(ledger, dueBy: "2026-06-30") == ["a"])
    var other = rule
    for index in other.clocks.indices {
      other.clocks[index].period = Period(10, .year)
      other.clocks[index].tiers = []
    }
    var rules = scratch.rules
    rules.add([other])
    var judged: [Int] = []
    try scratch.open(rules: rules).judgeAgain { done, of in judged += [done, of] }
    #expect(judged == [1, 1])
    #expect(try listed(scratch.open(rules: rules), dueBy: "2026-06-30") == [])
    #expect(try listed(ledger, dueBy: "2026-06-30") == ["a"])
  }

  /// Beside the index stands the slow way: judge every line.
  @Test(arguments: 0..<6) func noLineIsEverMissed(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let scratch = try Scratch()
    let zones = try ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"].map {
      try #require(TimeZone(identifier: $0))
    }
    var now = moment("2026-01-01T00:00:00Z")
    var lines: [Line] = []
    for step in 0..<14 {
      let zone = try #require(zones.randomElement(using: &random))
      let text = now.formatted(.iso8601)
      let ledger = try scratch.open(at: text, zone: step.isMultiple(of: 5) ? zone : zones[0])
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let made = random.line(number: lines.count, rules: scratch.rules)
        lines.append(made)
        try ledger.add(made, at: now)
      }
      for index in lines.indices where Int.random(in: 0..<3, using: &random) > 0 {
        try ledger.append(random.event(near: now, number: step), to: lines[index].id)
        if Int.random(in: 0..<6, using: &random) == 0 {
          lines[index].billingDay = Int.random(in: 1...31, using: &random)
          try ledger.change(lines[index], at: now)
        }
        if let iccid = lines[index].iccid, Int.random(in: 0..<6, using: &random) == 0 {
          try ledger.save(random.card(iccid, at: now))
        }
      }
      let verdicts = try lines.map { try ledger.verdict(of: $0.id) }
      for days in [0, 30] {
        let limit = try #require(day(of: now.addingTimeInterval(Double(days) * 86_400)))
        var found: [Verdict] = []
        try ledger.forEachLine(dueBy: limit) { _, verdict in
          found.append(verdict)
          return true
        }
        let expected = verdicts.filter { $0.listedOn.map { $0 <= limit } ?? false }
        let byName: (Verdict, Verdict) -> Bool = { $0.line < $1.line }
        #expect(found.sorted(by: byName) == expected.sorted(by: byName), "step \(step) at \(text)")
        let days = found.compactMap(\.listedOn)
        #expect(days == days.sorted(), "step \(step) at \(text)")
      }
      let lost = verdicts.filter { $0.lostOn != nil }.map(\.line).sorted()
      let all = try #require(CalendarDay("2000-01-01"))...(try #require(CalendarDay("2100-01-01")))
      #expect(try ledger.lines(lostIn: all).map(\.id).sorted() == lost, "step \(step) at \(text)")
      try expectWhole(ledger, lines.map(\.id), at: now)
      // Sometimes the clock is set back.
      let hours = Int.random(in: step.isMultiple(of: 7) ? -80...0 : 0...900, using: &random)
      now.addTimeInterval(Double(hours) * 3600 + 1)
    }
    #expect(lines.count > 5)
  }

  /// What goes through all lines at once says of each what is said of it alone.
  private func expectWhole(_ ledger: Ledger, _ ids: [Line.ID], at now: Date) throws {
    let judging = ledger.judging
    var listed: [Line.ID] = []
    var places: [Int] = []
    try ledger.forEachWholeLine(
      retired: nil,
      working: { place, whole, verdict in
        let outlook = Outlook(
          whole.line, by: judging.rules, events: whole.events, at: now, zone: judging.zone)
        let alone = judge(
          whole.line, by: judging.rules, events: whole.events, at: now, zone: judging.zone)
        #expect(outlook.state == alone.state && outlook.dueOn == alone.dueOn)
        #expect(outlook.duties == alone.duties)
        return place
      }
    ) { whole, verdict, place in
      let id = whole.line.id
      listed.append(id)
      places.append(place)
      let ownVerdict = try ledger.verdict(of: id)
      #expect(verdict == ownVerdict)
      let ownEvents = try ledger.events(of: id)
      #expect(whole.events == ownEvents)
      let ownFormersettings = try ledger.formerSettings(of: id)
      #expect(whole.former == ownFormersettings)
      let ownAttempts = try ledger.attempts(of: id)
      #expect(whole.attempts == ownAttempts)
      let ownReference = try ledger.reference(of: id)
      #expect(whole.reference == ownReference)
      return true
    }
    #expect(listed.sorted() == ids.sorted() && places == ids.indices.map { $0 + 1 })
    #expect(try ledger.inOrder(ids.shuffled()) == listed)
  }

  private func day(of moment: Date) -> CalendarDay? {
    CalendarDay(String(moment.formatted(.iso8601).prefix(10)))
  }

  @Test func aClockThatIsSetBackMissesNothing() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open(at: "2026-03-01T12:00:00Z")
    try line("a", ends: "2026-03-10", in: ledger)
    try end("a", "2027-03-10", on: "2026-03-01T10:00:00Z", in: ledger)
    #expect(try listed(ledger, dueBy: "2026-03-31") == [])
    #expect(try listed(scratch.open(at: "2026-03-01T09:00:00Z"), dueBy: "2026-03-31") == ["a"])
    #expect(try listed(ledger, dueBy: "2026-03-31") == [])
  }

  /// The end of the clock that follows is not yet what it will be after the next debit.
  @Test func aClockThatFollowsOneThatDebitsIsListedUnderItsOwnDay() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open(at: "2026-03-01T12:00:00Z")
    var paying = Clock(
      id: "service", .service, anchor: [.activation], period: Period(1, .month))
    paying.auto = .debit(try money("5 GBP"), Period(1, .month))
    let following = Clock(
      id: "number", .number, anchor: [.clockEnd("service", plusDays: 0)], period: Period(20, .day))
    var line = Line(id: "a", name: "a")
    line.clocks = [paying, following]
    try ledger.add(line, at: moment("2026-02-20T00:00:00Z"))
    try ledger.append(on("2026-02-20", .activation), to: "a")
    var balance = on("2026-02-20", .balance)
    balance.amount = try money("50 GBP")
    try ledger.append(balance, to: "a")
    try self.line("b", ends: "2026-04-20", in: ledger)
    #expect(try listed(ledger) == ["a", "b"])
    let due = try ledger.verdict(of: "a").dueOn
    let later = try scratch.open(at: "2026-03-25T12:00:00Z")
    #expect(try due != later.verdict(of: "a").dueOn)
    #expect(try listed(later) == ["b", "a"])
  }

  @Test func anIndexAnswersWhatIsDueAndWhatIsToBeJudged() throws {
    let scratch = try Scratch()
    let ledger = try scratch.open()
    func plan(_ sql: String) throws -> [String] {
      try ledger.read { database in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] }
      }
    }
    let due = try plan(DueCursor.withEnd.replacing("?", with: "1"))
    #expect(due == ["SEARCH line USING INDEX lineByDue (dueOn>? AND dueOn<?)"])
    let none = try plan(DueCursor.withoutEnd.replacing("?", with: "1"))
    #expect(none == ["SEARCH line USING INDEX lineByDue (dueOn=? AND rowid>?)"])
    let lost = try plan(Ledger.lost.replacing("?", with: "1"))
    #expect(lost.first == "SEARCH line USING INDEX lineByLoss (lostOn>? AND lostOn<?)", "\(lost)")
    for part in Staleness.parts {
      let stale = try plan(
        "SELECT key FROM line WHERE \(part)".replacing(/:\w+/, with: "1"))
      #expect(stale.count == 1)
      #expect(stale.first?.hasPrefix("SEARCH line USING ") == true, "\(stale)")
    }
  }
}
