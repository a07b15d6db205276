import CardState
import Renewal

extension GuideCase {
  /// How to see that it took effect: what must have changed, on the card and at the carrier.
  var verify: [GuideAction] {
    var actions: [GuideAction] = []
    if let day = verdict.dueOn ?? verdict.clocks.filter(\.governs).compactMap(\.lastDay).min() {
      actions.append(GuideAction(.expectDate(laterThan: day)))
    } else {
      actions.append(GuideAction(.expectNews))
    }
    if let amount = open?.amount ?? least {
      actions.append(GuideAction(.expectBalance(amount)))
    }
    if [.suspended, .quarantined].contains(verdict.state) || wasRefused {
      actions.append(GuideAction(.expectRegistration))
    }
    if profile?.state == .disabled { actions.append(GuideAction(.expectEnabled)) }
    let compare = GuideAction(line.iccid == nil ? .verifyRenewal : .readAgain)
    return [compare] + actions
      + checks.prefix(1).flatMap(\.actions)
  }

  /// The renewal that is under way.
  var open: RenewalAttempt? { attempts.first { $0.phase == .planned || $0.phase == .submitted } }

  /// Whether the card said that a network refused it.
  var wasRefused: Bool {
    let refusals: Set<Evidence.Rule> = [.refusedByHome, .refusedSubscriber]
    return !refusals.isDisjoint(with: registration.map(\.rule))
  }

  /// What the last read says about its registration.
  var registration: [Evidence] {
    guard let card, card.iccid == line.iccid else { return [] }
    return Evidence.ofRegistration(in: CardReading(card))
  }

  private var least: Money? {
    let qualifiers = mainClock?.effectiveQualifying ?? []
    let paying = qualifiers.filter { $0.events.contains(.topUp) }
    return paying.compactMap { $0.atLeast ?? $0.moreThan }.first ?? mainClock?.tiers.first?.from
  }
}
