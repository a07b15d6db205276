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
    return ways.sorted { $0.code == .keepByUse && $1.code != .keepByUse }
  }

  private func keeping(by qualifier: Qualifier, _ clock: Clock) -> [GuideAction] {
    let uses = qualifier.events.filter(Qualifier.Word.anyUse.contains).map(\.rawValue)
    let pays = qualifier.events.contains(.topUp) || qualifier.events.contains(.pack)
    let least = qualifier.atLeast ?? qualifier.moreThan ?? clock.tiers.first?.from
    func action(_ code: GuideAction.Code) -> GuideAction {
      GuideAction(code) {
        $0.amount = least
        $0.exclusive = qualifier.moreThan == nil ? nil : true
        $0.day = lastDay
      }
    }
    var actions: [GuideAction] = []
    if !uses.isEmpty {
      var use = action(.keepByUse)
      use.words = uses
      actions.append(use)
    }
    if pays { actions.append(action(.keepByPaying)) }
    return actions
  }

  private var plans: [GuideAction] {
    let offered = facts(.plan).map { GuideAction(.takePlan, $0) }
    guard offered.isEmpty else { return offered }
    return (line.plan.map { [$0] } ?? Line.Plan.allCases).map { form in
      GuideAction(.choosePlan) { $0.words = [form.rawValue] }
    }
  }
}
