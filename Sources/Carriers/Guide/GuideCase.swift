public import CardState
public import FoundationEssentials
public import Renewal

/// What a guide is made from: the line, where it stands, who runs it, and what its card said last.
public struct GuideCase: Sendable {
  /// The line.
  public var line: Line
  /// Where it stands.
  public var verdict: Verdict
  /// Its rule.
  public var rule: Rule?
  /// The tries to renew it, the last one first.
  public var attempts: [RenewalAttempt]
  /// Who may run it, the likeliest first.
  public var carriers: [Carrier]
  /// The last read that has it.
  public var card: CardSnapshot?
  /// The moment to guide at.
  public var now: Date
  /// The person's zone.
  public var zone: TimeZone

  /// A line of which nothing but where it stands is known.
  public init(line: Line, verdict: Verdict, now: Date, zone: TimeZone) {
    self.line = line
    self.verdict = verdict
    self.attempts = []
    self.carriers = []
    self.now = now
    self.zone = zone
  }

  /// Who runs it, most likely.
  var carrier: Carrier? { carriers.first }

  /// Its profile on an eUICC, where it is one.
  var profile: Profile? {
    guard let iccid = line.iccid else { return nil }
    return card?.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
  }

  /// Whether it is an eSIM: a profile on an eUICC.
  var isESIM: Bool { profile != nil || carrier?.kind == .reseller }

  /// The clocks that it lives by: its own, and its rule's.
  var clocks: [Clock] {
    let all = Rule.clocks(of: line, by: rule)
    let governing = Set(verdict.clocks.filter(\.governs).map(\.clock))
    return all.filter { governing.contains($0.id) }
  }

  /// The clock that ends first of those that it lives by.
  var mainClock: Clock? {
    clocks.first { $0.id == verdict.dueClock } ?? clocks.first { !$0.subject.waits } ?? clocks.first
  }

  /// The last day that helps.
  var lastDay: CalendarDay? {
    let main = verdict.clocks.first { $0.clock == mainClock?.id }
    let days = verdict.next.compactMap { step in
      // What the carrier's text says may be right.
      if case .recordNotice(let day) = step.action { day } else { step.by }
    }
    return days.min() ?? main?.strictLastDay ?? verdict.dueOn
  }

  /// What the carrier's facts say of something: of the whole country before a part of it, the best
  /// sourced first, each way once in a region.
  func facts(_ what: Fact.What) -> [Fact] {
    let sorted = (carrier?.facts(what) ?? []).enumerated().sorted {
      rank($0.element, $0.offset).lexicographicallyPrecedes(rank($1.element, $1.offset))
    }.map(\.element)
    var seen: Set<WayInRegion> = []
    return sorted.filter { fact in
      // A page is no way that could be said twice.
      guard let method = fact.method, what != .site else { return true }
      return seen.insert(WayInRegion(fact.service, method, part(fact))).inserted
    }
  }

  /// What the carrier does on request.
  func services(_ kinds: Service.Kind...) -> [GuideAction] {
    let all = facts(.service)
    return kinds.flatMap { kind in all.filter { $0.service == kind }.flatMap(\.actions) }
  }

  /// That the carrier publishes nothing on something, where that was looked for.
  func unpublished(_ topics: Topic...) -> [GuideAction] {
    facts(.unpublished).flatMap(\.actions).filter { action in
      if case .unpublished(let topic) = action.what { topics.contains(topic) } else { false }
    }
  }

  private struct WayInRegion: Hashable {
    let service: Service.Kind?
    let method: ContactMethod
    let part: String?

    init(_ service: Service.Kind?, _ method: ContactMethod, _ part: String?) {
      self.service = service
      self.method = method
      self.part = part
    }
  }

  private func rank(_ fact: Fact, _ place: Int) -> [Int] {
    [part(fact) == nil ? 0 : 1, fact.source.quality.rank, place]
  }

  /// The part of the carrier's country that a fact is limited to.
  private func part(_ fact: Fact) -> String? {
    fact.region.flatMap { $0 == carrier?.country ? nil : $0 }
  }
}

extension Fact {
  fileprivate var service: Service.Kind? {
    if case .service(let service) = content { service.kind } else { nil }
  }
}

extension Subject {
  /// Whether such a clock waits for a first use.
  fileprivate var waits: Bool { self == .activationWindow || self == .profileDownload }
}

extension Source.Quality {
  fileprivate var rank: Int {
    switch self {
    case .operatorsOwn: 0
    case .secondary: 1
    case .userReport: 2
    }
  }
}
