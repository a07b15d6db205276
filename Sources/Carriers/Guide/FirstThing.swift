public import Renewal

extension Guide {
  /// The one thing to do now: what, by when, and the cheapest way that is known.
  public struct FirstThing: Equatable, Sendable, Encodable {
    /// What has to be done, and by when.
    public let duty: Duty
    /// The cheapest way to do it.
    public let way: GuideAction
  }

  /// What is enough for most lines: one way to check, what keeps it, two ways to pay, and how to see that
  /// it worked. The rest is in ``steps``.
  public var brief: [GuideAction] {
    steps.flatMap { $0.brief }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Guide.Step {
  private static let mostWays = 2

  fileprivate var brief: [GuideAction] {
    switch phase {
    case .check: Array(actions.filter(\.isEnabling) + actions.filter(\.asks).prefix(1))
    case .choose: Array(actions.prefix(1))
    case .renew:
      actions.filter { !$0.isWay }.filter { !$0.isAfterwards }
        + actions.filter(\.isWay).prefix(Self.mostWays)
        + actions.filter(\.isAfterwards)
    case .verify: Array(actions.prefix(1))
    }
  }
}

extension GuideAction {
  fileprivate var isEnabling: Bool { what == .enableProfile }

  fileprivate var asks: Bool {
    switch what {
    case .ask, .callHotline, .findCarrier: true
    default: false
    }
  }

  fileprivate var isWay: Bool {
    switch what {
    case .renew, .ask, .manageESIM, .callHotline, .callServiceNumber, .askSeller: true
    default: false
    }
  }

  fileprivate var isAfterwards: Bool { what == .submitRenewal || what == .useLine }
}

extension GuideCase {
  /// What has to be done first, with the cheapest way; absent where there is nothing to do.
  var firstThing: Guide.FirstThing? {
    guard let duty = verdict.duty, let way = cheapestWay(duty) else { return nil }
    return Guide.FirstThing(duty: duty, way: way)
  }

  private func cheapestWay(_ duty: Duty) -> GuideAction? {
    if open?.phase == .submitted { return GuideAction(.verifyRenewal) }
    switch duty.what {
    case .renew, .keepBalance: return choose.first
    case .buyPack, .topUp, .payAgain:
      return isRechargeable ? renew.first { $0.method != nil } ?? choose.first : choose.first
    case .verifyRenewal: return GuideAction(.verifyRenewal)
    case .activate: return enabling.first ?? GuideAction(.activateBy(duty.deadline))
    case .install: return facts(.esim).flatMap(\.actions).first ?? GuideAction(.askSeller)
    case .confirmRenewal, .findOut: return check.first { $0.method != nil } ?? check.first
    case .contactCarrier, .resume:
      return (hotlines + withoutHotline).first ?? GuideAction(.askSeller)
    case .prepareEnd: return GuideAction(.unlinkNumber)
    }
  }
}
