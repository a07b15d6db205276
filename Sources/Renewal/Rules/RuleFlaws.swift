extension Rule {
  /// What is wrong with a rule although every member of it can be read.
  func flaws() -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    if !id.isName {
      flaws.append(
        .at("id", "\"\(id)\" is not a name; allowed: small letters, digits, single hyphens"))
    }
    if carrier.isEmpty { flaws.append(.at("carrier", "the carrier's name is empty")) }
    flaws += provenance.flaws().map { $0.inside(.member("provenance")) }
    for (index, clock) in clocks.enumerated() {
      var clockFlaws = clock.flaws()
      if clocks.prefix(index).contains(where: { $0.id == clock.id }) {
        clockFlaws.append(.at("id", "a clock named \"\(clock.id)\" stands above already"))
      }
      clockFlaws += referenceFlaws(of: clock)
      flaws += clockFlaws.map { $0.inside(.member("clocks"), .element(index)) }
    }
    return flaws
  }

  /// Clocks that wait for a clock that isn't there, or for themselves.
  private func referenceFlaws(of clock: Clock) -> [DataFlaw] {
    clock.anchor.enumerated().compactMap { index, anchor in
      guard case .clockEnd(let other, _) = anchor else { return nil }
      let path: JSONPlaces.Path = [.member("anchor"), .element(index), .member("clockEnd")]
      if !clocks.contains(where: { $0.id == other }) {
        return DataFlaw(
          path: path, message: "no clock is named \"\(other)\"; allowed: a clock of this rule")
      }
      return waits(clock.id, for: clock.id, [])
        ? DataFlaw(path: path, message: "the clock waits for its own end") : nil
    }
  }

  private func waits(_ id: Clock.ID, for target: Clock.ID, _ seen: Set<Clock.ID>) -> Bool {
    guard !seen.contains(id), let clock = clocks.first(where: { $0.id == id }) else { return false }
    return clock.anchor.contains { anchor in
      guard case .clockEnd(let other, _) = anchor else { return false }
      return other == target || waits(other, for: target, seen.union([id]))
    }
  }
}

extension Provenance {
  func flaws() -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    if source.isEmpty { flaws.append(.at("source", "the source is empty")) }
    if let url, !url.isWebAddress {
      flaws.append(.at("url", "\"\(url)\" is not an address; allowed: https://…, or no url at all"))
    }
    if let market, !market.isCountryCode {
      flaws.append(
        .at("market", "\"\(market)\" is not a country; allowed: two letters of ISO 3166-1"))
    }
    return flaws
  }
}
