import Foundation
import Testing

/// A profile that was downloaded becomes a line, and what that line is worth is known from then on.
struct JoinTests {
  private func download(
    from servers: TestServers, _ options: String, desk: Desk, card: String = "blank-euicc",
    code: String? = nil
  ) throws -> Command.Result {
    try desk.run(
      """
      profiles download '\(code ?? servers.activationCode)' --virtual \(card) \
      --ca \(TestServers.root) --yes --no-send \(options) </dev/null
      """, within: "setsid --wait")
  }

  private func object(_ result: Command.Result) throws -> [String: Any] {
    let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require((document as? [String: Any])?["download"] as? [String: Any])
  }

  /// A desk with a ledger in which nothing is of the profile.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output("line add --name Other")
    return desk
  }

  @Test func thePlansNameSaysHowLongAndTheCardSince() throws {
    let servers = try TestServers()
    let desk = try desk()
    let result = try download(from: servers, "", desk: desk)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Its line is Test Mobile."))
    #expect(result.output.contains("counted from the installation as nobody said from when"))
    let line = try desk.output("line show 'Test Mobile'")
    #expect(line.contains("profile installed"), "\(line)")
    #expect(line.contains("30 days") || line.contains("29 days") || line.contains("days left"))
    #expect(line.contains("estimated"), "\(line)")
  }

  @Test func thePersonSaysFromWhen() throws {
    let servers = try TestServers()
    let desk = try desk()
    let result = try download(
      from: servers, "--name Trip --lasts 7d --from first-use --json", desk: desk)
    #expect(result.status == 0, "\(result.errors)")
    let download = try object(result)
    #expect(download["line"] as? String == "Trip")
    let validity = try #require(download["validity"] as? [String: Any])
    #expect(validity["from"] as? String == "firstUse")
    #expect(validity["isStartAssumed"] as? Bool == false)
    #expect((validity["term"] as? [String: Any])?["n"] as? Int == 7)
    // It has not been used: nothing ends yet.
    #expect(!(try desk.output("line show Trip").contains("days left")))
    try desk.output("log Trip data")
    #expect(try desk.output("line show Trip").contains("7 days left"))
  }

  @Test func whatWasAssumedCanBeCorrected() throws {
    let servers = try TestServers()
    let desk = try desk()
    _ = try download(from: servers, "--name Trip", desk: desk)
    #expect(try desk.output("line show Trip").contains("days left"))
    try desk.output("line set Trip --from first-use")
    #expect(!(try desk.output("line show Trip").contains("days left")))
    #expect(try desk.run("line set Other --from first-use").status == 64)
  }

  @Test func withoutALedgerNoneIsMade() throws {
    let servers = try TestServers()
    let desk = try Desk()
    let result = try download(from: servers, "", desk: desk)
    #expect(result.status == 0)
    #expect(!result.output.contains("Its line"))
    #expect(!FileManager.default.fileExists(atPath: desk.ledger + "/ledger.sqlite"))
  }

  /// The renewal of most eSIMs: a new profile in the place of one that is over.
  @Test func itTakesThePlaceOfOneThatIsOver() throws {
    let servers = try TestServers()
    let desk = try Desk()
    try desk.output("line add --name Trip --owner Ann --tag work --lead 9")
    try desk.output("renew Trip submitted 10 GBP")
    let result = try download(from: servers, "--replaces Trip --json", desk: desk)
    #expect(result.status == 0, "\(result.errors)")
    let download = try object(result)
    #expect(download["line"] as? String == "Trip")
    #expect((download["replaces"] as? String)?.hasPrefix("Trip") == true)
    let line = try desk.output("line show Trip")
    #expect(line.contains("Ann") && line.contains("work"), "\(line)")
    #expect(line.contains(TestServers.iccid))
    let lines = try desk.output("lines")
    #expect(lines.components(separatedBy: "Trip").count == 2, "\(lines)")
    // The old one keeps its history, and its renewal took effect.
    let removed = try desk.output("lines --removed")
    #expect(removed.contains("Trip until"), "\(removed)")
    let former = try desk.output("line show 'Trip until'")
    #expect(former.contains("confirmed") && former.contains("your word"), "\(former)")
  }

  @Test func oneOfTheSameCarrierThatIsOverIsNamed() throws {
    let servers = try TestServers()
    let desk = try Desk()
    try desk.output("line add --name Other")
    _ = try download(from: servers, "--name Old --lasts 1d --from install", desk: desk)
    let other = try TestServers(order: ["iccid": "8900100000000000028"])
    let result = try desk.run(
      """
      profiles download '\(other.activationCode)' --virtual blank-euicc --ca \(TestServers.root) \
      --yes --no-send </dev/null
      """, at: "2030-01-01", within: "setsid --wait")
    #expect(result.errors.contains("Old, of the same carrier, is over"), "\(result.errors)")
  }

  /// What stands in the way is said before anybody is asked for the profile.
  @Test(arguments: [
    ("--name Other", "another line is called that"),
    ("--replaces Nobody", "no line is called that"),
  ]) func aNameThatCantBeIsRefusedBefore(options: String, message: String) throws {
    let servers = try TestServers()
    let result = try download(from: servers, options, desk: try desk())
    #expect(result.status != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try servers.requests().isEmpty)
  }

  @Test(arguments: [
    ("8.2.6", "3.8", "codeRefused"), ("8.8.5", "4.10", "codeUsedUp"),
    ("8.2.5", "4.3", "codeRefused"), ("8.1.1", "3.8", "codeRefused"),
  ]) func aRenewalThatFailsWithItHasItsReason(
    subject: String, reason: String, failure: String
  ) throws {
    let servers = try TestServers(faults: [
      [
        "function": "authenticateClient", "kind": "refuse", "subject": subject, "reason": reason,
      ]
    ])
    let desk = try Desk()
    try desk.output("line add --name Trip")
    try desk.output("renew Trip start 10 GBP")
    let result = try download(from: servers, "--replaces Trip --json", desk: desk)
    #expect(result.status == 1)
    let failed = try #require(try object(result)["failedRenewal"] as? [String: Any])
    #expect(failed["line"] as? String == "Trip")
    #expect(failed["failure"] as? String == failure)
    let line = try desk.output("line show Trip")
    #expect(line.contains("failed"), "\(line)")
    // The line stays as it was, and the next try begins anew.
    #expect(try desk.run("renew Trip start").status == 0)
  }

  /// What may still come is not a failure.
  @Test(arguments: [
    [["function": "authenticateClient", "kind": "refuse", "subject": "8.2", "reason": "1.2"]],
    [["function": "authenticateClient", "kind": "reset"]],
  ]) func aRenewalThatMayStillComeStaysOpen(faults: [[String: String]]) throws {
    let servers = try TestServers(faults: faults)
    let desk = try Desk()
    try desk.output("line add --name Trip")
    try desk.output("renew Trip submitted 10 GBP")
    let result = try download(from: servers, "--replaces Trip --json", desk: desk)
    #expect(result.status != 0)
    #expect(try object(result)["failedRenewal"] == nil)
    #expect(result.errors.contains("the renewal of Trip is still under way"), "\(result.errors)")
    #expect(try desk.output("line show Trip").contains("submitted"))
  }

  @Test func theCardsRefusalIsTheReason() throws {
    let servers = try TestServers()
    let desk = try Desk()
    try desk.output("line add --name Trip")
    try desk.output("renew Trip submitted 10 GBP")
    let result = try download(
      from: servers, "--replaces Trip --json", desk: desk, card: "full-euicc")
    #expect(result.status == 1, "\(result.output)")
    let download = try object(result)
    #expect(download["isOnCard"] as? String == "no")
  }
}
