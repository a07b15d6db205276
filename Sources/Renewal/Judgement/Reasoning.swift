import CardState
import FoundationEssentials

/// Puts together why a line stands where it stands, the weightiest first.
struct Reasoning {
  let standing: LineStanding
  let weighing: Weighing
  let history: History
  let now: Date

  /// All reasons.
  var reasons: [Reason] {
    let deciding = standing.deciding
    let others = standing.findings.filter { $0.clock.id != deciding?.clock.id }
    let governing = Set(standing.governing.map(\.clock.id))
    return ending + noRule + cardReasons { $0 == .contradicts }
      + (deciding.map(reasons(of:)) ?? [])
      + others.filter { governing.contains($0.clock.id) }.flatMap(reasons(of:))
      + others.filter { !governing.contains($0.clock.id) }.flatMap(reasons(of:))
      + cardReasons { $0 == .supports || $0 == .lowers } + (deciding.map(doubts(about:)) ?? [])
      + balance + cardReasons { $0 == .notes } + future
  }

  private var ending: [Reason] {
    standing.ending.map { event in
      let code: Reason.Code = event.kind == .cancel ? .cancelled : .portedOut
      return [Reason(code, .record(event)).with { $0.on = event.on }]
    } ?? []
  }

  private var noRule: [Reason] {
    if standing.hasNoEndDate {
      return [Reason(.noEndDate, .rule(standing.rule, standing.rule?.provenance))]
    }
    guard standing.rule == nil, standing.findings.isEmpty || standing.line.rule != nil else {
      return []
    }
    return [Reason(.noRule, .init(.person)).with { $0.words = standing.line.rule.map { [$0] } }]
  }

  private func cardReasons(_ select: (Weighing.Effect) -> Bool) -> [Reason] {
    weighing.effects.filter { select($0.effect) }.map { evidence, effect in
      let code: Reason.Code =
        switch effect {
        case .contradicts, .lowers: .cardContradicts
        case .supports: .cardSupports
        case .notes: .cardNotes
        }
      let isText = evidence.rule == .carrierText
      return Reason(isText && effect == .notes ? .carrierText : code, .card(evidence)).with {
        $0.on = .moment(evidence.readAt)
        $0.day = evidence.day.flatMap { CalendarDay($0) }
        $0.words = [evidence.says.rawValue]
      }
    }
  }

  private var balance: [Reason] {
    guard let (event, limit) = standing.lowBalance else { return [] }
    return [
      Reason(.lowBalance, .record(event)).with {
        $0.on = event.on
        $0.amount = limit
      }
    ]
  }

  private var future: [Reason] {
    let happened = Set(standing.happened.map(\.id))
    return history.events.filter { !happened.contains($0.id) && $0.on.isAfter(now) }
      .map { event in Reason(.inFuture, .record(event)).with { $0.on = event.on } }
  }

  // What makes the deciding clock less sure.
  private func doubts(about finding: ClockFinding) -> [Reason] {
    let provenance = standing.provenance(of: finding.clock)
    let source = source(of: finding)
    var reasons: [Reason] = []
    let assumed = standing.assumptions(behind: finding)
    if !assumed.isEmpty {
      reasons.append(Reason(.assumed, source, clock: finding.clock.id).with { $0.words = assumed })
    }
    if provenance?.quality == .userReport {
      reasons.append(Reason(.userReport, source, clock: finding.clock.id))
    }
    if finding.isZoneAssumed {
      reasons.append(
        Reason(.zoneAssumed, .init(.person), clock: finding.clock.id).with {
          $0.words = [finding.zone]
        })
    }
    return reasons
  }
}

extension Reason.Source {
  static func rule(_ rule: Rule?, _ provenance: Provenance?) -> Reason.Source {
    var source = Reason.Source(provenance == nil ? .person : .rule)
    source.rule = provenance == nil ? nil : rule?.id
    source.provenance = provenance
    return source
  }
}

extension Occurrence {
  // A day that has not happened lies ahead; nobody writes down days before the calendar's first.
  fileprivate func isAfter(_ now: Date) -> Bool {
    if case .moment(let moment) = self { moment > now } else { true }
  }
}
