import Card
import HTTPS
import Testing

@testable import Provisioning

/// What an SM-DS says waits for a card.
struct DiscoveryTests {
  let card = ModelEUICC()
  let server = ModelServer()

  private func discover() throws -> [RSPServer.Event] {
    let address = try #require(ServerAddress("localhost"))
    let result = try EUICCProvisioner(card).perform(on: ModelEUICC.eid) { euicc in
      Result {
        try Discovery.events(for: euicc, at: address, device: .reader, through: server)
      }
    }
    return try result.get()
  }

  private func answer(_ entries: String) -> ModelServer.Fault {
    .body(
      """
      {"header":{"functionExecutionStatus":{"status":"Executed-Success"}},\
      "transactionId":"DEADBEEF"\(entries)}
      """)
  }

  @Test func whatWaitsIsListed() throws {
    server.faults["authenticateClient"] = answer(
      #","eventEntries":[{"eventId":"E1","rspServerAddress":"a.b"},{"eventId":"E2","rspServerAddress":"c.d:8443"}]"#
    )
    let events = try discover()
    #expect(events.map(\.matchingID) == ["E1", "E2"])
    #expect(events.map(\.server.description) == ["a.b", "c.d:8443"])
    // An SM-DS goes by another name (SGP.22 §6.5.2.8), and is asked with an empty matching identifier.
    #expect(server.bodies.first?["smdsAddress"] == "localhost")
    #expect(card.requests.last?.hex.contains("A01B8000A117") == true)
  }

  @Test func nothingWaits() throws {
    server.faults["authenticateClient"] = answer(#","eventEntries":[]"#)
    #expect(try discover().isEmpty)
  }

  @Test(arguments: [
    "", #","eventEntries":"none""#, #","eventEntries":[{"eventId":"E1"}]"#, #","eventEntries":[1]"#,
    #","eventEntries":{}"#, #","eventEntries":null"#,
    #","eventEntries":[{"eventId":"E1","rspServerAddress":"https://a.b/"}]"#,
    #","eventEntries":[{"eventId":"a b","rspServerAddress":"a.b"}]"#,
  ]) func aListThatIsNoneIsNotTakenForEmpty(entries: String) throws {
    server.faults["authenticateClient"] = answer(entries)
    #expect(throws: DownloadFailure.self) { try discover() }
  }
}
