import FoundationEssentials

/// The clocks of a line, from wherever they come.
struct LineClocks {
  /// Each clock that counts down for the line.
  let all: [Clock]
  /// The clock that its plan goes by.
  let plan: Clock.ID?

  /// - Parameters:
  ///   - line: the line; its own clocks take the place of those of the rule that they are named like.
  ///   - rule: its rule.
  ///   - history: what happened to it. Packs that have a term of their own count one down, also where
  ///     the rule does not speak of packs.
  ///   - today: the person's day.
  init(_ line: Line, _ rule: Rule?, _ history: History, on today: CalendarDay?) {
    let ruled = Rule.clocks(of: line, by: rule).filter { rule?.isAhead($0, on: today) != true }
    var clocks = ruled
    var plan: Clock.ID?
    if let subscription = line.subscription {
      if let index = clocks.firstIndex(where: \.goesByPlans) {
        clocks[index].take(subscription)
        plan = clocks[index].id
      } else {
        clocks.append(Clock(subscription, billingDay: line.billingDay))
        plan = Clock.planID
      }
    }
    if !clocks.contains(where: \.takesPacks), history.events.contains(where: \.isPackWithTerm) {
      clocks.append(.packs)
    }
    // A day that somebody gave is one to act by, although no rule speaks of it.
    if ruled.isEmpty, history.events.contains(where: \.givesItsLastDay) {
      clocks.append(.givenDate)
    }
    all = clocks
    self.plan = plan
  }
}

extension Clock {
  /// The name of the clock of a plan that no clock of the line's rule speaks of.
  static let planID: ID = "plan"
  /// The name of the clock of what was bought, where no rule speaks of it.
  static let packID: ID = "pack"

  /// A clock of packs that each bring their term.
  fileprivate static let packs: Clock = {
    var clock = Clock(id: packID, .pack, anchor: [.purchase])
    clock.renewFrom = .laterOfBoth
    return clock
  }()

  /// A plan's own clock. Its first day counts: a month from the 1st renews on the 1st.
  fileprivate init(_ subscription: Subscription, billingDay: Int?) {
    let hasRhythm = billingDay != nil && subscription.period.isOfMonths
    self.init(
      id: Self.planID, .pack,
      anchor: hasRhythm
        ? [.billingDay(nil)] : [.activation, .purchase, .install, .firstAttach, .firstData])
    firstDayCounts = true
    renewFrom = .laterOfBoth
    take(subscription)
  }

  fileprivate mutating func take(_ subscription: Subscription) {
    let isOfBillingDay = anchor.contains { $0.word == .billingDay }
    if !isOfBillingDay || subscription.period.isOfMonths { period = subscription.period }
    switch subscription.renewal {
    case .balance, .card: auto = .renew
    case .none: auto = .none
    }
  }

  /// Whether it is of the kind that a plan gives its term to.
  fileprivate var goesByPlans: Bool {
    auto == .renew || anchor.contains { $0.word == .billingDay }
      || subject == .pack && period == nil
  }

  /// Whether a bought pack counts on it.
  fileprivate var takesPacks: Bool { subject == .pack || goesByPlans }

  /// Whether it goes on by itself, whoever pays.
  var goesOnByItself: Bool { auto != .none }
}

extension Period {
  fileprivate var isOfMonths: Bool { unit == .month || unit == .year }
}

extension Event {
  /// Whether it says until when the line itself lasts.
  fileprivate var givesItsLastDay: Bool {
    (kind == .notice || kind == .explicitDate) && date != nil
      && clock.map(Clock.givenDate.isNamed) ?? true
  }

  fileprivate var isPackWithTerm: Bool { kind == .pack && term != nil }
}
