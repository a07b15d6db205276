import Renewal

/// A carrier as a file has it: sources stand once, and facts and matches name them.
struct WrittenCarrier: Decodable {
  private let id: Carrier.ID
  private let names: LocalText
  private let aliases: [String]
  private let kind: Carrier.Kind
  private let hosts: [String]
  private let rules: [Rule.ID]
  private let currency: Currency?
  private let dateOrder: DateOrder?
  private let matches: [WrittenMatch]
  private let sources: [String: WrittenSource]
  private let facts: [WrittenFact]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, names, aliases, kind, hosts, rules, currency, dateOrder, matches, sources, facts
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    names = try container.decode(LocalText.self, forKey: .names)
    aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
    kind = try container.decode(Carrier.Kind.self, forKey: .kind)
    hosts = try container.decodeIfPresent([String].self, forKey: .hosts) ?? []
    rules = try container.decodeIfPresent([Rule.ID].self, forKey: .rules) ?? []
    currency = try container.decodeIfPresent(Currency.self, forKey: .currency)
    dateOrder = try container.decodeIfPresent(DateOrder.self, forKey: .dateOrder)
    matches = try container.decodeIfPresent([WrittenMatch].self, forKey: .matches) ?? []
    sources = try container.decodeIfPresent([String: WrittenSource].self, forKey: .sources) ?? [:]
    facts = try container.decodeIfPresent([WrittenFact].self, forKey: .facts) ?? []
  }

  /// The carrier; without what names a source that isn't there.
  func carrier(in country: String?, layer: Layer) -> Carrier {
    var carrier = Carrier(id: id, country: country, names: names)
    carrier.aliases = aliases
    carrier.kind = kind
    carrier.hosts = hosts
    carrier.rules = rules
    carrier.currency = currency
    carrier.dateOrder = dateOrder
    carrier.matches = matches.compactMap { written in
      sources[written.source].map { written.match($0.source(in: layer)) }
    }
    carrier.facts = facts.compactMap { written in
      sources[written.source].map { written.fact(from: $0.source(in: layer)) }
    }
    return carrier
  }

  /// What is wrong with it although every member can be read.
  var flaws: [DataFlaw] {
    var flaws = names.flaws().map { $0.inside(.member("names")) }
    if !id.isName {
      flaws.append(
        .at("id", "\"\(id)\" is not a name; allowed: small letters, digits, single hyphens"))
    }
    for host in hosts where !host.isName {
      flaws.append(.at("hosts", "\"\(host)\" is neither a carrier's name nor a PLMN"))
    }
    for (key, source) in sources {
      flaws += source.flaws.map { $0.inside(.member("sources"), .member(key)) }
    }
    for (index, match) in matches.enumerated() {
      let found = match.flaws + missing(match.source)
      flaws += found.map { $0.inside(.member("matches"), .element(index)) }
    }
    for (index, fact) in facts.enumerated() {
      let found = fact.flaws + missing(fact.source)
      flaws += found.map { $0.inside(.member("facts"), .element(index)) }
    }
    return flaws
  }

  private func missing(_ source: String) -> [DataFlaw] {
    guard sources[source] == nil else { return [] }
    let known = sources.keys.sorted().joined(separator: ", ")
    return [.at("source", "no source is named \"\(source)\"; allowed: \(known)")]
  }
}
