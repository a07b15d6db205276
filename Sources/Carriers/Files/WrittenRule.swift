import Renewal

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
  private let note: String?
  private let clocks: [WrittenClock]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, carrier, market, plan, source, assumed, zone, note, clocks
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
    note = try container.decodeIfPresent(String.self, forKey: .note)
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
    return rule
  }

  /// Whose rule it is where any carrier's line can live by it.
  static let anyCarrier = "any carrier"

  /// The sources that it cites.
  var citations: [WrittenSource.Citation] {
    [WrittenSource.Citation(source)]
      + clocks.enumerated().flatMap { index, clock in
        clock.source.map {
          [WrittenSource.Citation($0).inside(.member("clocks"), .element(index))]
        } ?? []
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
    return flaws + clockFlaws
  }

  private var clockFlaws: [DataFlaw] {
    clocks.enumerated().flatMap { index, written in
      let clock = written.clock
      var flaws = clock.flaws()
      if clocks.prefix(index).contains(where: { $0.clock.id == clock.id }) {
        flaws.append(.at("id", "a clock named \"\(clock.id)\" stands above already"))
      }
      flaws += referenceFlaws(of: clock)
      return flaws.map { $0.inside(.member("clocks"), .element(index)) }
    }
  }

  /// Clocks that wait for a clock that isn't there, or for themselves.
  private func referenceFlaws(of clock: Clock) -> [DataFlaw] {
    clock.anchor.enumerated().compactMap { index, anchor in
      guard case .clockEnd(let other, _) = anchor else { return nil }
      let path: JSONPlaces.Path = [.member("anchor"), .element(index), .member("clockEnd")]
      if !clocks.contains(where: { $0.clock.id == other }) {
        return DataFlaw(
          path: path, message: "no clock is named \"\(other)\"; allowed: a clock of this rule")
      }
      return waits(clock.id, for: clock.id, [])
        ? DataFlaw(path: path, message: "the clock waits for its own end") : nil
    }
  }

  private func waits(_ id: Clock.ID, for target: Clock.ID, _ seen: Set<Clock.ID>) -> Bool {
    guard !seen.contains(id), let clock = clocks.first(where: { $0.clock.id == id })?.clock else {
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

  private enum CodingKeys: String, CodingKey, CaseIterable { case source, assumed }

  private static let members =
    Clock.CodingKeys.allCases.filter { $0 != .provenance }.map(\.rawValue)
    + CodingKeys.allCases.map(\.rawValue)

  init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(otherThan: Self.members)
    clock = try Clock(decoder.container(keyedBy: Clock.CodingKeys.self))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    source = try container.decodeIfPresent(String.self, forKey: .source)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed)
  }

  /// The clock with what it rests on, where that is not what the rule does.
  func clock(of rule: Provenance, citing sources: [String: Source]) -> Clock {
    guard source != nil || assumed != nil else { return clock }
    var provenance = rule
    if let source = source.flatMap({ sources[$0] }) { provenance.source = source }
    provenance.assumed = assumed ?? []
    var clock = clock
    clock.provenance = provenance
    return clock
  }
}
