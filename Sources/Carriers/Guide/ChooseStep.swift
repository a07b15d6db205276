import Renewal

extension GuideCase {
  /// What to choose: what keeps the line at the least cost, then what the carrier sells.
  var choose: [GuideAction] {
    isRechargeable ? keeping + plans : [GuideAction(.replaceLine(by: lastDay))]
  }

  private var keeping: [GuideAction] {
    if rule?.clocks.isEmpty == true, line.clocks.isEmpty { return [GuideAction(.keepsForever)] }
    guard let clock = mainClock else { return [GuideAction(.keepUnknown)] }
    if clock.once { return [GuideAction(.runsOnce)] }
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
    return (line.plan.map { [$0] } ?? sold).map { GuideAction(.choosePlan($0)) }
  }

  /// What a carrier that lists no plans can sell: sellers of travel eSIMs have data alone.
  private var sold: [Line.Plan] { carrier?.kind == .reseller ? [.data] : Line.Plan.allCases }
}

extension GuideAction {
  fileprivate var isUse: Bool { if case .keepByUse = what { true } else { false } }
}
