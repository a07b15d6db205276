import CardState
import Foundation
import Testing

/// A read shows what the ledger knows of the lines on the card.
struct TrackedCardTests {
  @Test func anUnknownCardOffersTheCommandThatTracksIt() throws {
    let desk = try Desk()
    let text = try desk.output("--virtual plain-sim")
    let command = try #require(
      text.split(separator: "\n").first { $0.hasPrefix("    cardinfo ") }?
        .dropFirst("    cardinfo ".count))
    #expect(command == "line add --iccid 8944110123456789013 --name giffgaff --rule giffgaff")
    try desk.output(String(command))
    #expect(try desk.output("--virtual plain-sim").contains("? giffgaff  unknown"))
  }

  @Test func profilesAreLinesOfTheirOwn() throws {
    let desk = try Desk()
    try desk.output("line add --name travel --iccid 8944500123456789011 --expires 2027-05-25")
    try desk.output("line add --name hk --iccid 8985203012345678902 --rule 3hk")
    let cards = try desk.run("--virtual travel-euicc --json").reports()
    let lines = try #require(cards.first?.lines)
    #expect(lines.map(\.line.iccid) == ["8944500123456789011", "8985203012345678902"])
    #expect(lines.map(\.line.name) == ["travel", "hk"])
    #expect(cards.first?.untrackedLines == ["8933010123456789017"])
    #expect(lines.first?.verdict.dueOn == "2027-05-25")
    let text = try desk.output("--virtual travel-euicc")
    #expect(text.contains("● travel  active"))
    #expect(text.contains("not tracked yet"))
  }

  /// Programs take the lines of a card as they take those of `cardinfo lines`.
  @Test func aLineHasOneShapeInBothDocuments() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name a --iccid 898600B5112233445566 --rule china-mobile-prepaid",
      at: "2026-11-22")
    try desk.output("--virtual china-mobile", at: "2026-11-23")
    func lines(_ json: String, in cards: Bool) throws -> NSArray {
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let holder = cards ? (object?["cards"] as? [[String: Any]])?.first : object
      return try #require(holder?["lines"] as? NSArray)
    }
    let card = try desk.output("--virtual china-mobile --json", at: "2026-11-23")
    let list = try desk.output("lines --json", at: "2026-11-23")
    #expect(try lines(card, in: true) == lines(list, in: false))
    #expect(try lines(card, in: true).count == 1)
  }

  @Test func aKnownCardsReadIsKeptAndOthersOnlyWhenAsked() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 8944110123456789013")
    #expect(!(try desk.output("line show a").contains("card read")))
    try desk.output("--virtual plain-sim", at: "2026-01-05")
    #expect(try desk.output("line show a").contains("card read  2026-01-05 12:00"))
    try desk.output("--virtual german-sim || $CARDINFO --virtual mnc-3")
    try desk.output("--virtual iccid-18 --save", at: "2026-01-06")
    try desk.output("line add --name b --iccid 894922012345678904")
    #expect(try desk.output("line show b").contains("card read  2026-01-06 12:00"))
  }

  @Test func twoReadsTellThatItWasAliveBetweenThem() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name a --iccid 898600B5112233445566 --rule china-mobile-prepaid")
    try desk.output("log a topup 50 CNY --on 2026-01-01")
    try desk.output("--virtual china-mobile-refused", at: "2026-01-02")
    let text = try desk.output("--virtual china-mobile", at: "2026-01-05")
    #expect(text.contains("● a  active"))
    #expect(try desk.output("line show a", at: "2026-01-05").contains("since the read before"))
  }

  @Test func maskedAnswersHoldNoIdentifier() throws {
    let desk = try Desk()
    try desk.output("line add --name 'n 8944110' --iccid 8944110123456789013")
    for arguments in ["--virtual plain-sim --redact", "--virtual plain-sim --redact --json"] {
      let text = try desk.output(arguments)
      #expect(!text.contains("8944110"), "\(text)")
    }
  }

  @Test func aBrokenLedgerStandsBesideWhatWasRead() throws {
    let desk = try Desk()
    try desk.output("line add --name a")
    _ = try Command.bash(
      "printf 'no database, but text of some length' > \(desk.ledger)/ledger.sqlite")
    let result = try desk.run("--virtual plain-sim --json")
    #expect(result.status == 1)
    let document = try result.document()
    #expect(document.cards.first?.iccid == "8944110123456789013")
    #expect(document.errors.map(\.code) == ["ledger.damaged"])
  }

  @Test func aRefusedCardSaysSoThoughNothingIsKnownOfItsLine() throws {
    let desk = try Desk()
    try desk.output("line add --card --virtual china-mobile-refused", at: "2026-01-02")
    let read = try desk.output("--virtual china-mobile-refused", at: "2026-01-02")
    #expect(read.contains("▲") && read.contains("its home network refused"), "\(read)")
    let guide = try desk.output("renew 898600B5112233445566 guide", at: "2026-01-02")
    #expect(!guide.contains("there is nothing to do now"), "\(guide)")
    #expect(guide.contains("find out how it stands"), "\(guide)")
    #expect(try desk.output("lines", at: "2026-01-02").contains("find out how it"))
  }

  @Test func partialReadsDoNotHideWhatWasKnown() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566 --rule china-mobile-prepaid")
    try desk.output("log a topup 50 CNY --on 2026-01-01")
    try desk.output("--virtual china-mobile-refused", at: "2026-01-02")
    try desk.output("--virtual china-mobile --only identity", at: "2026-01-03")
    #expect(try desk.output("line show a", at: "2026-01-03").contains("its home network refused"))
  }

  @Test func aTextOfTheCarrierOnTheCardCounts() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566 --rule china-mobile-prepaid")
    try desk.output("log a topup 50 CNY --on 2026-10-01")
    try desk.output("--virtual china-mobile-refused --only identity,messages")
    #expect(
      try desk.output("line show a").contains("a text of the carrier gives 2026-12-31"))
  }

  /// Which carrier it is comes from the line, and not from what the same read happened to hold.
  @Test func aTextCountsAlsoWhereTheReadHasNothingElse() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 898600B5112233445566 --rule china-mobile-prepaid")
    try desk.output("log a topup 50 CNY --on 2026-10-01")
    try desk.output("--virtual china-mobile-refused --only messages")
    #expect(
      try desk.output("line show a").contains("a text of the carrier gives 2026-12-31"))
  }

  /// One of the card's messages is of China Mobile, and that is not this line's carrier.
  @Test func onlyTextsOfItsOwnCarrierCount() throws {
    let desk = try Desk()
    try desk.output("line add --name a --iccid 8944110123456789013 --rule giffgaff")
    try desk.output("log a call --on 2026-09-01")
    try desk.output("--virtual with-messages --only identity,messages,registration")
    #expect(!(try desk.output("line show a").contains("2026-12-31")))
  }
}
