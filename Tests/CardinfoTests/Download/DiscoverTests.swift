import Foundation
import Testing

/// What waits for a card, and the download of it.
struct DiscoverTests {
  private static let eid = "89049032000000000000012600074735"
  private static let second = "8900100000000000028"

  private func servers(_ events: [String]) throws -> TestServers {
    try TestServers(
      order: ["matching_id": "EVENT-1", "name": "5 GB"],
      others: [
        "events": events.map { ["eid": Self.eid, "event_id": $0] },
        "orders": [
          [
            "iccid": Self.second, "matching_id": "EVENT-2", "provider": "Test Mobile",
            "name": "9 GB",
          ]
        ],
      ])
  }

  private func discover(_ servers: TestServers, _ options: String, desk: Desk) throws
    -> Command.Result
  {
    try desk.run(
      """
      profiles discover --smds \(servers.smds) --virtual blank-euicc --ca \(TestServers.root) \
      \(options) </dev/null
      """, within: "setsid --wait")
  }

  private func document(_ result: Command.Result) throws -> [String: Any] {
    let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(document as? [String: Any])
  }

  @Test(arguments: ["2", "EVENT-2"]) func oneIsDownloaded(which: String) throws {
    let servers = try servers(["EVENT-1", "EVENT-2"])
    let result = try discover(
      servers, "--download \(which) --yes --send --json", desk: try Desk())
    #expect(result.status == 0, "\(result.errors)")
    let document = try document(result)
    #expect((document["waiting"] as? [Any])?.count == 2)
    let downloads = try #require(document["downloads"] as? [[String: Any]])
    #expect(downloads.map { $0["isOnCard"] as? String } == ["yes"])
    #expect(
      downloads.compactMap { ($0["profile"] as? [String: Any])?["name"] as? String } == ["9 GB"])
    #expect(try servers.violations() == [])
  }

  @Test func allAreDownloadedEachToTheCardAsItThenIs() throws {
    let servers = try servers(["EVENT-1", "EVENT-2"])
    let desk = try Desk()
    try desk.output("line add --name Other")
    let result = try discover(servers, "--download all --yes --json", desk: desk)
    #expect(result.status == 0, "\(result.errors)")
    let downloads = try #require(try document(result)["downloads"] as? [[String: Any]])
    #expect(downloads.map { $0["isOnCard"] as? String } == ["yes", "yes"])
    #expect(downloads.map { $0["line"] as? String } == ["Test Mobile", "Test Mobile 2"])
  }

  @Test func nothingIsDownloadedUnasked() throws {
    let servers = try servers(["EVENT-1"])
    let listed = try discover(servers, "", desk: try Desk())
    #expect(listed.output.hasPrefix("cardinfo profiles download --smdp"))
    let unconfirmed = try discover(servers, "--download all --json", desk: try Desk())
    #expect(unconfirmed.status == 64)
    let downloads = try #require(try document(unconfirmed)["downloads"] as? [[String: Any]])
    #expect(downloads.map { $0["isCodeUsed"] as? String } == ["no"])
  }

  @Test func whatDoesNotWaitIsNotDownloaded() throws {
    let servers = try servers(["EVENT-1"])
    for which in ["0", "2", "EVENT-3", "-1"] {
      let result = try discover(servers, "--download=\(which) --yes --json", desk: try Desk())
      #expect(result.status != 0)
      #expect(try document(result)["downloads"] == nil)
      #expect(result.errors.contains("nothing that waits has this number"))
    }
  }

  @Test func onATerminalItIsAsked() throws {
    let servers = try servers(["EVENT-1", "EVENT-2"])
    let desk = try Desk()
    let result = try Command.onTerminal(
      "profiles discover --smds \(servers.smds) --virtual blank-euicc --ca \(TestServers.root)",
      environment: ["XDG_DATA_HOME": desk.scratch.path("data")],
      typing: [
        .init(after: "Which is to be", text: "1\\n"), .init(after: "y/N", text: "y\\n"),
        .init(after: "y/N", text: "n\\n"),
      ])
    #expect(result.output.contains("Which is to be downloaded?"), "\(result.output)")
    #expect(result.output.contains("all of them"))
    #expect(result.output.contains("The profile is on the card."), "\(result.output)")
  }
}
