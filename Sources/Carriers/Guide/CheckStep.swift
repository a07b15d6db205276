import CardState
import Renewal

extension GuideCase {
  /// How to find out how the line stands.
  var check: [GuideAction] {
    var actions = profile?.state == .enabled ? [GuideAction(.profileIsEnabled)] : []
    actions += enabling
    actions += checks.flatMap(\.actions)
    if isESIM, checks.isEmpty {
      actions.append(GuideAction(.ask([.data, .validity], by: .app(url: nil))))
    }
    actions += hotlines
    actions += serviceNumbers
    if !actions.contains(where: { $0.method != nil }) { actions += withoutHotline }
    return actions + [GuideAction(.record(currency))]
  }

  /// Before anything is dialled or sent from the line, its profile has to be enabled.
  var enabling: [GuideAction] {
    profile?.state == .disabled ? [GuideAction(.enableProfile)] : []
  }

  /// The line's own currency, as far as something tells it.
  private var currency: Currency? {
    let rule = rule?.clocks.flatMap { clock in
      clock.tiers.map(\.from) + clock.qualifying.compactMap { $0.atLeast ?? $0.moreThan }
    }
    let own = [verdict.balance?.present, line.subscription?.fee, line.lowBalance].compactMap { $0 }
    return (own + attempts.compactMap(\.amount) + (rule ?? [])).first?.currency
  }

  /// Ways to ask; those that tell of the balance or the validity first.
  var checks: [Fact] {
    let all = facts(.check)
    return all.filter(\.tellsHowLong) + all.filter { !$0.tellsHowLong }
  }

  /// The carrier's hotlines, at home and from abroad.
  var hotlines: [GuideAction] { facts(.hotline).flatMap(\.actions) }

  /// How to ask a carrier without a hotline: on its pages, or where it was bought; and who it is, where
  /// that is not known.
  var withoutHotline: [GuideAction] {
    guard carrier != nil else { return [GuideAction(.findCarrier)] }
    let pages = facts(.site).filter { $0.isSite(for: .account) || $0.isSite(for: .help) }
      .flatMap(\.actions)
    return pages.isEmpty ? [GuideAction(.askSeller)] : pages
  }

  /// The carrier's own numbers on the card (EF.SDN, TS 31.102 §4.2.29).
  private var serviceNumbers: [GuideAction] {
    (card?.serviceNumbers ?? []).filter { $0.source == "EF.SDN" }.prefix(3).map {
      GuideAction(.callServiceNumber($0.number, name: $0.name))
    }
  }
}

extension Fact {
  /// Whether it tells how long the line goes on.
  fileprivate var tellsHowLong: Bool {
    guard case .check(let asks, _) = content else { return false }
    return asks.contains(.balance) || asks.contains(.validity)
  }

  /// Whether it is the address of a page for something.
  func isSite(for page: Page) -> Bool {
    if case .site(page, _) = content { return true }
    return false
  }
}
