import Renewal

extension GuideCase {
  /// What to choose: what keeps the line at the least cost, then what the carrier sells.
  var choose: [GuideAction] {
    keeping + plans
  }

  private var keeping: [GuideAction] {
    if rule?.clocks.isEmpty == true, line.clocks.isEmpty { return [GuideAction(.keepsForever)] }
    guard let clock = mainClock else { return [GuideAction(.keepUnknown)] }
    if clock.auto == .renew { return [GuideAction(.keepsItself)] }
    let ways = clock.effectiveQualifying.flatMap { keeping(by: $0, clock) }
    guard !ways.isEmpty else { return [GuideAction(.keepUnknown)] }
    let (uses, payments) = (ways.filter(\.isUse), ways.filter { !$0.isUse })
    return uses + payments
  }

  private func keeping(by qualifier: Qualifier, _ clock: Clock) -> [GuideAction] {
    let uses = qualifier.uses
    let pays = qualifier.events.contains(.topUp) || qualifier.events.contains(.pack)
    let least = qualifier.least(for: clock)
    return (uses.isEmpty ? [] : [GuideAction(.keepByUse(uses, least, until: lastDay))])
      + (pays ? [GuideAction(.keepByPaying(least, until: lastDay))] : [])
  }

  private var plans: [GuideAction] {
    let offered = facts(.plan).flatMap(\.actions)
    guard offered.isEmpty else { return offered }
    return (line.plan.map { [$0] } ?? Line.Plan.allCases).map { GuideAction(.choosePlan($0)) }
  }
}

extension GuideAction {
  fileprivate var isUse: Bool { if case .keepByUse = what { true } else { false } }
}
