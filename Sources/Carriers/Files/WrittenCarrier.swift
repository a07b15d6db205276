import Renewal
import Words

/// A carrier as a file has it: sources stand once, and facts, matches and rules name them.
struct WrittenCarrier: Decodable {
  let id: Carrier.ID
  private let names: LocalText
  private let aliases: [String]
  private let kind: Carrier.Kind?
  private let hosts: [String]
  private let currency: Currency?
  private let dateOrder: DateOrder?
  private let matches: [WrittenMatch]
  let sources: [String: WrittenSource]
  private let facts: [WrittenFact]
  let rules: [Attempt<RuleEntry>]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, names, aliases, kind, hosts, currency, dateOrder, matches, sources, facts, rules
  }

  /// A rule in a carrier: whole, or the name of one that stands elsewhere.
  enum RuleEntry: Decodable {
    case named(Rule.ID)
    case whole(WrittenRule)

    private enum Name: String, CodingKey { case id }

    init(from decoder: any Decoder) throws {
      if let id = try? decoder.singleValueContainer().decode(String.self) {
        self = .named(id)
      } else if decoder.wantedPart == .carriers {
        self = .named(try decoder.container(keyedBy: Name.self).decode(String.self, forKey: .id))
      } else {
        self = .whole(try WrittenRule(from: decoder))
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    names = try container.decode(LocalText.self, forKey: .names)
    aliases = try container.decodeIfPresent([String].self, forKey: .aliases) ?? []
    kind = try container.decodeIfPresent(Carrier.Kind.self, forKey: .kind)
    hosts = try container.decodeIfPresent([String].self, forKey: .hosts) ?? []
    currency = try container.decodeIfPresent(Currency.self, forKey: .currency)
    dateOrder = try container.decodeIfPresent(DateOrder.self, forKey: .dateOrder)
    sources = try container.decodeIfPresent([String: WrittenSource].self, forKey: .sources) ?? [:]
    let isWanted = decoder.wantedPart != .rules
    matches =
      isWanted ? try container.decodeIfPresent([WrittenMatch].self, forKey: .matches) ?? [] : []
    facts = isWanted ? try container.decodeIfPresent([WrittenFact].self, forKey: .facts) ?? [] : []
    rules = try container.decodeIfPresent([Attempt<RuleEntry>].self, forKey: .rules) ?? []
  }

  /// The carrier with its rules; without what names a source that isn't there.
  ///
  /// - Parameters:
  ///   - country: the country of the file.
  ///   - shared: the sources of the file, which can be cited beside the carrier's own.
  func carrier(
    in country: String?, layer: Source.Layer, citing shared: [String: Source]
  ) -> (carrier: Carrier, rules: [Rule]) {
    let sources = citable(layer, shared)
    let entries = rules.compactMap { try? $0.result.get() }
    var carrier = Carrier(id: id, country: country, names: names)
    carrier.aliases = aliases
    carrier.kind = kind
    carrier.hosts = hosts
    carrier.currency = currency
    carrier.dateOrder = dateOrder
    carrier.matches = matches.compactMap { written in sources[written.source].map(written.match) }
    carrier.facts = facts.compactMap { written in sources[written.source].map(written.fact) }
    carrier.rules = entries.map { entry in
      switch entry {
      case .named(let id): id
      case .whole(let rule): rule.id
      }
    }
    let own = entries.compactMap { entry -> Rule? in
      guard case .whole(let rule) = entry else { return nil }
      return rule.rule(of: names, in: country, citing: sources)
    }
    return (carrier, own)
  }

  /// The sources that it can cite.
  func citable(_ layer: Source.Layer, _ shared: [String: Source]) -> [String: Source] {
    shared.merging(sources.mapValues { $0.source(in: layer) }) { _, own in own }
  }

  /// The sources that its matches and facts cite.
  var citations: [WrittenSource.Citation] {
    matches.enumerated().map { index, match in
      WrittenSource.Citation(match.source, needsDate: true)
        .inside(.member("matches"), .element(index))
    }
      + facts.enumerated().map { index, fact in
        WrittenSource.Citation(fact.source, needsDate: true, needsPage: fact.needsPage)
          .inside(.member("facts"), .element(index))
      }
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
    for (index, match) in matches.enumerated() {
      flaws += match.flaws.map { $0.inside(.member("matches"), .element(index)) }
    }
    for (index, fact) in facts.enumerated() {
      flaws += fact.flaws.map { $0.inside(.member("facts"), .element(index)) }
    }
    return flaws
  }
}

/// A match as a file has it: its source is a key.
struct WrittenMatch: Decodable {
  let match: (Source) -> Match
  let source: String
  private(set) var flaws: [DataFlaw] = []

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case plmn, imsiPrefix, iccidPrefix, gid1, gid2, spn, provider, providerPrefix, smdp, source
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    var values: [CodingKeys: String] = [:]
    for key in CodingKeys.allCases where key != .source {
      values[key] = try container.decodeIfPresent(String.self, forKey: key)
    }
    source = try container.decode(String.self, forKey: .source)
    match = { source in
      var match = Match(source: source)
      match.plmn = values[.plmn]
      match.imsiPrefix = values[.imsiPrefix]
      match.iccidPrefix = values[.iccidPrefix]
      match.gid1 = values[.gid1]
      match.gid2 = values[.gid2]
      match.spn = values[.spn]
      match.provider = values[.provider]
      match.providerPrefix = values[.providerPrefix]
      match.smdp = values[.smdp]
      return match
    }
    if values.isEmpty {
      flaws.append(DataFlaw(path: [], message: "a match without anything to match"))
    }
    for (key, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let allowed = Self.form(of: key, allows: value) {
        flaws.append(.at(key.rawValue, "\"\(value)\" can't be matched; allowed: \(allowed)"))
      }
    }
  }

  /// What a member allows, where a value is something else.
  private static func form(of key: CodingKeys, allows value: String) -> String? {
    func all(_ isAllowed: (Character) -> Bool, _ lengths: ClosedRange<Int>) -> Bool {
      lengths.contains(value.count) && value.allSatisfy(isAllowed)
    }
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    let isHexadecimal = { (character: Character) in character.isASCII && character.isHexDigit }
    switch key {
    case .plmn: return all(isDigit, 5...6) ? nil : "five or six digits"
    case .imsiPrefix:
      return all({ isDigit($0) || $0 == "x" }, 5...15) ? nil : "5 to 15 digits, x for any digit"
    case .iccidPrefix:
      return value.hasPrefix("89") && all(isHexadecimal, 4...20) ? nil : "89 and more digits"
    case .gid1, .gid2: return all(isHexadecimal, 1...40) ? nil : "hexadecimal digits"
    case .spn, .provider, .providerPrefix: return value.isEmpty ? "a name" : nil
    case .smdp: return value.isHostName ? nil : "the name of a host, in small letters"
    case .source: return nil
    }
  }
}

extension String {
  /// Whether it has the form of a host's name: labels of letters, digits and hyphens, at least two.
  fileprivate var isHostName: Bool {
    let labels = split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      }
  }
}
