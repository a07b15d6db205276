import FoundationEssentials
import Renewal
import Testing

/// Every stage of every shipped rule, walked through from the end of its clock on.
struct StagesTests {
  /// A clock of a rule by itself, as a line's own clock that ends on a given day: nothing but its
  /// stages says then what follows.
  struct Walk: CustomTestStringConvertible, Sendable {
    let rule: Rule.ID
    let clock: Clock
    let plain: Clock

    var testDescription: String { "\(rule) \(clock.id)" }

    init(_ rule: Rule, _ clock: Clock) {
      self.rule = rule.id
      self.clock = clock
      var plain = Clock(id: clock.id, clock.subject, anchor: [.explicitDate(nil)])
      plain.zone = Zone("UTC")
      plain.qualifying = clock.effectiveQualifying
      plain.stages = clock.stages
      plain.loss = clock.loss
      self.plain = plain
    }

    /// The verdict on a day counted from the last one of the clock, 31 January 2026.
    func verdict(_ offset: Int) throws -> Verdict {
      var line = Line(id: "1", name: "test")
      line.clocks = [plain]
      let end = on("2025-06-01", .explicitDate, date: "2026-01-31", clock: clock.id)
      let noon = moment("2026-01-31T12:00:00Z").addingTimeInterval(Double(offset) * 86_400)
      return judge(
        line, by: RuleBook(), events: [end], at: noon, zone: try #require(Zone("UTC")).timeZone)
    }
  }

  static let walks: [Walk] = {
    let rules = (try? shipped().rules) ?? []
    return rules.flatMap { rule in
      (rule.clocks + rule.earlier.flatMap(\.clocks)).filter { $0.stages != nil && $0.governsLine }
        .map {
          Walk(rule, $0)
        }
    }
  }()

  @Test func thereAreSome() { #expect(Self.walks.count > 20) }

  @Test(arguments: walks) func whatMayBeIsNeverSaidToBe(walk: Walk) throws {
    var mayHave = false
    var day = 0
    #expect(try walk.verdict(0).state == .active)
    for stage in walk.clock.stages ?? [] {
      mayHave = mayHave || stage.discretion == .may
      let verdict = try walk.verdict(day + 2)
      let isOverdue = mayHave && stage.name != .grace
      #expect(verdict.state == (isOverdue ? .overdue : stage.name.state))
      #expect(verdict.mayBe == (isOverdue ? stage.name.state : nil))
      #expect(verdict.severity == .critical)
      let first = verdict.next.first?.code
      if isOverdue {
        #expect(first == .test)
      } else if stage.recoverBy == .none {
        #expect(verdict.next.map(\.code).contains(.replace))
      } else if stage.recoverBy == .contact {
        #expect(first == .contactCarrier)
      } else {
        #expect([.topUp, .buyPack, .use].contains(first))
      }
      let reason = verdict.reasons.first?.fromRule?.code
      #expect(reason == (isOverdue ? .mayBe : .clockEnded))
      guard let period = stage.period else { return }
      day += days(of: period)
    }
    mayHave = mayHave || walk.clock.loss?.discretion == .may
    let after = try walk.verdict(day + 12)
    #expect(after.state == (mayHave ? .overdue : .terminated))
    #expect(after.mayBe == (mayHave ? .terminated : nil))
    #expect(after.next.map(\.code).contains(.replace) == !mayHave)
    #expect(try walk.verdict(day + 4_000).state == after.state)
  }

  /// Whatever counts for the rule, use that went through after the end speaks against a loss.
  @Test(arguments: walks) func laterUseContradictsALoss(walk: Walk) throws {
    var line = Line(id: "1", name: "test")
    line.clocks = [walk.plain]
    let events = [
      on("2025-06-01", .explicitDate, date: "2026-01-31", clock: walk.clock.id),
      on("2030-06-01", .outgoingCall, "1 EUR"),
    ]
    let zone = try #require(Zone("UTC")).timeZone
    let verdict = judge(
      line, by: RuleBook(), events: events, at: moment("2030-06-02T12:00:00Z"), zone: zone)
    #expect(verdict.state != .terminated)
    #expect(!verdict.next.map(\.code).contains(.replace))
  }

  // Long enough for a term, whatever the month.
  private func days(of period: Period) -> Int {
    switch period.unit {
    case .hour: 1 + period.n / 24
    case .day: period.n
    case .month: period.n * 31
    case .year: period.n * 366
    }
  }
}
