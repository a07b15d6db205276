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

  /// What the carrier's facts say of something, the best sourced first, each way once.
  func facts(_ what: Fact.What) -> [Fact] {
    let sorted = (carrier?.facts(what) ?? []).enumerated().sorted {
      ($0.element.source.quality.rank, $0.offset) < ($1.element.source.quality.rank, $1.offset)
    }.map(\.element)
    var seen: Set<ContactMethod> = []
    return sorted.filter { fact in
      // A page or a plan is no way that could be said twice.
      guard let method = fact.method, what != .site else { return true }
      return seen.insert(method).inserted
    }
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
