import CardState
import Renewal

extension GuideCase {
  /// How to renew: pay, use, or for an eSIM the carrier's app.
  var renew: [GuideAction] {
    var actions: [GuideAction] = []
    if profile?.state == .disabled { actions.append(GuideAction(.enableProfile)) }
    if isESIM { actions += inApp }
    actions += facts(.renew).flatMap(\.actions)
    actions += facts(.site).filter { $0.isSite(for: .topUp) }.flatMap(\.actions)
    if isESIM { actions += facts(.esim).flatMap(\.actions) }
    if actions.isEmpty { actions += shops.isEmpty ? [GuideAction(.askSeller)] : shops }
    if needsUse { actions.append(GuideAction(.useLine)) }
    return actions
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
