import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

/// Every card that must read, without a reader in between.
struct CardsInProcessTests {
  @Test(arguments: ExpectedCard.all)
  func reads(expected: ExpectedCard) throws {
    let card = try #require(NamedCard.named(expected.name)).make()
    expected.verify(try snapshot(of: card))
  }

  @Test(arguments: NamedCard.catalog.map(\.name))
  func aReadChangesNothingAndUsesNoTry(name: String) throws {
    let card = try #require(NamedCard.named(name)).make()
    _ = try? snapshot(of: card, .full)
    #expect(card.changes.isEmpty)
    #expect(card.pinTriesUsed == 0)
  }

  @Test func allSixtyProfilesAreRead() throws {
    let card = try #require(NamedCard.named("sixty-profiles")).make()
    let profiles = try #require(try snapshot(of: card).euiccs.first?.profiles)
    #expect(profiles.count == 60)
    #expect(Set(profiles.compactMap(\.iccid)).count == 60)
    #expect(profiles.last?.name == "Data plan 60")
  }

  @Test func identityAndProfilesOfAPlainEUICCAreNineExchanges() throws {
    let card = try #require(NamedCard.named("plain-euicc")).make()
    let snapshot = try snapshot(of: card, ReadingPlan([.identity, .profiles]))
    #expect(snapshot.cost.apdus == 9)
    #expect(card.exchangeCount == 9)
    #expect(snapshot.subscriber?.imsi == "525011234567890")
    #expect(snapshot.subscriber?.mnc == "01")
    #expect(snapshot.euiccs.first?.profiles?.count == 1)
  }

  @Test func identityOfASIMIsFourExchanges() throws {
    let card = try #require(NamedCard.named("plain-sim")).make()
    #expect(try snapshot(of: card, ReadingPlan([.identity])).cost.apdus == 4)
  }

  @Test func anotherDirectoryLeftCurrentDoesNotMislead() throws {
    // Another program has selected the USIM, where short identifier 02 is EF.LI.
    let card = try #require(NamedCard.named("plain-sim")).make()
    _ = try card.transmit([0x00, 0xA4, 0x04, 0x04, 0x07, 0xA0, 0, 0, 0, 0x87, 0x10, 0x02])
    #expect(try snapshot(of: card).iccid == "8944110123456789013")
  }

  @Test func anISDRLeftSelectedDoesNotMislead() throws {
    let card = try #require(NamedCard.named("travel-euicc")).make()
    _ = try snapshot(of: card)
    let expected = try #require(ExpectedCard.named("travel-euicc"))
    expected.verify(try snapshot(of: card))
  }

  @Test func whatWasReadBeforeARemovalStays() throws {
    let card = try #require(NamedCard.named("removed")).make()
    let reader = reader(of: card)
    #expect(throws: ChannelError.cardRemoved) { try reader.read() }
    #expect(reader.snapshot.iccid == "8944500123456789011")
    #expect(reader.snapshot.warnings.map(\.code) == ["read.incomplete"])
    #expect(reader.snapshot.cost.apdus == 5)
  }

  @Test func logicalChannelsAreClosedAgain() throws {
    let card = try #require(NamedCard.named("isdr-not-on-basic")).make()
    _ = try snapshot(of: card)
    let channelCommands = card.log.filter { $0.dropFirst().first == 0x70 }.map(\.hex)
    #expect(channelCommands == ["0070000001", "0070800100"])
  }

  @Test func everyFileSaysHowItWent() throws {
    let card = try #require(NamedCard.named("pin-locked")).make()
    let files = try snapshot(of: card).files
    #expect(
      files.prefix(5).map(\.name) == ["EF.ICCID", "EF.IMSI", "EF.AD", "EF.UST", "EF.SPN"])
    #expect(files.prefix(5).map(\.status) == [.read, .refused, .read, .refused, .read])
    #expect(files.prefix(5).map(\.statusWord) == [nil, "6982", nil, "6982", nil])
    #expect(files.first?.path == "3F00/2FE2")
    #expect(files.first?.raw == "98441110325476981 0F3".filter { $0 != " " })
  }

  @Test func anEndlessAnswerEndsWithAnError() throws {
    let card = try #require(NamedCard.named("endless-answer")).make()
    #expect { try snapshot(of: card) } throws: {
      ($0 as? ChannelError)?.code == .badAnswer
    }
  }

  @Test func aPlanReadsNothingElse() throws {
    let card = try #require(NamedCard.named("travel-euicc")).make()
    let snapshot = try snapshot(of: card, ReadingPlan([.profiles]))
    #expect(snapshot.iccid == nil)
    #expect(snapshot.files.isEmpty)
    #expect(snapshot.euiccs.first?.profiles?.count == 4)
    #expect(snapshot.warnings.isEmpty)
  }

  @Test func aFullReadHasIconsAndPolicyRules() throws {
    let card = try #require(NamedCard.named("travel-euicc")).make()
    let profiles = try #require(
      try snapshot(of: card, .full).euiccs.first?.profiles)
    #expect(profiles.first?.icon?.type == "png")
    #expect(profiles.first?.icon?.data?.hasPrefix("89504E47") == true)
    #expect(
      profiles.first?.notificationSettings == [
        .init(
          operations: ["install", "enable", "disable", "delete"], address: "smdp.example.com")
      ])
    #expect(profiles.dropFirst(2).first?.policyRules == ["deleteNotAllowed"])
    #expect(profiles.dropFirst(2).first?.smdpProprietaryData == "06032A0304")
  }

  private func reader(of card: SimulatedCard, _ plan: ReadingPlan = ReadingPlan()) -> SnapshotReader
  {
    SnapshotReader(
      card,
      into: CardSnapshot(
        readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "test", index: 0),
        atr: card.answerToReset.hex, protocol: card.transmissionProtocol.rawValue),
      plan: plan)
  }

  private func snapshot(
    of card: SimulatedCard, _ plan: ReadingPlan = ReadingPlan()
  ) throws -> CardSnapshot {
    let reader = reader(of: card, plan)
    try reader.read()
    return reader.snapshot
  }
}
