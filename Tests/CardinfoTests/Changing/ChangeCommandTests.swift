import CardState
import Foundation
import Testing

/// Commands that change a card, on built-in cards in process.
struct ChangeCommandTests {
  private func change(
    _ arguments: String..., card: String = "travel-euicc"
  ) throws -> Command.Result {
    try Command.run([Command.executable] + arguments + ["--virtual", card])
  }

  private func euicc(_ result: Command.Result) throws -> EUICC {
    try #require(try result.document().cards.first?.euiccs.first)
  }

  @Test(arguments: [
    "8985203012345678902", "89852", "8985 2030-1234", "出差", "A0000005591010FFFFFFFF8900001100",
  ]) func enablesWhatIsNamed(name: String) throws {
    let result = try change("profiles", "enable", name, "--yes", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let profiles = try #require(try euicc(result).profiles)
    #expect(
      profiles.filter { $0.state == .enabled }.map(\.iccid) == ["8985203012345678902"])
  }

  @Test func disables() throws {
    let result = try change("profiles", "disable", "airalo", "-y", "--json")
    #expect(result.status == 0)
    #expect(try euicc(result).profiles?.contains { $0.state == .enabled } == false)
  }

  @Test(arguments: ["trey airalo 5/25", "旅行 🇫🇷", ""]) func renames(name: String) throws {
    let result = try change("profiles", "rename", "airalo", name, "--yes", "--json")
    #expect(result.status == 0)
    #expect(try euicc(result).profiles?.first?.nickname == (name.isEmpty ? nil : name))
  }

  @Test func deletes() throws {
    let result = try change("profiles", "delete", "8900", "--yes", "--tail", "0120", "--json")
    #expect(result.status == 0)
    #expect(try euicc(result).profiles?.count == 3)
  }

  @Test func resets() throws {
    let result = try change(
      "profiles", "reset", "--test-profiles", "--address", "--yes", "--tail", "1755", "--json")
    #expect(result.status == 0)
    #expect(try euicc(result).profiles?.isEmpty == true)
    #expect(try euicc(result).addresses?.defaultSMDP == nil)
  }

  @Test(arguments: ["smdp.example.org", ""]) func setsTheDefaultAddress(address: String) throws {
    let result = try change("profiles", "default-address", address, "--yes", "--json")
    #expect(result.status == 0)
    #expect(
      try euicc(result).addresses
        == ConfiguredAddresses(
          defaultSMDP: address.isEmpty ? nil : address, rootSMDS: "lpa.ds.gsma.com"))
  }

  @Test func removesANotification() throws {
    let result = try change("notifications", "remove", "42", "--yes", "--json")
    #expect(result.status == 0)
    #expect(try euicc(result).notifications?.map(\.sequenceNumber) == [41, 43])
    #expect(try euicc(result).notifications?.sequenceGaps == [42...42])
  }

  @Test(arguments: [
    (["profiles", "enable", "8985"], 64, "there is no terminal to ask on"),
    (["profiles", "delete", "8985", "--yes"], 64, "--yes alone does not do this"),
    (["profiles", "delete", "8985", "--yes", "--tail", "0000"], 1, "not the last four digits"),
    (["profiles", "reset", "--yes"], 64, "--yes alone does not do this"),
    (["profiles", "delete", "8944", "--yes", "--tail", "9011"], 65, "the profile is enabled"),
    (["profiles", "delete", "8933", "--yes", "--tail", "9017"], 1, "do not allow deleting it"),
    (["profiles", "enable", "89"], 65, "4 profiles are called or begin like that"),
    (["profiles", "enable", "no such"], 65, "no profile has this ICCID"),
    (["profiles", "enable", ""], 65, "no profile has this ICCID"),
    (["notifications", "remove", "7", "--yes"], 65, "no notification has the number 7"),
  ]) func refuses(arguments: [String], status: Int32, message: String) throws {
    let result = try Command.run(
      ["/usr/bin/setsid", "--wait", Command.executable] + arguments + ["--virtual", "travel-euicc"])
    #expect(result.status == status)
    #expect(result.errors.contains(message))
    #expect(result.errors.contains("hint:") || message.contains("digits"))
  }

  @Test func whatIsSoAlreadyIsNotDoneAgain() throws {
    let result = try change("profiles", "enable", "airalo", "--yes")
    #expect(result.status == 0)
    #expect(result.errors.contains("it is enabled already: nothing to do"))
  }

  @Test func aDryRunShowsTheExchangeAndSendsNothing() throws {
    let result = try change("profiles", "enable", "8985", "--dry-run", "--trace", "-")
    #expect(result.status == 0)
    #expect(
      result.output.contains("> 80E2910014BF3111A00C5A0A985802032143658709F28101FF  by ICCID"))
    #expect(!result.errors.contains("ES10c.EnableProfile"))
  }

  @Test(arguments: [
    ("no-refresh", ["by ICCID, with refresh", "by ICCID, without refresh"], "by AID"),
    (
      "no-iccid-switch",
      ["by ICCID, with refresh", "by ICCID, without refresh", "by AID, with refresh"],
      "by AID, without refresh"
    ),
    ("toolkit-busy", ["by ICCID, with refresh, after a reset"], "without refresh"),
    ("reset-before-change", ["by ICCID, with refresh, after a reset"], "without refresh"),
    ("travel-euicc", ["by ICCID, with refresh"], "without refresh"),
  ]) func everyWayThatWasTriedIsInTheTrace(card: String, ways: [String], never: String) throws {
    let result = try change("profiles", "enable", "8985", "--yes", "--trace", "-", card: card)
    #expect(result.status == 0)
    for way in ways { #expect(result.errors.contains("ES10c.EnableProfile \(way)  ")) }
    #expect(!result.errors.contains(never))
  }

  @Test func redactedAnswersHoldNoIdentifiers() throws {
    for flags in [["--yes"], ["--yes", "--json"], ["--dry-run"]] {
      let result = try Command.run(
        [Command.executable, "profiles", "enable", "8985", "--redact", "--virtual", "travel-euicc"]
          + flags)
      #expect(result.status == 0)
      for identifier in ["8985203012345678902", "985802032143658709F2", "041755"] {
        #expect(!result.output.contains(identifier))
      }
    }
  }

  @Test func anEndlessAnswerEndsAChange() throws {
    let result = try change("profiles", "enable", "8985", "--yes", card: "endless-answer")
    #expect([1, 65].contains(result.status))
    #expect(result.errors.contains("hint:"))
  }

  @Test func aSecureElementIsNamedByItsEID() throws {
    let arguments = ["profiles", "default-address", "a.example", "--yes"]
    let virtual = ["--virtual", "two-elements", "--json"]
    let several = try Command.run([Command.executable] + arguments + virtual)
    #expect(several.status == 64)
    #expect(several.errors.contains("there are 2 eUICCs here"))
    let one = try Command.run([Command.executable] + arguments + ["--eid", "96687"] + virtual)
    #expect(one.status == 0)
    #expect(
      try one.document().cards.first?.euiccs.map(\.addresses?.defaultSMDP) == [nil, "a.example"])
  }

  @Test func aPlainSIMHasNothingToChange() throws {
    let result = try change("profiles", "reset", "--yes", "--tail", "0000", card: "plain-sim")
    #expect(result.status == 1)
    #expect(result.errors.contains("no eUICC answers here"))
  }
}
