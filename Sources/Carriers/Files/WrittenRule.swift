import Renewal
import Words

/// A rule as a file has it: its sources are keys, and its carrier is the one that it stands in.
struct WrittenRule: Decodable {
  let id: Rule.ID
  /// Whose rule it is, where that is not said by the carrier that it stands in.
  let carrier: String?
  private let market: String?
  private let plan: String?
  private let source: String
  private let assumed: [Clock.Member]
  private let zone: Zone?
  private let from: CalendarDay?
  private let earlier: [WrittenTerms]
  private let note: LocalText?
  private let clocks: [WrittenClock]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, carrier, market, plan, source, assumed, zone, from, earlier, note, clocks
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    carrier = try container.decodeIfPresent(String.self, forKey: .carrier)
    market = try container.decodeIfPresent(String.self, forKey: .market)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    source = try container.decode(String.self, forKey: .source)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed) ?? []
    zone = try container.decodeIfPresent(Zone.self, forKey: .zone)
    from = try container.decodeIfPresent(CalendarDay.self, forKey: .from)
    earlier = try container.decodeIfPresent([WrittenTerms].self, forKey: .earlier) ?? []
    note = try container.decodeIfPresent(LocalText.self, forKey: .note)
    clocks = try container.decode([WrittenClock].self, forKey: .clocks)
  }

  /// The rule; nil where it cites what isn't there.
  ///
  /// - Parameters:
  ///   - carrier: the carrier that it stands in.
  ///   - country: the country of the file.
  ///   - sources: what it can cite.
  func rule(of carrier: LocalText?, in country: String?, citing sources: [String: Source]) -> Rule?
  {
    guard let source = sources[source] else { return nil }
    var provenance = Provenance(source)
    provenance.market = market ?? country
    provenance.plan = plan
    provenance.assumed = assumed
    var rule = Rule(
      id: id, carrier: self.carrier ?? carrier?.english ?? Self.anyCarrier, provenance: provenance,
      zone: zone, clocks: clocks.map { $0.clock(of: provenance, citing: sources) })
    rule.note = note
    rule.from = from
    rule.earlier = earlier.map { $0.version(of: provenance, citing: sources) }
    return rule
  }

  /// Whose rule it is where any carrier's line can live by it.
  static let anyCarrier = "any carrier"

  /// The sources that it cites.
  var citations: [WrittenSource.Citation] {
    [WrittenSource.Citation(source)] + clocks.citations
      + earlier.enumerated().flatMap { index, terms in
        terms.citations.map { $0.inside(.member("earlier"), .element(index)) }
      }
  }

  /// What is wrong with it although every member can be read.
  var flaws: [DataFlaw] {
    var flaws: [DataFlaw] = []
    if !id.isName {
      flaws.append(
        .at("id", "\"\(id)\" is not a name; allowed: small letters, digits, single hyphens"))
    }
    if carrier?.isEmpty == true { flaws.append(.at("carrier", "the carrier's name is empty")) }
    if let market, !market.isCountryCode {
      flaws.append(
        .at("market", "\"\(market)\" is not a country; allowed: two letters of ISO 3166-1"))
    }
    return flaws + clocks.flaws + earlierFlaws
  }

  /// Terms of before that can't be told from today's by their day, or are of other clocks.
  private var earlierFlaws: [DataFlaw] {
    var flaws: [DataFlaw] = []
    var until = from
    if from == nil, !earlier.isEmpty {
      flaws.append(
        .at("earlier", "terms of before need the day from which today's hold: \"from\""))
    }
    for (index, terms) in earlier.enumerated() {
      var own = terms.clocks.flaws
      if let since = terms.from, let until, since >= until {
        own.append(.at("from", "the latest terms stand first; allowed: a day before \(until)"))
      } else if terms.from == nil, index < earlier.count - 1 {
        own.append(.at("from", "only the oldest terms can do without the day they hold from"))
      }
      until = terms.from ?? until
      for (place, written) in terms.clocks.enumerated() {
        let today = clocks.first { $0.clock.id == written.clock.id }?.clock
        if today?.subject != written.clock.subject || today?.zone != written.clock.zone {
          own.append(
            DataFlaw(
              path: [.member("clocks"), .element(place), .member("id")],
              message: "\"\(written.clock.id)\" is no clock of today's; "
                + "allowed: one of the rule's, with its subject and its zone"))
        }
      }
      flaws += own.map { $0.inside(.member("earlier"), .element(index)) }
    }
    return flaws
  }
}

/// Terms that a rule had before, as a file has them.
struct WrittenTerms: Decodable {
  let from: CalendarDay?
  private let source: String?
  private let assumed: [Clock.Member]
  private let note: LocalText?
  let clocks: [WrittenClock]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case from, source, assumed, note, clocks
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    from = try container.decodeIfPresent(CalendarDay.self, forKey: .from)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed) ?? []
    note = try container.decodeIfPresent(LocalText.self, forKey: .note)
    clocks = try container.decode([WrittenClock].self, forKey: .clocks)
  }

  /// The terms, each clock with what it rests on.
  func version(of rule: Provenance, citing sources: [String: Source]) -> Rule.Version {
    var provenance = rule
    if let source = source.flatMap({ sources[$0] }) { provenance.source = source }
    provenance.assumed = assumed
    var version = Rule.Version(
      from: from,
      clocks: clocks.map { written in
        var clock = written.clock(of: provenance, citing: sources)
        clock.provenance = clock.provenance ?? provenance
        return clock
      })
    version.note = note
    return version
  }

  /// The sources that they cite.
  var citations: [WrittenSource.Citation] {
    (source.map { [WrittenSource.Citation($0)] } ?? []) + clocks.citations
  }
}

