public import CardState
public import Renewal

extension CarrierBook {
  /// Who may run a line, the likeliest first: the carrier that it is said to be of, then by the rule
  /// that it is said to have, then by its card.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - card: a read of its card, if there is one.
  public func carriers(of line: Line, on card: CardSnapshot?) -> [Carrier] {
    let found = candidates(for: CardIdentity(line, on: card))
    let best = found.first?.score
    let likely = found.filter { $0.score == best }.map(\.carrier)
    let bound = found.map(\.carrier).filter { carrier in
      line.rule.map(carrier.rules.contains) == true
    }
    let ruled = bound.isEmpty ? carriers(withRuleOf: line) : bound
    return [named(by: line), ruled, likely].reduce(into: []) { all, more in
      all += more.filter { carrier in !all.contains { $0.id == carrier.id } }
    }
  }

  /// Who most likely runs a line: the first of ``carriers(of:on:)``.
  public func carrier(of line: Line, on card: CardSnapshot?) -> Carrier? {
    if let said = named(by: line).first { return said }
    // The card tells nothing that the only one with the rule could not be.
    let ruled = carriers(withRuleOf: line)
    return ruled.count == 1 ? ruled.first : carriers(of: line, on: card).first
  }

  /// The carrier that a line is said to be of, if there is one.
  func named(by line: Line) -> [Carrier] {
    [line.carrier.flatMap { self[$0] }].compactMap { $0 }
  }

  /// Those whose lines live by the rule that a line is said to have.
  func carriers(withRuleOf line: Line) -> [Carrier] {
    guard let rule = line.rule else { return [] }
    return carriers(withRule: rule)
  }

  /// Those of whom a line's messages can be: who it is said to be of, or else whose rule it has, or
  /// else whom its card points to.
  public func senders(of line: Line, on card: CardSnapshot?) -> [Carrier] {
    let said = named(by: line)
    let ruled = said.isEmpty ? carriers(withRuleOf: line) : said
    guard ruled.count != 1 else { return ruled }
    let found = candidates(for: CardIdentity(line, on: card))
    let likely = found.filter { $0.score == found.first?.score }.map(\.carrier)
    return ruled.isEmpty ? likely : ruled
  }

  /// What is known of a line's carrier that helps to read its card; nothing where it can be several.
  public func hints(for line: Line, on card: CardSnapshot?) -> CarrierHints {
    let said = named(by: line)
    let ruled = said.isEmpty ? carriers(withRuleOf: line) : said
    // The card is asked only where neither line nor rule tells.
    guard ruled.count != 1 else { return hints(ruled) }
    let likely = carriers(of: line, on: card)
    let both = likely.filter { carrier in ruled.contains { $0.id == carrier.id } }
    return hints(both.isEmpty ? likely : both)
  }

  /// What is known of the carrier of a card in use that helps to read it; nothing where it can be
  /// several.
  public func hints(for card: CardSnapshot) -> CarrierHints {
    let found = candidates(for: CardIdentity(card))
    return hints(found.filter { $0.score == found.first?.score }.map(\.carrier))
  }

  /// What holds of a line that is of one of some carriers: the networks if that is one, the order of
  /// dates if they have the same.
  private func hints(_ likely: [Carrier]) -> CarrierHints {
    let orders = Set(likely.map { $0.dateOrder ?? $0.country.flatMap { dateOrder(in: $0) } })
    var hints = CarrierHints()
    if orders.count == 1 { hints.dateOrder = orders.first ?? nil }
    let currencies = Set(likely.map(\.currency))
    if currencies.count == 1 { hints.currency = currencies.first ?? nil }
    if likely.count == 1, let only = likely.first { hints.hosts = networks(hosting: only) }
    return hints
  }

  /// The networks that a carrier runs on and that are not its own, as MCC and MNC.
  private func networks(hosting carrier: Carrier) -> Set<String> {
    Set(
      carrier.hosts.flatMap { host in
        // A carrier's match that names more than the network is of cards, not of the network.
        self[host].map { $0.matches.filter(\.isOfNetwork).compactMap(\.plmn) } ?? [host]
      })
  }
}

extension Match {
  /// Whether it names a network and nothing else.
  var isOfNetwork: Bool {
    var network = Match(source: source)
    network.plmn = plmn
    return self == network
  }
}

extension CardIdentity {
  /// What is known of whose a line is: what its card says of it, where that was read.
  fileprivate init(_ line: Line, on card: CardSnapshot?) {
    guard let card, let iccid = line.iccid else {
      self.init()
      self.iccid = line.iccid
      return
    }
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    if card.iccid != iccid, let profile {
      self.init(profile)
    } else {
      self.init(card)
    }
  }
}
