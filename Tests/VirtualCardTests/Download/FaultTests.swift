import Card
import Testing

@testable import VirtualCard

/// What can go wrong at each exchange of a download.
@Suite struct FaultTests {
  private var server = TestServer()

  private static let functions: [BERTLV.Tag] = [0xBF2E, 0xBF38, 0xBF21, 0xBF41]

  @Test(arguments: functions)
  func `a refused function does nothing`(function: BERTLV.Tag) throws {
    let assistant = try LocalAssistant { $0.euicc.faults[function] = .refused(0x6F00) }
    let status = try status(of: function, assistant)
    #expect(status == 0x6F00)
    // What came before is still there.
    assistant.card.behaviour.euicc.faults = [:]
    if function == 0xBF21 {
      #expect(try assistant.call(server.cancellation(reason: 127)).at(0xA0).value.count > 64)
    }
  }

  @Test func `the answer may be lost when all is done`() throws {
    var server = server
    let assistant = try LocalAssistant()
    try server.authenticate(assistant)
    assistant.card.behaviour.euicc.faults[0xBF41] = .lost(0x6F00)
    #expect(try assistant.send(server.cancellation(reason: 0)).status == 0x6F00)
    assistant.card.behaviour.euicc.faults = [:]
    #expect(try assistant.send(server.cancellation(reason: 0)).data.hex == "BF4103810105")
  }

  @Test(arguments: [0xBF38, 0xBF21] as [BERTLV.Tag])
  func `any error can be had`(function: BERTLV.Tag) throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.faults[function] = .failing(127) }
    server.challenge = try assistant.challenge()
    let request =
      function == 0xBF38 ? try server.authentication() : try server.preparation()
    let answer = try assistant.call(request)
    #expect(answer.tag == function)
    #expect(Array(try answer.at(0xA1, 0x80).value) == server.transaction)
    #expect(try answer.at(0xA1, 0x02).value.elementsEqual([127]))
  }

  @Test func `the card may sign what it did not say`() throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.faults[0xBF38] = .flipped(0x5F37) }
    server.challenge = try assistant.challenge()
    let answer = try assistant.call(try server.authentication()).at(0xA0)
    let key = try #require(Identity.blank?.certificate.publicKey)
    let signed = try answer.at(0x30).encoded
    #expect(!key.verifies(try answer.at(0x5F37).value, under: signed))
  }

  @Test func `a segment may be refused, and the session goes on`() throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.loadingFaults[.number(3)] = .refused(0x6F00) }
    let key = try server.prepare(assistant)
    let segments = try TestPackage().segments(for: server, key)
    #expect(try assistant.load(segments).status == 0x6F00)
    #expect(assistant.card.profiles.isEmpty)
    #expect(try assistant.call(server.cancellation(reason: 5)).at(0xA0).value.count > 64)
  }

  @Test(arguments: [(1, [0, 12]), (4, [2, 12]), (6, [5, 12])])
  func `a segment may end the installation`(number: Int, outcome: [UInt8]) throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.loadingFaults[.number(number)] = .failing(12) }
    let key = try server.prepare(assistant)
    let answer = try assistant.load(try TestPackage().segments(for: server, key))
    let error = try BERTLV(answer.data).at(0xBF27, 0xA2, 0xA1)
    #expect(try error.children().compactMap(\.value.first) == outcome)
    #expect(assistant.card.profiles.isEmpty)
  }

  @Test func `the profile may be there though the last answer says nothing of it`() throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.loadingFaults[.last] = .lost(0x6F00) }
    let key = try server.prepare(assistant)
    let answer = try assistant.load(try TestPackage().segments(for: server, key))
    #expect(answer == ResponseAPDU(status: 0x6F00))
    #expect(assistant.card.profiles.count == 1)
    // And its result waits.
    #expect(try assistant.call(BERTLV.encode(0xBF2B)).at(0xA0, 0xBF37).value.count > 100)
  }

  @Test func `the last segment may be refused, and nothing is installed`() throws {
    var server = server
    let assistant = try LocalAssistant { $0.euicc.loadingFaults[.last] = .failing(10) }
    let key = try server.prepare(assistant)
    let answer = try assistant.load(try TestPackage().segments(for: server, key))
    let error = try BERTLV(answer.data).at(0xBF27, 0xA2, 0xA1)
    #expect(try error.children().compactMap(\.value.first) == [5, 10])
    #expect(assistant.card.profiles.isEmpty)
  }

  /// The answer to one function, after those that have to come before.
  private func status(of function: BERTLV.Tag, _ assistant: LocalAssistant) throws -> StatusWord {
    var server = server
    if function == 0xBF2E { return try assistant.send(BERTLV.encode(0xBF2E)).status }
    server.challenge = try assistant.challenge()
    let authentication = try server.authentication()
    if function == 0xBF38 { return try assistant.send(authentication).status }
    server.signature1 = try assistant.call(authentication).at(0xA0, 0x5F37).encoded
    if function == 0xBF41 { return try assistant.send(server.cancellation(reason: 0)).status }
    return try assistant.send(try server.preparation()).status
  }
}
