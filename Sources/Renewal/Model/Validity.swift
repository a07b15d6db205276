public import Words

/// How long a plan lasts, as its name or a person says it, and what it counts from.
public struct Validity: Codable, Equatable, Sendable {
  /// How long.
  public var term: Period
  /// What it counts from; absent where nobody says.
  public var start: Start?

  /// A term, and what it counts from.
  public init(_ term: Period, from start: Start? = nil) {
    self.term = term
    self.start = start
  }

  /// What a plan's term counts from.
  public enum Start: String, Vocabulary {
    /// The installation of the profile.
    case installation
    /// The first registration with a network, or whatever else shows that it was used.
    case firstUse
    /// The day on which it was activated.
    case activation
  }
}

extension Validity {
  /// The clock that counts it down: the one that the line's rule has for what was bought, with this
  /// term, or one of its own.
  ///
  /// Where neither person nor rule says what it counts from, it counts from the installation: nothing
  /// can start earlier. That is marked as assumed.
  ///
  /// - Parameters:
  ///   - rule: The line's rule, if it has one.
  ///   - today: The day on which that is said.
  public func clock(beside rule: Rule?, on today: CalendarDay?) -> Clock {
    let ofRule = rule?.clocks.first { clock in
      clock.subject == .pack && clock.readingOf == nil && clock.auto == .none
    }
    var clock = ofRule ?? Clock(id: Clock.packID, .pack, anchor: [])
    clock.provenance = ofRule.flatMap { $0.provenance ?? rule?.provenance }
    clock.period = term
    clock.tiers = []
    if ofRule == nil { clock.renewFrom = .laterOfBoth }
    switch start {
    case .installation: clock.anchor = [.install]
    case .firstUse: clock.anchor = [.firstAttach]
    case .activation: clock.anchor = [.activation]
    case nil where clock.anchor.isEmpty:
      clock.anchor = [.install]
      clock.provenance = .unsaidStart(on: today)
    case nil: break
    }
    return clock
  }
}

extension Line {
  /// Counts a plan's validity down, in place of what counted it before.
  public mutating func take(_ validity: Validity, by rule: Rule?, on today: CalendarDay?) {
    let clock = validity.clock(beside: rule, on: today)
    clocks.removeAll { $0.id == clock.id }
    clocks.append(clock)
  }

  /// The validity of its plan, if it has a clock of its own for that. What it counts from is absent
  /// where that is assumed, or as its carrier's rule says.
  public var validity: Validity? {
    guard let clock = planClock, let term = clock.period else { return nil }
    return Validity(
      term, from: isStartAssumed ? nil : clock.anchor.first.flatMap(Validity.Start.init))
  }

  /// Whether its plan counts from the installation only because nobody said from when.
  public var isStartAssumed: Bool { planClock?.provenance?.assumed.contains(.anchor) == true }

  private var planClock: Clock? { clocks.first { $0.subject == .pack } }
}

extension Validity.Start {
  /// What an anchor counts from, where it is one of these.
  fileprivate init?(_ anchor: Anchor) {
    switch anchor {
    case .install: self = .installation
    case .firstAttach: self = .firstUse
    case .activation: self = .activation
    case .purchase, .firstData, .lastTopUp, .lastChargeable, .lastUse, .clockEnd, .billingDay,
      .explicitDate:
      return nil
    }
  }
}

extension Provenance {
  /// A term that the name of a plan gives, and no more.
  fileprivate static func unsaidStart(on today: CalendarDay?) -> Provenance {
    var provenance = Provenance(
      Source(title: "the plan's name", date: today, quality: .secondary, layer: .person))
    provenance.assumed = [.anchor]
    return provenance
  }
}

extension Validity.Start {
  /// What it counts from, in words.
  public var words: Words {
    switch self {
    case .installation: Words("the installation")
    case .firstUse: Words("the first use")
    case .activation: Words("the activation")
    }
  }
}
