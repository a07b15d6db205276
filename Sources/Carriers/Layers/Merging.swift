extension Carrier {
  /// Whether another layer's carrier is this one: by identifier, or, for one that has only a name,
  /// by name and country and a network that both have.
  func isSame(as other: Carrier) -> Bool {
    if id == other.id { return true }
    guard other.layer == .system || other.layer == .android, country == other.country else {
      return false
    }
    let networks = Set(matches.compactMap(\.plmn))
    return !spellings.isDisjoint(with: other.names.all.map(\.folded))
      && other.matches.contains { $0.plmn.map(networks.contains) == true }
  }

  /// Takes over what a later layer knows of the same carrier.
  mutating func take(_ later: Carrier) {
    aliases += (later.names.all + later.aliases).filter { !spellings.contains($0.folded) }
    country = country ?? later.country
    kind = kind ?? later.kind
    currency = currency ?? later.currency
    dateOrder = dateOrder ?? later.dateOrder
    hosts += later.hosts.filter { !hosts.contains($0) }
    rules += later.rules.filter { !rules.contains($0) }
    matches += later.matches
    facts += later.facts
  }

  private var layer: Layer? { matches.first?.source.layer ?? facts.first?.source.layer }
}
