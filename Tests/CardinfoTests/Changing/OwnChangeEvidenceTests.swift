import Foundation
import Testing

/// What one's own change made of a profile is known of its line at once.
struct OwnChangeEvidenceTests {
  private let iccid = "8985203012345678902"
  private let scratch = try? Scratch()

  /// The verdict on the line after a change of its profile.
  private func verdict(after change: [String]) throws -> String {
    let ledger = try #require(scratch).path("ledger")
    let added = try Command.cardinfo(
      "line", "add", "--name", "trip", "--iccid", iccid, "--ledger", ledger)
    try #require(added.status == 0, "\(added.errors)")
    let changed = try Command.run(
      [Command.executable, "profiles"] + change
        + ["--yes", "--virtual", "travel-euicc", "--ledger", ledger])
    try #require(changed.status == 0, "\(changed.errors)")
    return try Command.cardinfo("line", "show", "trip", "--json", "--ledger", ledger).output
  }

  @Test func aProfileThatWasDeletedIsGone() throws {
    #expect(try verdict(after: ["delete", iccid, "--tail", "8902"]).contains("profileGone"))
  }

  @Test func aProfileThatWasEnabledIsNotDisabled() throws {
    let verdict = try verdict(after: ["enable", iccid])
    #expect(!verdict.contains("profileDisabled") && !verdict.contains("profileGone"))
  }

  @Test func anotherProfileThatWasEnabledLeavesItDisabled() throws {
    #expect(try verdict(after: ["enable", "8933010123456789017"]).contains("profileDisabled"))
  }

  @Test func nothingIsChangedForALedgerThatIsNotThere() throws {
    let result = try Command.cardinfo(
      "profiles", "rename", iccid, "x", "--yes", "--json", "--virtual", "travel-euicc", "--ledger",
      "/nonexistent/ledger")
    #expect(result.status == 65)
    #expect(result.output.contains("ledger.missing"))
    #expect(!result.output.contains("\"nickname\""))
  }
}
