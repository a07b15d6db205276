import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

@testable import cardinfo

/// However much a card has to give, a read ends, and says what it left out.
struct BudgetTests {
  private static let budget = ReadingBudget()

  private func read(_ kind: BottomlessCard.Kind, _ plan: ReadingPlan) throws -> (
    card: BottomlessCard, outcome: ReadRun.Outcome
  ) {
    let card = try BottomlessCard(kind)
    let run = ReadRun(
      plan: plan, trace: nil, pin: nil, wanted: [.selectISDR, .eid, .profiles], jobs: 1)
    return (card, run.read(card))
  }

  @Test(arguments: BottomlessCard.Kind.allCases, [false, true])
  func everyReadEndsWithinItsBudget(kind: BottomlessCard.Kind, isFull: Bool) throws {
    let clock = ContinuousClock()
    let began = clock.now
    let (card, outcome) = try read(kind, isFull ? .full : ReadingPlan())
    // What a card gives may not cost the more the more there was before it: that took minutes.
    #expect(clock.now - began < .seconds(60))
    // The closing of a channel is not refused.
    #expect(card.exchanges <= Self.budget.run.exchanges + 2, "\(kind)")
    #expect(card.bytes <= Self.budget.run.bytes + 0x200)
    #expect(outcome.card != nil || !outcome.problems.isEmpty)
  }

  @Test(arguments: [BottomlessCard.Kind.chunks, .slowRecords, .profiles])
  func whatIsCutIsAnError(kind: BottomlessCard.Kind) throws {
    let (_, outcome) = try read(kind, ReadingPlan())
    #expect(!outcome.problems.isEmpty)
    let document = ReadDocument(
      cards: [outcome.card].compactMap { $0 }, errors: outcome.problems)
    #expect(ExitStatus(document.errors, besideMuch: true) == .failure)
  }

  @Test func aFileThatIsCutKeepsWhatWasRead() throws {
    let (_, outcome) = try read(.slowRecords, ReadingPlan())
    let file = try #require(
      outcome.card?.card.files.first { $0.status == .incomplete && $0.records != nil })
    let records = try #require(file.records)
    // Nine exchanges a record.
    #expect(records.count > 60 && records.count <= Self.budget.file.exchanges / 9)
    #expect(file.problem != nil)
    let problem = try #require(
      outcome.problems.first { $0.code.rawValue == "card.fileTooCostly" })
    #expect("\(problem.sentence)".contains(file.name ?? "?"))
    // The EUICC is read nevertheless.
    #expect(outcome.card?.card.euiccs.first?.profiles?.count == 4)
  }

  @Test func anApplicationThatIsSpentLeavesTheOthers() throws {
    let (_, outcome) = try read(.records, .full)
    let codes = outcome.problems.map(\.code.rawValue)
    #expect(codes.contains("card.applicationTooCostly") || codes.contains("card.tooCostly"))
    let left = outcome.card?.card.files.filter {
      $0.status == .notAsked && $0.problem != nil
    }
    #expect(left?.isEmpty == false)
  }

  @Test func aListWithoutEndIsUnread() throws {
    let (_, outcome) = try read(.profiles, ReadingPlan())
    #expect(outcome.problems.map(\.code.rawValue) == ["euicc.profilesMalformed"])
    #expect(outcome.card?.card.euiccs.first?.profiles == nil)
    #expect(outcome.card?.card.subscriber?.imsi != nil)
  }

  /// The largest files that a card of the field can have are read whole, by a reader that gives 32 bytes at a
  /// time, too.
  @Test(arguments: ["small-chunks", "china-mobile-refused", "sixty-profiles", "with-messages"])
  func honestCardsAreFarBelow(name: String) throws {
    let card = try #require(NamedCard.named(name)).make()
    let plan = ReadingPlan(Set(ReadingPlan.Section.allCases), isFull: true)
    let reader = SnapshotReader(
      card,
      into: CardSnapshot(
        readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "test", index: 0), atr: "",
        protocol: "T=0"), plan: plan)
    try reader.read()
    #expect(reader.problems.isEmpty)
    #expect(reader.snapshot.cost.apdus * 2 < Self.budget.run.exchanges)
    #expect(reader.snapshot.cost.bytesReceived * 4 < Self.budget.run.bytes)
  }
}
