import Renewal
import Words

/// The carriers there are, of all layers, and the way to find one.
public struct CarrierBook: Equatable, Sendable {
  /// All carriers, those of the first layer first.
  public internal(set) var carriers: [Carrier] = []
  /// In which order dates are written, by country.
  var dateOrders: [String: DateOrder] = [:]

  /// A book of carriers, the first layer's first.
  public init(_ carriers: [Carrier] = []) { add(carriers) }

  /// The carrier of an identifier.
  public subscript(id: Carrier.ID) -> Carrier? { carriers.first { $0.id == id } }

  /// The carriers that a card may be of, the likeliest first.
  public func candidates(for card: CardIdentity) -> [Candidate] {
    carriers.compactMap { $0.candidate(for: card) }.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.rank, right.element.rank)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
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

  /// The carriers of a name: an identifier, a name in any language, an alias, or the beginning of
  /// one where nothing is named just so.
  public func carriers(named name: String) -> [Carrier] {
    let wanted = name.folded
    guard !wanted.isEmpty else { return [] }
    let exact = carriers.filter { $0.spellings.contains(wanted) }
    guard exact.isEmpty else { return exact }
    return carriers.filter { $0.spellings.contains { $0.hasPrefix(wanted) } }
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
