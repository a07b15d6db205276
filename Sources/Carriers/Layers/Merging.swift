import Renewal
import Words

extension CarrierBook {
  /// A book of a person's own carriers and, behind them, those of a library.
  init(_ own: [CarrierFile], before library: any CarrierLibrary) {
    self.init()
    for file in own { add(file) }
    self.library = library
  }

  /// Adds what a file of a later layer says.
  mutating func add(_ file: CarrierFile) {
    add(file.carriers)
    if let country = file.country, dateOrders[country] == nil {
      dateOrders[country] = file.dateOrder
    }
  }

  /// Adds the carriers of a later layer.
  ///
  /// What is known already stays and stands first. A carrier that is there gains what the later
  /// layer knows of it: by identifier, or, for a layer that has only names, by name and country
  /// where both have a network in common.
  public mutating func add(_ later: [Carrier]) {
    let known = Dictionary(
      read.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var named: [String: [Int]] = [:]
    if later.contains(where: \.hasOnlyNames) {
      for (index, carrier) in read.enumerated() {
        for spelling in carrier.spellings { named[spelling, default: []].append(index) }
      }
    }
    for carrier in later {
      let namesakes =
        carrier.hasOnlyNames ? carrier.names.all.flatMap { named[$0.folded] ?? [] } : []
      if let index = known[carrier.id]
        ?? namesakes.first(where: { read[$0].isSame(as: carrier) })
      {
        read[index].take(carrier)
      } else {
        read.append(carrier)
      }
    }
  }
}

extension Carrier {
  /// Whether it is of a layer whose identifiers are nobody else's.
  fileprivate var hasOnlyNames: Bool {
    let layer = matches.first?.source.layer
    return layer == .system || layer == .android
  }

  /// Whether a namesake that has only names is this carrier.
  fileprivate func isSame(as other: Carrier) -> Bool {
    guard country == other.country else { return false }
    let networks = Set(matches.compactMap(\.plmn))
    return other.matches.contains { $0.plmn.map(networks.contains) == true }
  }

  /// Takes over what a later layer knows of the same carrier.
  fileprivate mutating func take(_ later: Carrier) {
    let known = spellings
    aliases += (later.names.all + later.aliases).filter { !known.contains($0.folded) }
    country = country ?? later.country
    kind = kind ?? later.kind
    currency = currency ?? later.currency
    dateOrder = dateOrder ?? later.dateOrder
    hosts += later.hosts.filter { !hosts.contains($0) }
    rules += later.rules.filter { !rules.contains($0) }
    matches += later.matches
    facts += later.facts
  }
}
