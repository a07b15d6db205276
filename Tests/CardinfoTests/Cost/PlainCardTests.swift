import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

/// A plain SIM costs little for names that an eUICC might have, nothing where it is known; and no eUICC is
/// taken for one.
struct PlainCardTests {
  /// A desk whose ledger keeps a read of a card.
  private func desk(keeping card: String, at date: String? = nil) throws -> Desk {
    let desk = try Desk()
    try desk.output("--save --virtual \(card)", at: date)
    return desk
  }

  private func cards(_ desk: Desk, _ arguments: String, at date: String? = nil) throws
    -> CardSnapshot
  {
    try #require(try desk.run("\(arguments) --json", at: date).document().cards.first)
  }

  @Test(arguments: ["plain-sim", "china-mobile", "pin-locked", "no-sfi", "mnc-3"])
  func aNewOneCostsSixAtMost(card: String) throws {
    let run = try TracedRun("read", on: card)
    #expect((1...6).contains(run.search), "\(run.purposes)")
  }

  /// One that takes no class but A0 says so at the first name.
  @Test(arguments: ["gsm-2g", "2g-only", "no-sim"]) func aCardWithoutSelectCostsOne(card: String)
    throws
  {
    #expect(try TracedRun("read", on: card).search == 1)
  }

  @Test func aKnownOneCostsNothing() throws {
    let desk = try desk(keeping: "plain-sim")
    let first = try cards(desk, "--virtual plain-sim")
    #expect(first.euiccSearch == .remembered)
    #expect(first.cost.apdus == 28)
    // What is only remembered is not remembered as if it had been looked for.
    for _ in 0..<3 { try desk.output("--save --virtual plain-sim") }
    #expect(try cards(desk, "--virtual plain-sim").euiccSearch == .remembered)
  }

  @Test func whoeverAsksForProfilesHasThemLookedFor() throws {
    let desk = try desk(keeping: "plain-sim")
    for arguments in ["--full", "--only profiles", "--only identity,profiles", "profiles", "chip"] {
      let search = try cards(desk, "\(arguments) --virtual plain-sim").euiccSearch
      #expect(search == .whole || search == .brief, "\(arguments)")
    }
    #expect(try cards(desk, "profiles --virtual plain-sim").euiccSearch == .whole)
  }

  @Test func aSearchIsBelievedForNinetyDays() throws {
    let desk = try desk(keeping: "plain-sim", at: "2026-03-01")
    #expect(
      try cards(desk, "--virtual plain-sim", at: "2026-05-29").euiccSearch == .remembered)
    #expect(try cards(desk, "--virtual plain-sim", at: "2026-06-02").euiccSearch == .brief)
    // The clock was wrong, or is.
    #expect(try cards(desk, "--virtual plain-sim", at: "2026-02-01").euiccSearch == .brief)
  }

  @Test func anEUICCIsNeverRemembered() throws {
    let desk = try desk(keeping: "travel-euicc")
    #expect(try cards(desk, "--virtual travel-euicc").euiccs.count == 1)
    let silent = try self.desk(keeping: "plain-sim")
    // The card that fails is not the one that was known.
    #expect(try cards(silent, "--virtual usim-fails").euiccSearch != .remembered)
  }

  // MARK: Cards that give no sign of being an eUICC

  private static let plainATR = NamedCard.named("plain-sim")?.make().answerToReset ?? []

  private static let eUICCs = ExpectedCard.all.filter {
    !$0.euiccs.isEmpty && $0.transmissionProtocol == "T=0"
  }

  private func read(_ channel: any CardChannel, _ plan: ReadingPlan = ReadingPlan()) throws
    -> CardSnapshot
  {
    let reader = SnapshotReader(
      channel,
      into: CardSnapshot(
        readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "test", index: 0),
        atr: channel.answerToReset.hex, protocol: channel.transmissionProtocol.rawValue),
      plan: plan)
    try reader.read()
    return reader.snapshot
  }

  /// The answer to reset of a plain SIM, on each eUICC that must read.
  @Test(arguments: eUICCs) func noEUICCIsMissed(expected: ExpectedCard) throws {
    let card = try #require(NamedCard.named(expected.name)).make()
    card.behaviour.garbageATR = Self.plainATR
    let snapshot = try read(card)
    #expect(snapshot.euiccs.map(ExpectedEUICC.init) == expected.euiccs)
    #expect(snapshot.euiccSearch == (snapshot.kind == .euicc ? .whole : .brief))
  }

  @Test(arguments: NamedCard.quirkCards.map(\.name)) func noQuirkCardIsMissed(name: String) throws {
    let card = try #require(NamedCard.named(name)).make()
    let expected = try read(card).euiccs
    card.behaviour.garbageATR = Self.plainATR
    #expect(!expected.isEmpty)
    #expect(try read(card).euiccs == expected)
  }

  /// Cards that find an application only by all of its name, or call the beginning of one wrong data.
  @Test(arguments: [0x6A82, 0x6A80, 0x6A86, 0x6700, 0x6985, 0x6F00] as [UInt16], [false, true])
  func beginningsThatFindNothingHideNoEUICC(status: UInt16, alsoOfTheUSIM: Bool) throws {
    for name in ["travel-euicc", "vendor-aid", "two-elements"] {
      let card = try #require(NamedCard.named(name)).make()
      let expected = try read(card).euiccs
      card.behaviour.garbageATR = Self.plainATR
      // A card that takes the beginning of the USIM's name, and says that no ISD-R begins like this, says
      // that it has none.
      if status == 0x6A82, !alsoOfTheUSIM { continue }
      let channel = WholeNamesOnly(card, status, alsoOfTheUSIM: alsoOfTheUSIM)
      // Without its USIM's name the card is asked whether it has one in other ways, or counts as failing.
      #expect(try read(channel).euiccs == expected, "\(name)")
    }
  }

  @Test func anAnswerToResetThatIsNoneSaysNothing() throws {
    let card = try #require(NamedCard.named("travel-euicc")).make()
    card.behaviour.garbageATR = [0xDE, 0xAD]
    let snapshot = try read(card)
    #expect(snapshot.euiccs.count == 1)
    #expect(snapshot.euiccSearch == .whole)
  }
}

/// A card that refuses to select by the beginning of a name.
private final class WholeNamesOnly: CardChannel {
  private let card: SimulatedCard
  private let status: UInt16
  private let alsoOfTheUSIM: Bool

  init(_ card: SimulatedCard, _ status: UInt16, alsoOfTheUSIM: Bool) {
    self.card = card
    self.status = status
    self.alsoOfTheUSIM = alsoOfTheUSIM
  }

  var answerToReset: [UInt8] { card.answerToReset }
  var transmissionProtocol: TransmissionProtocol { card.transmissionProtocol }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    let name = command.dropFirst(5)
    let isBeginning = command.dropFirst().prefix(2).elementsEqual([0xA4, 0x04]) && name.count < 12
    let isOfTheUSIM = name.starts(with: [0xA0, 0, 0, 0, 0x87])
    guard isBeginning, alsoOfTheUSIM || !isOfTheUSIM else { return try card.transmit(command) }
    return [UInt8(status >> 8), UInt8(truncatingIfNeeded: status)]
  }
}
