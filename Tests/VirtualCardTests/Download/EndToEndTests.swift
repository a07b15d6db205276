import Card
import Crypto
import Foundation
import Testing

@testable import VirtualCard

/// Downloads from the test SM-DP+, which judges what the virtual eUICC says as the eUICC judges it.
@Suite struct EndToEndTests {
  private static let order = #""iccid": "8900100000000000010", "matching_id": "ONE""#
  private static let blankEID = "89049032000000000000012600074735"

  @Test(arguments: [
    "", #", "size": 30000, "icon": 900, "policy_rules": [1, 2]"#,
    #", "size": 30000, "replaces_keys": true, "owner": "310260", "profile_class": "test""#,
  ])
  func `what is on the card is what was ordered, and the server knows`(members: String) throws {
    let order = "{\(Self.order)\(members)}"
    let server = try SMDPProcess(#"{"orders": [\#(order)]}"#)
    let assistant = try LocalAssistant()
    let result = try download(server, assistant)
    #expect(try result.at(0xBF27, 0xA2).children().map(\.tag) == [0xA0])
    let profile = try #require(assistant.card.profiles.first)
    #expect(profile.package == (try SMDPProcess.package(of: order)))
    #expect(profile.iccid == "8900100000000000010")
    #expect(profile.serviceProvider == "Test Mobile")
    #expect(profile.subscription?.imsi == "001010123456789")
    #expect(try server.value([Order].self, at: "/orders").map(\.state) == ["installed"])

    // And told of all that is done with it.
    let name = BERTLV.encode(0xA0, BERTLV.encode(0x5A, Digits.iccid(profile.iccid)))
    _ = try assistant.call(BERTLV.encode(0xBF31, name, BERTLV.encode(0x81, [0])))
    if profile.policyRules.isEmpty {
      _ = try assistant.call(BERTLV.encode(0xBF32, name, BERTLV.encode(0x81, [0])))
      _ = try assistant.call(
        BERTLV.encode(0xBF33, BERTLV.encode(0x5A, Digits.iccid(profile.iccid))))
    }
    let pending = try assistant.call(BERTLV.encode(0xBF2B)).at(0xA0).children()
    for notification in pending.dropFirst() { try tell(server, notification.encoded) }
    let told = try server.value([Told].self, at: "/notifications")
    #expect(told.count == (profile.policyRules.isEmpty ? 4 : 2))
    #expect(told.allSatisfy { $0.isVerified && $0.eid == Self.blankEID })
    if let judged = try server.judgement() { #expect(judged.status == 0, "\(judged.text)") }
  }

  @Test func `an eUICC in use takes one more`() throws {
    let server = try SMDPProcess(#"{"orders": [{\#(Self.order)}]}"#)
    let assistant = try LocalAssistant("used-euicc")
    let result = try download(server, assistant)
    let aid = try result.at(0xBF27, 0xA2, 0xA0, 0x4F).value
    #expect(aid.elementsEqual(ApplicationIdentifier.isdp(5)))
    #expect(assistant.card.profiles.count == 5)
    #expect(try server.value([Told].self, at: "/notifications").map(\.isVerified) == [true])
  }

  @Test func `a confirmation code is proved, not told`() throws {
    let server = try SMDPProcess(
      #"{"orders": [{\#(Self.order), "confirmation_code": "2468"}]}"#)
    let assistant = try LocalAssistant()
    #expect(try package(server, assistant, code: "1357").refusal == "8.2.7/3.8")
    let result = try download(server, assistant, code: "2468")
    #expect(try result.at(0xBF27, 0xA2).children().map(\.tag) == [0xA0])
  }

  @Test func `an event on the SM-DS leads to a download`() throws {
    let server = try SMDPProcess(
      """
      {"orders": [{\(Self.order), "eid": "\(Self.blankEID)"}],
       "events": [{"eid": "\(Self.blankEID)", "event_id": "ONE"}]}
      """)
    let assistant = try LocalAssistant()
    let answer = try authenticate(server, assistant, matchingID: "", at: server.discovery)
    let event = try #require(answer.eventEntries?.first)
    let result = try download(server, assistant, matchingID: event.eventId)
    #expect(try result.at(0xBF27, 0xA2).children().map(\.tag) == [0xA0])
  }

  @Test func `a cancelled session is signed for the server`() throws {
    let server = try SMDPProcess(#"{"orders": [{\#(Self.order)}]}"#)
    let assistant = try LocalAssistant()
    let answer = try authenticate(server, assistant)
    let transaction = try #require(answer.transactionId.flatMap { [UInt8](hex: $0) })
    let cancelled = try assistant.call(
      BERTLV.encode(0xBF41, BERTLV.encode(0x80, transaction), BERTLV.encode(0x81, [0])))
    let accepted = try server.call(
      "cancelSession",
      [
        "transactionId": transaction.hex, "cancelSessionResponse": encoded(cancelled.encoded),
      ])
    #expect(accepted.refusal == nil)
    #expect(try server.value([Order].self, at: "/orders").map(\.lastResult) == ["cancelled 0"])
  }

  @Test func `a package that was lost is loaded with the keys it was bound to`() throws {
    let server = try SMDPProcess(#"{"orders": [{\#(Self.order), "rebinds": false}]}"#)
    let assistant = try LocalAssistant()
    let lost = try package(server, assistant)
    #expect(try assistant.send(try #require(segments(of: lost.package).first)).data.isEmpty)
    assistant.card.reset()
    let result = try download(server, try LocalAssistant(assistant.card))
    #expect(try result.at(0xBF27, 0xA2).children().map(\.tag) == [0xA0])
  }

  // What the server does wrong, the card refuses, each with its code.

  @Test(arguments: [
    ("wrong-signature", 2), ("wrong-challenge", 6), ("foreign-certificate", 1), ("wrong-role", 5),
    ("other-ci", 7),
  ])
  func `AuthenticateServer refuses a server`(kind: String, code: UInt8) throws {
    let server = try SMDPProcess(faulty("initiateAuthentication", kind))
    let opened = try initiate(try LocalAssistant(), server, server.address)
    #expect(try opened.response.at(0xA1, 0x02).value.elementsEqual([code]))
    let told = try server.call(
      "authenticateClient",
      [
        "transactionId": opened.transaction,
        "authenticateServerResponse": encoded(opened.response.encoded),
      ])
    #expect(told.refusal == "8.1/6.1")
    if let judged = try server.judgement() { #expect(judged.status == 0, "\(judged.text)") }
  }

  @Test(arguments: [("wrong-signature", 2), ("foreign-certificate", 1), ("other-oid", 1)])
  func `PrepareDownload refuses a server`(kind: String, code: UInt8) throws {
    let server = try SMDPProcess(faulty("authenticateClient", kind))
    let assistant = try LocalAssistant()
    let offered = try authenticate(server, assistant)
    let answer = try assistant.call(BERTLV.encode(0xBF21, offered.preparation(codeHash: nil)))
    #expect(try answer.at(0xA1, 0x02).value.elementsEqual([code]))
    let told = try server.call(
      "getBoundProfilePackage",
      [
        "transactionId": try #require(offered.transactionId),
        "prepareDownloadResponse": encoded(answer.encoded),
      ])
    #expect(told.refusal == "8.1/6.1")
    if let judged = try server.judgement() { #expect(judged.status == 0, "\(judged.text)") }
  }

  @Test(arguments: [
    ("wrong-signature", "", [0, 2]), ("inner-transaction", "", [0, 3]),
    ("wrong-operation", "", [0, 5]), ("wrong-key-type", "", [0, 4]),
    ("bad-mac", #", "segment": 0"#, [1, 8]), ("bad-mac", #", "segment": 1"#, [2, 8]),
    ("bad-mac", #", "segment": -1"#, [5, 8]), ("swapped-segments", #", "segment": -2"#, [5, 8]),
    ("missing-segment", #", "segment": -2"#, [5, 8]), ("other-iccid", "", [5, 13]),
  ])
  func `a bound package that is wrong is not installed`(
    kind: String, options: String, outcome: [UInt8]
  ) throws {
    let server = try SMDPProcess(faulty("getBoundProfilePackage", kind, options))
    let assistant = try LocalAssistant()
    let result = try download(server, assistant)
    #expect(
      try result.at(0xBF27, 0xA2, 0xA1).children().compactMap(\.value.first) == outcome)
    #expect(assistant.card.profiles.isEmpty)
    let told = try server.value([Told].self, at: "/notifications")
    let reasons = told.compactMap { $0.error }
    #expect(reasons == outcome.suffix(1))
    #expect(told.allSatisfy { $0.isVerified })
  }

  private func faulty(_ function: String, _ kind: String, _ options: String = "") -> String {
    """
    {"orders": [{\(Self.order)}],
     "faults": [{"function": "\(function)", "kind": "\(kind)"\(options)}]}
    """
  }

  private struct Order: Decodable {
    var state: String
    var lastResult: String

    enum CodingKeys: String, CodingKey {
      case state
      case lastResult = "last_result"
    }
  }

  private struct Told: Decodable {
    var isVerified: Bool
    var eid: String?
    var error: UInt8?
  }
}

/// The steps of a download (SGP.22 §3.1).
extension EndToEndTests {
  private func initiate(
    _ assistant: LocalAssistant, _ server: SMDPProcess, _ address: String, matchingID: String = ""
  ) throws -> (transaction: String, response: BERTLV) {
    let opened = try server.call(
      "initiateAuthentication",
      [
        "smdpAddress": address, "euiccChallenge": encoded(try assistant.challenge()),
        "euiccInfo1": encoded(try assistant.call(BERTLV.encode(0xBF20)).encoded),
      ], at: address)
    let device = BERTLV.encode(
      0xA1, BERTLV.encode(0x80, [0x35, 0x29, 0x06, 0x11]),
      BERTLV.encode(0xA1, BERTLV.encode(0x80, [9, 0, 0])))
    let context = BERTLV.encode(0xA0, BERTLV.encode(0x80, Array(matchingID.utf8)), device)
    return (
      try #require(opened.transactionId),
      try assistant.call(BERTLV.encode(0xBF38, opened.authentication, context))
    )
  }

  private func authenticate(
    _ server: SMDPProcess, _ assistant: LocalAssistant, matchingID: String = "ONE",
    at address: String? = nil
  ) throws -> ServerAnswer {
    let address = address ?? server.address
    let opened = try initiate(assistant, server, address, matchingID: matchingID)
    return try server.call(
      "authenticateClient",
      [
        "transactionId": opened.transaction,
        "authenticateServerResponse": encoded(opened.response.encoded),
      ], at: address)
  }

  /// The answer with the package, or with the reason why there is none.
  private func package(
    _ server: SMDPProcess, _ assistant: LocalAssistant, matchingID: String = "ONE",
    code: String? = nil
  ) throws -> ServerAnswer {
    let offered = try authenticate(server, assistant, matchingID: matchingID)
    #expect(offered.refusal == nil)
    let transaction = try #require(offered.transactionId)
    let hash = try code.map { code in
      Array(
        SHA256.hash(
          data: Array(SHA256.hash(data: Data(code.utf8)))
            + (try #require([UInt8](hex: transaction)))))
    }
    let prepared = try assistant.call(BERTLV.encode(0xBF21, offered.preparation(codeHash: hash)))
    return try server.call(
      "getBoundProfilePackage",
      [
        "transactionId": transaction, "prepareDownloadResponse": encoded(prepared.encoded),
      ])
  }

  /// A whole download: its result, which the server was told.
  private func download(
    _ server: SMDPProcess, _ assistant: LocalAssistant, matchingID: String = "ONE",
    code: String? = nil
  ) throws -> BERTLV {
    let answer = try package(server, assistant, matchingID: matchingID, code: code)
    #expect(answer.refusal == nil)
    let loaded = try assistant.load(try segments(of: answer.package))
    try #require(loaded.status == 0x9000)
    try tell(server, loaded.data)
    return try BERTLV(loaded.data)
  }

  private func tell(_ server: SMDPProcess, _ notification: [UInt8]) throws {
    let answer = try server.call(
      "handleNotification", ["pendingNotification": encoded(notification)])
    #expect(answer.refusal == nil)
  }

  /// As SGP.22 §2.5.5 cuts a package.
  private func segments(of package: [UInt8]) throws -> [[UInt8]] {
    let parts = try BERTLV(package).children()
    let body = parts.flatMap(\.encoded)
    return try parts.enumerated().flatMap { index, part -> [[UInt8]] in
      switch part.tag {
      case 0xBF23 where index == 0: [Array(package.dropLast(body.count)) + part.encoded]
      case 0xA1, 0xA3:
        [Array(part.encoded.dropLast(part.value.count))] + (try part.children().map(\.encoded))
      default: [part.encoded]
      }
    }
  }

  private func encoded(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
