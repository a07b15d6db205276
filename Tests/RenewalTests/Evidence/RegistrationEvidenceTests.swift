import CardState
import FoundationEssentials
import Renewal
import Testing

/// R1 to R8 over registration facts, and their cautions.
struct RegistrationEvidenceTests {
  @Test func acceptedAtHome() throws {
    let found = try #require(MadeCard.evidence(MadeCard.accepted()).first)
    #expect(found.rule == .acceptedAtLastUse)
    #expect(found.says == .wasAlive)
    #expect(found.strength == .strong)
    #expect(found.sources == ["EF.EPSLOCI"])
    #expect(found.readAt == moment("2026-06-01T00:00:00Z"))
    #expect(found.since == nil)
  }

  @Test func acceptedByAHostThatIsKnown() {
    let abroad = MadeCard.reading("2026-06-01T00:00:00Z", MadeCard.accepted(plmn: "45412"))
    #expect(Evidence.about(MadeCard.iccid, newer: abroad).isEmpty)
    let hosted = Evidence.about(MadeCard.iccid, newer: abroad, knownHosts: ["45412"])
    #expect(hosted.map(\.rule) == [.acceptedAtLastUse])
  }

  @Test func withoutATemporaryIdentityItIsNotAccepted() {
    var facts = MadeCard.accepted()
    facts.cs?.hasIdentity = false
    facts.ps?.hasIdentity = false
    facts.eps?.hasIdentity = false
    #expect(MadeCard.evidence(facts).isEmpty)
  }

  @Test func acceptedBetweenTwoReads() throws {
    let found = try #require(
      MadeCard.evidence(MadeCard.accepted("b"), before: MadeCard.accepted("a")).first)
    #expect(found.rule == .acceptedBetweenReads)
    #expect(found.strength == .strongest)
    #expect(found.since == moment("2026-03-01T00:00:00Z"))
    let refused = MadeCard.evidence(
      MadeCard.accepted(), before: MadeCard.refused(forbidden: [MadeCard.home]))
    #expect(refused.first?.rule == .acceptedBetweenReads)
  }

  @Test func whatDidNotChangeSaysNothingAboutTheTimeBetween() {
    let same = MadeCard.evidence(MadeCard.accepted("a"), before: MadeCard.accepted("a"))
    #expect(same.map(\.rule) == [.acceptedAtLastUse])
    // What only one of the two reads knows is no change.
    let unknown = MadeCard.evidence(MadeCard.accepted("a"), before: MadeCard.accepted())
    #expect(unknown.map(\.rule) == [.acceptedAtLastUse])
    var partly = MadeCard.accepted("a")
    partly.cs = nil
    #expect(
      MadeCard.evidence(MadeCard.accepted("a"), before: partly).first?.rule == .acceptedAtLastUse)
  }

  @Test func anOlderReadOfAnotherSubscriptionIsNotCompared() {
    let older = CardReading(
      MadeCard.snapshot("2026-03-01T00:00:00Z", iccid: "8944000000000000000"),
      registration: MadeCard.accepted("a"))
    let newer = MadeCard.reading("2026-06-01T00:00:00Z", MadeCard.accepted("b"))
    let found = Evidence.about(MadeCard.iccid, newer: newer, older: older)
    #expect(found.map(\.rule) == [.acceptedAtLastUse])
    // Nor one that is not older.
    let later = MadeCard.reading("2026-07-01T00:00:00Z", MadeCard.accepted("a"))
    #expect(Evidence.about(MadeCard.iccid, newer: newer, older: later).first?.since == nil)
  }

  @Test func aFactoryShapedCardWasNeverUsed() throws {
    let found = try #require(MadeCard.evidence(MadeCard.factory).first)
    #expect(found.rule == .neverActivated)
    #expect(found.says == .neverUsed)
    #expect(found.strength == .strong)
    // Networks that are forbidden ex works, or were not read, leave it open.
    var rivals = MadeCard.factory
    rivals.forbiddenPLMNs = ["23415"]
    #expect(MadeCard.evidence(rivals).isEmpty)
    rivals.forbiddenPLMNs = nil
    #expect(MadeCard.evidence(rivals).isEmpty)
  }

  @Test func aCardThatWasUsedBeforeIsNotAsTheFactoryLeftIt() throws {
    let found = try #require(
      MadeCard.evidence(MadeCard.factory, before: MadeCard.accepted()).first)
    #expect(found.rule == .neverActivated)
    #expect(found.says == .emptied)
    #expect(found.strength == .none)
  }

  @Test func refusedByHome() throws {
    let found = try #require(
      MadeCard.evidence(MadeCard.refused(forbidden: ["23415", MadeCard.home])).first)
    #expect(found.rule == .refusedByHome)
    #expect(found.strength == .strong)
    #expect(found.sources == ["EF.PSLOCI", "EF.LOCI", "EF.FPLMN"])
  }

  @Test func refusedByAHost() {
    let reading = MadeCard.reading(
      "2026-06-01T00:00:00Z", MadeCard.refused(forbidden: ["45412"], plmn: "45412"))
    #expect(
      Evidence.about(MadeCard.iccid, newer: reading, knownHosts: ["45412"]).first?.rule
        == .refusedByHome)
  }

  @Test func refusedWithAKeyLeftIsUnclear() {
    var facts = MadeCard.refused(forbidden: [MadeCard.home])
    facts.ps?.hasNoKey = false
    #expect(MadeCard.evidence(facts).isEmpty)
  }

  @Test func refusedAsUnknownOrBarred() throws {
    let found = try #require(MadeCard.evidence(MadeCard.refused(forbidden: [])).first)
    #expect(found.rule == .refusedSubscriber)
    #expect(found.strength == .medium)
    var unread = MadeCard.refused(forbidden: [])
    unread.forbiddenPLMNs = nil
    #expect(MadeCard.evidence(unread).isEmpty)
  }

  @Test func refusedAbroadIsNoLapse() throws {
    let found = try #require(
      MadeCard.evidence(MadeCard.refused(forbidden: ["26202"], plmn: "26201")).first)
    #expect(found.rule == .refusedRoaming)
    #expect(found.strength == .weak)
  }

  @Test func deregistered() throws {
    var facts = MadeCard.factory
    facts.eps = .init(.notUpdated, isLocationDeleted: true)
    let found = try #require(MadeCard.evidence(facts).first)
    #expect(found.rule == .deregistered)
    #expect(found.strength == .none)
  }

  @Test func wiped() throws {
    var facts = MadeCard.factory
    facts.cs = .init(.reserved, isAllFF: true)
    let found = try #require(MadeCard.evidence(facts).first)
    #expect(found.rule == .wiped)
    #expect(found.strength == .none)
  }

  @Test func theNewestGenerationDecides() throws {
    // LTE only: the CS files are as they were when the card was last in an old phone.
    var facts = MadeCard.accepted()
    facts.cs = .init(.plmnNotAllowed, plmn: "26201", hasNoKey: true)
    #expect(MadeCard.evidence(facts).first?.rule == .acceptedAtLastUse)
    var barred = MadeCard.refused(forbidden: [MadeCard.home])
    barred.cs = .init(.updated, plmn: MadeCard.home, hasIdentity: true)
    #expect(MadeCard.evidence(barred).first?.rule == .refusedByHome)
  }

  @Test func nothingReadSaysNothing() {
    #expect(
      Evidence.about(MadeCard.iccid, newer: MadeCard.reading("2026-06-01T00:00:00Z", nil)).isEmpty)
    #expect(MadeCard.evidence(RegistrationFacts(homePLMNs: [MadeCard.home])).isEmpty)
  }
}
