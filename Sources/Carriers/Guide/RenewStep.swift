import CardState
import Renewal

extension GuideCase {
  /// How to renew: pay, use, or for an eSIM the carrier's app.
  var renew: [GuideAction] {
    guard isRechargeable else { return [GuideAction(.replaceLine(by: lastDay))] }
    let use = needsUse ? enabling + [GuideAction(.useLine)] : []
    switch open?.phase {
    case .submitted?: return [GuideAction(.verifyRenewal)]
    case .planned?: return enabling + ways + [GuideAction(.submitRenewal)] + use
    default:
      return enabling + [GuideAction(.startRenewal)] + ways + [GuideAction(.submitRenewal)] + use
    }
  }

  /// The ways to pay, or to ask how.
  private var ways: [GuideAction] {
    var ways = isESIM ? inApp : []
    ways += facts(.renew).flatMap(\.actions)
    ways += facts(.site).filter { $0.isSite(for: .topUp) }.flatMap(\.actions)
    if isESIM { ways += facts(.esim).flatMap(\.actions) }
    if ways.isEmpty { ways += shops.isEmpty ? [GuideAction(.askSeller)] : shops }
    return ways
  }

  /// Whether money carries it on. Only a rule whose terms take none, of a carrier that offers no way
  /// to pay, says that it doesn't.
  var isRechargeable: Bool {
    guard let rule, !rule.clocks.isEmpty, facts(.renew).isEmpty else { return true }
    let clocks = rule.clocks + line.clocks
    return clocks.contains { clock in
      let takes = clock.effectiveQualifying.flatMap(\.events)
      return clock.auto != .none || takes.contains { $0 != .install && $0 != .activation }
    }
  }

  /// Install the carrier's app, bind the account, pick and pay.
  private var inApp: [GuideAction] {
    let known = facts(.app).prefix(1).flatMap(\.actions)
    let app = known.isEmpty ? [GuideAction(.installApp(carrier?.names, at: nil))] : known
    return app + [GuideAction(.bindAccount), GuideAction(.pickAndPay)]
  }

  private var shops: [GuideAction] {
    facts(.site).filter { $0.isSite(for: .shops) }.flatMap(\.actions) + hotlines
  }

  /// Whether only use keeps it.
  private var needsUse: Bool {
    let qualifying = mainClock?.effectiveQualifying ?? []
    return !qualifying.isEmpty
      && qualifying.allSatisfy { $0.events.allSatisfy(Qualifier.Word.anyUse.contains) }
  }
}
