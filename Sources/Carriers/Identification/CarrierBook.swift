public import Renewal
import Words

/// Carriers that are read when they are asked for.
protocol CarrierLibrary: Sendable {
  /// Adds to a book what can be what is wanted, and perhaps more.
  func add(_ wanted: WantedCarriers, to book: inout CarrierBook)
}

/// Which carriers are asked for.
enum WantedCarriers {
  case all
  case named(Carrier.ID)
  case withRule(Rule.ID)
  case ofCountry(String)
  /// No carrier, but the order of dates in a country.
  case dateOrder(String)
  case like(CardIdentity)
  case ofNetwork(String)
}

/// The carriers there are, of all layers, and the way to find one.
public struct CarrierBook: Sendable {
  /// The carriers that are read, those of the first layer first.
  var read: [Carrier] = []
  /// In which order dates are written, by country, as far as that is read.
  var dateOrders: [String: DateOrder] = [:]
  /// Where the others are: those of the layer behind.
  var library: (any CarrierLibrary)?

  /// A book of carriers, the first layer's first.
  public init(_ carriers: [Carrier] = []) { add(carriers) }

  /// All carriers, those of the first layer first.
  public var carriers: [Carrier] { reading(.all).read }

  /// The carriers of a country, two letters of ISO 3166-1.
  public func carriers(ofCountry country: String) -> [Carrier] {
    reading(.ofCountry(country)).read.filter { $0.country == country }
  }

  /// The carrier of an identifier.
  public subscript(id: Carrier.ID) -> Carrier? {
    reading(.named(id)).read.first { $0.id == id }
  }

  /// Those whose lines can live by a rule.
  public func carriers(withRule rule: Rule.ID) -> [Carrier] {
    reading(.withRule(rule)).read.filter { $0.rules.contains(rule) }
  }

  /// In which order dates are written in a country.
  func dateOrder(in country: String) -> DateOrder? {
    reading(.dateOrder(country)).dateOrders[country]
  }

  /// This book with what can be what is wanted, and with nothing left to read.
  func reading(_ wanted: WantedCarriers) -> CarrierBook {
    guard let library else { return self }
    var book = self
    book.library = nil
    library.add(wanted, to: &book)
    return book
  }

  /// The carriers that a card may be of, the likeliest first.
  public func candidates(for card: CardIdentity) -> [Candidate] {
    let found = served(card).filter { $0.why.map(\.attribute) != [.smdp] }
    return found.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.rank, right.element.rank)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
  }

  /// Whatever a card and a carrier have in common, were it the server alone.
  func served(_ card: CardIdentity) -> [Candidate] {
    reading(.like(card)).read.compactMap { $0.candidate(for: card) }
  }

  /// The carriers of a network: five or six digits.
  public func candidates(plmn: String) -> [Candidate] {
    var card = CardIdentity()
    card.plmns = [plmn]
    return candidates(for: card)
  }

  /// The carriers that give out cards with such an ICCID.
  public func candidates(iccid: String) -> [Candidate] {
    var card = CardIdentity()
    card.iccid = iccid
    return candidates(for: card)
  }

  /// The carriers that a network belongs to, of five or six digits; not those that run on it.
  public func owners(ofNetwork plmn: String) -> [Carrier] {
    reading(.ofNetwork(plmn)).read.filter { carrier in
      carrier.kind != .virtual && carrier.kind != .reseller
        && carrier.matches.contains { $0.isOfNetwork && $0.plmn == plmn }
    }
  }

  /// The carriers of a name: an identifier, a name in any language, an alias, or the beginning of
  /// one where nothing is named just so.
  public func carriers(named name: String) -> [Carrier] {
    let wanted = name.folded
    guard !wanted.isEmpty else { return [] }
    let all = carriers
    let exact = all.filter { $0.spellings.contains(wanted) }
    guard exact.isEmpty else { return exact }
    return all.filter { $0.spellings.contains { $0.hasPrefix(wanted) } }
  }
}

extension Candidate {
  /// What decides who comes first: the score; where no more than the network matched, the network's
  /// own carrier, and else the one that is on somebody's network.
  fileprivate var rank: [Int] {
    let isPlain = why.allSatisfy { $0.attribute == .plmn }
    let isVirtual = carrier.kind == .virtual || carrier.kind == .reseller
    let kind = carrier.kind == nil ? 1 : isPlain == isVirtual ? 0 : 2
    return [score, kind]
  }
}

extension [Int] {
  fileprivate static func > (left: [Int], right: [Int]) -> Bool {
    right.lexicographicallyPrecedes(left)
  }
}

extension Carrier {
  /// Its identifier and all its names, folded.
  var spellings: Set<String> { Set(([id] + names.all + aliases).map(\.folded)) }

  /// What of the card is this carrier's, taken over all its matches that hold.
  fileprivate func candidate(for card: CardIdentity) -> Candidate? {
    var why: [Candidate.Attribute: Source] = [:]
    for match in matches {
      for attribute in match.attributes(of: card) ?? [] where why[attribute] == nil {
        why[attribute] = match.source
      }
    }
    guard let source = why.values.first else { return nil }
    let names = [card.spn, card.provider].compactMap { $0?.folded }
    if why[.spn] == nil, why[.provider] == nil, !spellings.isDisjoint(with: names) {
      why[.name] = source
    }
    let reasons = why.map { Candidate.Reason(attribute: $0, source: $1) }
      .sorted { $0.attribute.weight > $1.attribute.weight }
    let score = reasons.map(\.attribute.weight).reduce(0, +)
    return Candidate(carrier: self, score: score, why: reasons)
  }
}
