import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

/// What holds for all the built-in cards, read as the program reads them.
@Suite struct EveryCardTests {
  private static let names = NamedCard.catalog.map(\.name)
  private static let faulty: Set = ["mute", "endless-answer", "removed", "reset-by-another"]
  /// eUICCs that wait for their first profile.
  private static let blank = Set(names.filter { $0.hasPrefix("download-") })
    .union(["blank-euicc", "full-euicc"])
  /// Cards that give no list of profiles that could be understood.
  private static let listless: Set = [
    "m2m-euicc", "hostile-length", "hostile-huge-length", "hostile-nesting", "hostile-indefinite",
    "hostile-empty", "profiles-refused", "profiles-empty", "profiles-truncated", "profiles-wrapped",
    "profiles-rewrapped", "profile-iccid-12", "profile-iccid-zeros",
  ]

  @Test func `names are unique, and each has a summary`() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(
      NamedCard.catalog.map { "\($0.summary)" }.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
    #expect(NamedCard.named("china-mobile")?.name == "china-mobile")
    #expect(NamedCard.named("no such card") == nil)
  }

  @Test(arguments: names)
  func `a card can be read without changing it`(name: String) throws {
    let (card, snapshot) = try Self.read(name)
    #expect(card.changes.isEmpty)
    #expect(card.pinTriesUsed == 0)
    #expect(card.exchangeCount == snapshot.cost.apdus)
  }

  @Test(arguments: Set(names).subtracting(faulty.union(["no-sim"])).sorted())
  func `a good card says who it is`(name: String) throws {
    let (_, snapshot) = try Self.read(name)
    if name == "empty-euicc" || Self.blank.contains(name) {
      #expect(snapshot.iccid == nil)
    } else {
      let iccid = try #require(snapshot.iccid.flatMap { ICCID($0) })
      #expect(iccid.checkDigit != .differs)
      #expect(iccid.isTelecommunication)
    }
    if let imsi = snapshot.subscriber?.imsi { #expect(imsi.count == 15) }
  }

  @Test(arguments: Set(names).subtracting(faulty.union(listless)).sorted())
  func `identifiers on an eUICC are well-formed`(name: String) throws {
    let (_, snapshot) = try Self.read(name)
    for euicc in snapshot.euiccs {
      #expect(try #require(EID(euicc.eid)).isChecked)
      let profiles = try #require(euicc.profiles)
      #expect(profiles.isEmpty == Self.blank.contains(name))
      #expect(profiles.count { $0.state == .enabled } <= 1)
      for profile in profiles {
        let iccid = try #require(profile.iccid.flatMap { ICCID($0) })
        #expect(iccid.checkDigit != .differs)
        #expect(profile.aid?.count == 32)
      }
      let iccids = profiles.map(\.iccid)
      #expect(Set(iccids).count == iccids.count)
    }
  }

  @Test(arguments: [
    ("travel-euicc", [4]), ("plain-euicc", [1]), ("two-elements", [2, 1]),
    ("sixty-profiles", [60]), ("empty-euicc", [1]), ("plain-sim", []),
  ])
  func `profiles are where they belong`(name: String, counts: [Int]) throws {
    let (_, snapshot) = try Self.read(name)
    #expect(snapshot.euiccs.map { $0.profiles?.count } == counts)
  }

  /// The enabled profile's files are the ones that the card shows.
  @Test(arguments: ["travel-euicc", "plain-euicc", "two-elements", "sixty-profiles"])
  func `the enabled profile is the SIM`(name: String) throws {
    let (_, snapshot) = try Self.read(name)
    let profiles = snapshot.euiccs.flatMap { $0.profiles ?? [] }
    #expect(profiles.filter { $0.state == .enabled }.map(\.iccid) == [snapshot.iccid])
  }

  /// The example of the documentation's first page.
  @Test func `the example works`() throws {
    let card = try #require(NamedCard.named("china-mobile")).make()
    let session = CardSession(over: card)
    let answer = try session.send(CommandAPDU(0x00, 0xB0, 0x82, 0, expected: .exactly(10)))
    #expect(SwappedNibbles.digits(answer.data) == "898600B5112233445566")
    #expect(card.exchangeCount == 1)
  }

  private static func read(_ name: String) throws -> (SimulatedCard, CardSnapshot) {
    let card = try #require(NamedCard.named(name)).make()
    let empty = CardSnapshot(
      readAt: Date(timeIntervalSince1970: 0), reader: CardSnapshot.Reader(name: name, index: 0),
      atr: "", protocol: "")
    let reader = SnapshotReader(card, into: empty)
    do throws(ChannelError) {
      try reader.read()
    } catch {
      #expect(faulty.contains(name), "\(error)")
    }
    return (card, reader.snapshot)
  }
}
