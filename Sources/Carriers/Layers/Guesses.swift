extension CarrierBook {
  /// Who may be behind a card of which nothing is known but the server that its profile reports to,
  /// or who gave out such ICCIDs. Many can share either.
  public func guesses(for card: CardIdentity) -> [Candidate] {
    let found = served(card)
    return found.isEmpty ? card.iccid.flatMap { issuer(ofICCID: $0) }.map { [$0] } ?? [] : found
  }

  /// The carrier that gave out cards with such an ICCID, where that is all that is known.
  public func issuer(ofICCID iccid: String) -> Candidate? {
    guard let issuer = Issuer(iccid: iccid), let id = issuer.carrier, let carrier = self[id] else {
      return nil
    }
    let reason = Candidate.Reason(attribute: .issuer, source: issuer.source)
    return Candidate(carrier: carrier, score: Candidate.Attribute.issuer.weight, why: [reason])
  }
}
