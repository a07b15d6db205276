import CardState
import Testing

/// What a card says about its line, through real pcscd.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct EvidenceTests {
  @Test(arguments: [0, 4])
  func everyCardGivesExactlyItsEvidence(from first: Int) throws {
    let expected = Array(ExpectedEvidence.all.dropFirst(first).prefix(4))
    let result = try PCSCD.with(
      expected.map(\.card), "$CARDINFO --only identity,registration --json")
    #expect(result.status == 0, "\(result.errors)")
    let cards = try result.reports()
    #expect(cards.count == expected.count)
    for (card, expected) in zip(cards, expected) {
      let evidence = try #require(card.registration?.evidence)
      #expect(evidence.map(\.rule.rawValue) == [expected.rule], "\(expected.card)")
      #expect(evidence.map(\.says.rawValue) == [expected.says], "\(expected.card)")
      #expect(evidence.map(\.strength.rawValue) == [expected.strength], "\(expected.card)")
    }
  }
}
