import CardState
import FoundationEssentials
import Renewal
import Testing

/// A verdict on a line without a rule, with a clock of its own.
func judged(
  own clock: Clock, _ events: [Event], at text: String, zone: String = "UTC",
  evidence: [Evidence] = []
) throws -> Verdict {
  try judged(own: [clock], events, at: text, zone: zone, evidence: evidence)
}

/// A verdict on a line without a rule, with clocks of its own.
func judged(
  own clocks: [Clock], _ events: [Event], at text: String, zone: String = "UTC",
  evidence: [Evidence] = []
) throws -> Verdict {
  var line = Line(id: "own", name: "own")
  line.clocks = clocks
  return judge(
    line, by: RuleBook(), events: events, evidence: evidence, at: moment(text),
    zone: try #require(Zone(zone)).timeZone)
}

/// A clock of a number that starts with the activation and lives by top-ups.
func clock(_ n: Int, _ unit: Period.Unit, zone: String = "UTC") -> Clock {
  var clock = Clock(
    id: "number", .number, anchor: [.activation, .lastTopUp], period: Period(n, unit))
  clock.zone = Zone(zone)
  clock.stages = []
  return clock
}
