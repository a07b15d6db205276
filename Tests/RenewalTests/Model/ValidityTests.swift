import FoundationEssentials
import Renewal
import Testing

/// How long a plan lasts, as its name or a person says it.
struct ValidityTests {
  private static let month = Period(30, .day)

  private func judged(
    _ validity: Validity, by rule: Rule.ID? = nil, _ events: [Event], at text: String
  ) throws -> Verdict {
    var line = Line(id: "1", name: "Trip", rule: rule)
    let rules = try shipped()
    line.take(validity, by: rule.flatMap { rules[$0] }, on: CalendarDay("2026-11-26"))
    return judge(line, by: rules, events: events, evidence: [], at: moment(text), zone: .gmt)
  }

  private func lastDay(
    _ validity: Validity, by rule: Rule.ID? = nil, _ events: [Event], at text: String
  ) throws -> String? {
    try judged(validity, by: rule, events, at: text).clocks.first { $0.subject == .pack }?
      .lastDay?.description
  }

  // 26 November and 30 days.
  @Test func fromTheInstallation() throws {
    let validity = Validity(Self.month, from: .installation)
    let installed = [on("2026-11-26", .profileInstalled)]
    #expect(try lastDay(validity, installed, at: "2026-11-27T00:00:00Z") == "2026-12-26")
    #expect(try judged(validity, installed, at: "2026-11-27T00:00:00Z").confidence == .derived)
  }

  @Test func fromTheFirstUse() throws {
    let validity = Validity(Self.month, from: .firstUse)
    let installed = [on("2026-11-26", .profileInstalled)]
    #expect(try lastDay(validity, installed, at: "2026-12-20T00:00:00Z") == nil)
    for use in [Event.Kind.firstAttach, .firstData, .data, .outgoingCall] {
      let used = installed + [on("2026-12-20", use)]
      #expect(try lastDay(validity, used, at: "2026-12-21T00:00:00Z") == "2027-01-19")
    }
  }

  @Test func fromADay() throws {
    let validity = Validity(Self.month, from: .activation)
    let activated = [on("2026-11-26", .profileInstalled), on("2026-12-01", .activation)]
    #expect(try lastDay(validity, activated, at: "2026-12-02T00:00:00Z") == "2026-12-31")
  }

  /// Nothing starts before it is installed: the earliest end warns, and is marked as assumed.
  @Test func fromWhatNobodySays() throws {
    let installed = [on("2026-11-26", .profileInstalled)]
    let verdict = try judged(Validity(Self.month), installed, at: "2026-11-27T00:00:00Z")
    #expect(verdict.clocks.first?.lastDay?.description == "2026-12-26")
    #expect(verdict.confidence == .estimated)
    #expect(
      verdict.reasons.contains { reason in
        if case .assumed([.anchor]) = reason.fromRule { true } else { false }
      })
    var line = Line(id: "1", name: "Trip")
    line.take(Validity(Self.month), by: nil, on: nil)
    #expect(line.isStartAssumed)
    #expect(line.validity == Validity(Self.month))
    line.take(Validity(Self.month, from: .firstUse), by: nil, on: nil)
    #expect(!line.isStartAssumed)
    #expect(line.validity == Validity(Self.month, from: .firstUse))
    #expect(line.clocks.count == 1)
  }

  /// The carrier's rule says from when, the plan's name for how long.
  @Test func fromWhatTheRuleSays() throws {
    let installed = [on("2026-11-26", .profileInstalled)]
    let atInstall = try lastDay(
      Validity(Self.month), by: "airalo-at-install", installed, at: "2026-11-27T00:00:00Z")
    #expect(atInstall == "2026-12-26")
    let validity = Validity(Self.month)
    let attached = installed + [on("2026-12-01", .firstAttach)]
    #expect(
      try lastDay(validity, by: "airalo-at-attach", installed, at: "2026-11-27T00:00:00Z") == nil)
    #expect(
      try lastDay(validity, by: "airalo-at-attach", attached, at: "2026-12-02T00:00:00Z")
        == "2026-12-31")
    // What the person says comes first.
    #expect(
      try lastDay(
        Validity(Self.month, from: .installation), by: "airalo-at-attach", installed,
        at: "2026-11-27T00:00:00Z") == "2026-12-26")
  }
}