extension [WrittenClock] {
  /// The sources that the clocks of one list cite.
  fileprivate var citations: [WrittenSource.Citation] {
    enumerated().flatMap { index, clock in
      clock.citations.map { $0.inside(.member("clocks"), .element(index)) }
    }
  }

  /// What is wrong with the clocks of one list, by themselves and beside each other.
  fileprivate var flaws: [DataFlaw] {
    enumerated().flatMap { index, written in
      let clock = written.clock
      var flaws = clock.flaws()
      if prefix(index).contains(where: { $0.clock.id == clock.id }) {
        flaws.append(.at("id", "a clock named \"\(clock.id)\" stands above already"))
      }
      flaws += referenceFlaws(of: clock) + readingFlaws(of: clock)
      return flaws.map { $0.inside(.member("clocks"), .element(index)) }
    }
  }

  /// A reading of nothing, or of what is something else.
  private func readingFlaws(of clock: Clock) -> [DataFlaw] {
    guard let other = clock.readingOf else { return [] }
    let read = first { $0.clock.id == other }?.clock
    if read?.subject == clock.subject, read?.readingOf == nil, other != clock.id { return [] }
    return [
      .at(
        "readingOf",
        "\"\(other)\" can't be read in another way; allowed: a clock of this rule with the same "
          + "subject that is no reading itself")
    ]
  }

  /// Clocks that wait for a clock that isn't there, or for themselves.
  private func referenceFlaws(of clock: Clock) -> [DataFlaw] {
    clock.anchor.enumerated().compactMap { index, anchor in
      guard case .clockEnd(let other, _) = anchor else { return nil }
      let path: JSONPlaces.Path = [.member("anchor"), .element(index), .member("clockEnd")]
      if !contains(where: { $0.clock.id == other }) {
        return DataFlaw(
          path: path, message: "no clock is named \"\(other)\"; allowed: a clock of this rule")
      }
      return waits(clock.id, for: clock.id, [])
        ? DataFlaw(path: path, message: "the clock waits for its own end") : nil
    }
  }

  private func waits(_ id: Clock.ID, for target: Clock.ID, _ seen: Set<Clock.ID>) -> Bool {
    guard !seen.contains(id), let clock = first(where: { $0.clock.id == id })?.clock else {
      return false
    }
    return clock.anchor.contains { anchor in
      guard case .clockEnd(let other, _) = anchor else { return false }
      return other == target || waits(other, for: target, seen.union([id]))
    }
  }
}

/// A clock as a file has it: its source is a key.
struct WrittenClock: Decodable {
  /// The clock without what it rests on.
  let clock: Clock
  /// Its source, where that is not the rule's.
  let source: String?
  /// What was chosen for it, where that is not what was chosen for the rule.
  let assumed: [Clock.Member]?
  /// What its stages and the loss after them rest on, where that is not what the clock does.
  private let stages: [Citing]
  private let loss: Citing?

  /// The one member of a stage or of a loss that the file says in its own way.
  private struct Citing: Decodable { let source: String? }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case source, assumed, stages, loss, note
  }

  private static let members =
    Clock.CodingKeys.allCases.filter { $0 != .provenance }.map(\.rawValue)
    + [CodingKeys.source, .assumed].map(\.rawValue)

  init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(otherThan: Self.members)
    clock = try Clock(decoder.container(keyedBy: Clock.CodingKeys.self))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed)
    stages = try container.decodeIfPresent([Citing].self, forKey: .stages) ?? []
    loss = try container.decodeIfPresent(Citing.self, forKey: .loss)
    _ = try container.decodeIfPresent(LocalText.self, forKey: .note)
  }

  /// The sources that it cites.
  var citations: [WrittenSource.Citation] {
    func citation(_ source: String?, _ steps: JSONPlaces.Step...) -> [WrittenSource.Citation] {
      guard let source else { return [] }
      return [steps.reversed().reduce(WrittenSource.Citation(source)) { $0.inside($1) }]
    }
    return citation(source)
      + stages.enumerated().flatMap { citation($1.source, .member("stages"), .element($0)) }
      + citation(loss?.source, .member("loss"))
  }

  /// The clock with what it rests on, where that is not what the rule does.
  func clock(of rule: Provenance, citing sources: [String: Source]) -> Clock {
    var clock = clock
    for (index, citing) in stages.enumerated() {
      clock.stages?[index].source = citing.source.flatMap { sources[$0] }
    }
    clock.loss?.source = loss?.source.flatMap { sources[$0] }
    guard source != nil || assumed != nil else { return clock }
    var provenance = rule
    if let source = source.flatMap({ sources[$0] }) { provenance.source = source }
    provenance.assumed = assumed ?? []
    clock.provenance = provenance
    return clock
  }
}
