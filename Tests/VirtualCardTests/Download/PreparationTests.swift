import Card
import Testing

@testable import VirtualCard

/// PrepareDownload (SGP.22 §5.7.5).
@Suite struct PreparationTests {
  private let assistant: LocalAssistant
  private var server = TestServer()

  init() throws {
    assistant = try LocalAssistant()
    try server.authenticate(assistant)
  }

  @Test func `the answer has a key, and is signed over the server's signature`() throws {
    let request = try server.preparation()
    let answer = try assistant.call(request)
    let signed = try answer.at(0xA0, 0x30)
    #expect(Array(try signed.at(0x80).value) == server.transaction)
    #expect(try signed.at(0x5F49).value.count == 65)
    #expect(try signed.children().count == 2)
    let key = try #require(Identity.blank?.certificate.publicKey)
    let signature2 = try BERTLV(request).at(0x5F37).encoded
    #expect(
      key.verifies(try answer.at(0xA0, 0x5F37).value, under: signed.encoded + signature2))
  }

  @Test mutating func `the hash of a confirmation code goes back`() throws {
    server.isCodeWanted = true
    let hash = Array(UInt8(1)...32)
    let answer = try assistant.call(try server.preparation(codeHash: hash))
    #expect(Array(try answer.at(0xA0, 0x30, 0x04).value) == hash)
  }

  @Test mutating func `a confirmation code that is wanted has to be there`() throws {
    server.isCodeWanted = true
    #expect(try error(try server.preparation()) == 127)
  }

  @Test func `one that is not wanted does not go back`() throws {
    let answer = try assistant.call(try server.preparation(codeHash: Array(UInt8(1)...32)))
    #expect(try answer.at(0xA0, 0x30).children().map(\.tag) == [0x80, 0x5F49])
  }

  @Test(arguments: ["dp-auth", "ds-auth", "dp-pb-2", "ci"])
  mutating func `the certificate has to be the server's to bind with`(name: String) throws {
    server.binder = name
    #expect(try error(try server.preparation()) == 1)
  }

  @Test func `the signature is over that of the card as well`() throws {
    #expect(try error(try server.preparation { $0.dropLast() + [0] }) == 2)
    // And the session goes on.
    #expect(try assistant.call(try server.preparation()).at(0xA0).value.count > 64)
  }

  @Test mutating func `another transaction is refused`() throws {
    server.transaction = [9]
    #expect(try error(try server.preparation()) == 5)
  }

  @Test func `without a server there is no session`() throws {
    _ = try assistant.challenge()
    #expect(try error(try server.preparation()) == 4)
  }

  @Test mutating func `a key that a package was bound to is kept, for that server`() throws {
    let first = try key(try server.preparation())
    try server.authenticate(assistant)
    #expect(try key(try server.preparation(boundKey: first)) == first)
    // Without a word of the server's there are new keys; the old ones are gone then.
    try server.authenticate(assistant)
    let second = try key(try server.preparation())
    #expect(second != first)
    try server.authenticate(assistant)
    #expect(try key(try server.preparation(boundKey: first)) != first)
  }

  @Test mutating func `a key survives a reset`() throws {
    let first = try key(try server.preparation())
    assistant.card.reset()
    let next = try LocalAssistant(assistant.card)
    try server.authenticate(next)
    let answer = try next.call(try server.preparation(boundKey: first))
    #expect(Array(try answer.at(0xA0, 0x30, 0x5F49).value) == first)
  }

  private func key(_ request: [UInt8]) throws -> [UInt8] {
    Array(try assistant.call(request).at(0xA0, 0x30, 0x5F49).value)
  }

  private func error(_ request: [UInt8]) throws -> UInt8? {
    let answer = try assistant.call(request)
    #expect(Array(try answer.at(0xA1, 0x80).value) == server.transaction)
    return try answer.at(0xA1, 0x02).value.first
  }
}
