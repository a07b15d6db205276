import CardState
import Testing

/// Every card that must read, through real pcscd: four readers at a time.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct CardsInReadersTests {
  @Test(arguments: batches)
  func read(expected: [ExpectedCard]) throws {
    let result = try PCSCD.with(expected.map(\.name), "$CARDINFO --json")
    #expect(result.status == 0, "\(result.errors)")
    let document = try result.document()
    #expect(document.errors.isEmpty)
    #expect(document.cards.count == expected.count)
    for (index, card) in expected.enumerated() {
      let read = document.cards.first { $0.reader.name == "Virtual slot \(index + 1) 00 00" }
      card.verify(try #require(read))
    }
  }

  @Test func nineExchanges() throws {
    let result = try PCSCD.with(["plain-euicc"], "$CARDINFO --only identity,profiles --json")
    let card = try #require(try result.document().cards.first)
    #expect(card.cost.apdus == 9)
    #expect(card.subscriber?.imsi == "525011234567890")
    #expect(card.euiccs.first?.profiles?.count == 1)
  }

  @Test func sixtyProfiles() throws {
    let result = try PCSCD.with(["sixty-profiles"], "$CARDINFO profiles --json")
    #expect(try result.document().cards.first?.euiccs.first?.profiles?.count == 60)
  }

  @Test func aSecondReadFindsTheSame() throws {
    // The first leaves the card as a reset does, or the second would meet its ISD-R.
    let result = try PCSCD.with(["travel-euicc"], "$CARDINFO --json >/dev/null; $CARDINFO --json")
    let card = try #require(try result.document().cards.first)
    try #require(ExpectedCard.named("travel-euicc")).verify(card)
    #expect(card.cost.apdus == 31)
  }

  /// Four cards to a pcscd.
  private static let batches: [[ExpectedCard]] = stride(from: 0, to: ExpectedCard.all.count, by: 4)
    .map { Array(ExpectedCard.all.dropFirst($0).prefix(4)) }
}
