import Card
import Crypto
import Foundation
import Testing

@testable import VirtualCard

/// GetEUICCChallenge, AuthenticateServer and CancelSession (SGP.22 §5.7.7, §5.7.13, §5.7.14).
@Suite struct AuthenticationTests {
  private let assistant: LocalAssistant
  private var server = TestServer()

  init() throws { assistant = try LocalAssistant() }

  @Test func `every challenge is another`() throws {
    let challenges = try (0..<3).map { _ in try assistant.challenge() }
    #expect(challenges.allSatisfy { $0.count == 16 })
    #expect(Set(challenges).count == 3)
  }

  @Test mutating func `a server under the root is answered with a signature`() throws {
    server.challenge = try assistant.challenge()
    let answer = try assistant.call(try server.authentication())
    let ok = try answer.at(0xA0)
    let signed = try ok.at(0x30)
    #expect(Array(try signed.at(0x80).value) == server.transaction)
    #expect(try signed.at(0x83).text == server.address)
    #expect(try signed.at(0x84).value.elementsEqual(Array(repeating: 0xA5, count: 16)))
    #expect(try signed.at(0xBF22, 0xA9, 0x04).value.count == 20)
    #expect(try signed.at(0xA0, 0x80).text == "MATCH")

    let certificates = try ok.children().filter { $0.tag == 0x30 }.dropFirst()
    let card = try Certificate(try #require(certificates.first))
    let manufacturer = try Certificate(try #require(certificates.last))
    let root = try Certificate(try BERTLV(try TestServer.certificate("ci")))
    #expect(manufacturer.isIssued(by: root))
    #expect(card.isIssued(by: manufacturer))
    let signature = try ok.at(0x5F37).value
    #expect(card.publicKey?.verifies(signature, under: signed.encoded) == true)
  }

  @Test mutating func `an SM-DS is known too, and gives no profiles`() throws {
    server.auth = "ds-auth"
    try server.authenticate(assistant)
    #expect(try error(try server.preparation()) == 4)
  }

  // AuthenticateErrorCode, each by what deserves it.

  @Test mutating func `a certificate of another CI is invalid`() throws {
    server.challenge = try assistant.challenge()
    server.auth = "dp-auth-2"
    #expect(try error(try server.authentication()) == 1)
  }

  @Test(arguments: [40, 150, 250, -1])
  mutating func `a certificate with another bit is invalid`(position: Int) throws {
    server.challenge = try assistant.challenge()
    var certificate = try TestServer.certificate("dp-auth")
    certificate[position < 0 ? certificate.count - 1 : position] ^= 0x01
    #expect(try error(try server.authentication(certificate: certificate)) == 1)
  }

  @Test(arguments: ["ci", "eum"])
  mutating func `an authority's certificate is no server's`(name: String) throws {
    server.challenge = try assistant.challenge()
    let certificate = try TestServer.certificate(name)
    #expect(try error(try server.authentication(certificate: certificate)) == 1)
  }

  @Test mutating func `a signature under something else is invalid`() throws {
    server.challenge = try assistant.challenge()
    #expect(try error(try server.authentication { $0 + [0] }) == 2)
  }

  @Test mutating func `the key has to be on P-256`() throws {
    server.challenge = try assistant.challenge()
    let certificate = try TestServer.certificate("dp-auth")
    let curve = ObjectIdentifier.p256.bytes
    let start = try #require(
      certificate.indices.first { certificate.dropFirst($0).starts(with: curve) })
    var other = certificate
    other[start + curve.count - 1] = 0x06
    #expect(try error(try server.authentication(certificate: other)) == 1)
    // The CI may say so as well.
    server.challenge = try assistant.challenge()
    var parts = try BERTLV(other).children().map(\.encoded)
    let signature = try TestServer.key("ci").signature(for: try #require(parts.first))
    parts[2] = BERTLV.encode(0x03, [0] + Array(signature.derRepresentation))
    let issued = BERTLV.encode(0x30, parts.flatMap { $0 })
    #expect(try error(try server.authentication(certificate: issued)) == 3)
  }

  @Test mutating func `without a challenge there is no session`() throws {
    #expect(try error(try server.authentication()) == 4)
    // Nor with one that was answered.
    try server.authenticate(assistant)
    #expect(try error(try server.authentication()) == 4)
  }

  @Test(arguments: ["dp-pb", "dp-tls", "euicc-blank"])
  mutating func `the certificate has to be one to authenticate with`(name: String) throws {
    server.challenge = try assistant.challenge()
    server.auth = name
    // That of a TLS server demands what is not understood here; an eUICC's is not the CI's.
    #expect(try error(try server.authentication()) == (name == "dp-pb" ? 5 : 1))
  }

  @Test mutating func `another challenge is refused`() throws {
    let first = try assistant.challenge()
    _ = try assistant.challenge()
    server.challenge = first
    #expect(try error(try server.authentication()) == 6)
  }

  @Test(arguments: [TestServer.Root.second, .unknown])
  mutating func `a root that is not known is refused`(root: TestServer.Root) throws {
    server.challenge = try assistant.challenge()
    server.root = root
    #expect(try error(try server.authentication()) == 7)
  }

  @Test mutating func `an error ends the session`() throws {
    server.challenge = try assistant.challenge()
    #expect(try error(try server.authentication { $0 + [0] }) == 2)
    #expect(try error(try server.authentication()) == 4)
  }

  @Test(arguments: 0..<40)
  mutating func `a request that is cut off is wrong data`(length: Int) throws {
    server.challenge = try assistant.challenge()
    let whole = try BERTLV(try server.authentication())
    let cut = BERTLV.encode(0xBF38, Array(whole.value.prefix(length * 20)))
    #expect(try assistant.send(cut).status == 0x6A80 || length * 20 >= whole.value.count)
  }

  // The session.

  @Test mutating func `a session is cancelled with a signature, once`() throws {
    try server.authenticate(assistant)
    let answer = try assistant.call(server.cancellation(reason: 3))
    let signed = try answer.at(0xA0, 0x30)
    // 2.999.10.1, as in the server's certificate.
    #expect(
      signed.value.elementsEqual(
        [0x80, 0x10] + server.transaction + [0x81, 0x04, 0x88, 0x37, 0x0A, 0x01, 0x82, 0x01, 0x03]))
    let key = try #require(Identity.blank?.certificate.publicKey)
    #expect(key.verifies(try answer.at(0xA0, 0x5F37).value, under: signed.encoded))
    #expect(try assistant.send(server.cancellation(reason: 3)).data.hex == "BF4103810105")
  }

  @Test mutating func `another transaction is not cancelled`() throws {
    try server.authenticate(assistant)
    var other = server
    other.transaction = [1, 2, 3]
    #expect(try assistant.send(other.cancellation(reason: 0)).data.hex == "BF4103810105")
    #expect(try assistant.call(server.cancellation(reason: 0)).at(0xA0).value.count > 64)
  }

  @Test mutating func `a session ends with its channel`() throws {
    try server.authenticate(assistant)
    try assistant.close()
    let next = try LocalAssistant(assistant.card)
    #expect(next.channel == assistant.channel)
    #expect(try next.send(server.cancellation(reason: 0)).data.hex == "BF4103810105")
  }

  @Test mutating func `a session ends with a reset, and when the ISD-R is selected again`() throws {
    try server.authenticate(assistant)
    try assistant.select()
    #expect(try error(try server.preparation()) == 4)
    try server.authenticate(assistant)
    assistant.card.reset()
    let next = try LocalAssistant(assistant.card)
    #expect(try next.call(try server.preparation()).at(0xA1, 0x02).value.elementsEqual([4]))
  }

  @Test mutating func `a session ends when another begins`() throws {
    try server.authenticate(assistant)
    _ = try LocalAssistant(assistant.card).challenge()
    #expect(try error(try server.preparation()) == 4)
  }

  @Test mutating func `a session is of one channel`() throws {
    try server.authenticate(assistant)
    let other = try LocalAssistant(assistant.card)
    #expect(try other.call(try server.preparation()).at(0xA1, 0x02).value.elementsEqual([4]))
    #expect(try assistant.call(try server.preparation()).at(0xA0).value.count > 64)
  }

  @Test func `an eUICC without keys knows no downloads`() throws {
    let other = try LocalAssistant("plain-euicc")
    #expect(try other.send(BERTLV.encode(0xBF2E)).status == 0x6A88)
    #expect(try other.send([0xBF, 0x36, 0x05]).status == 0x6A88)
  }

  /// The code of the error that a request is answered with.
  private func error(_ request: [UInt8]) throws -> UInt8? {
    let answer = try assistant.call(request)
    #expect(Array(try answer.at(0xA1, 0x80).value) == server.transaction)
    return try answer.at(0xA1, 0x02).value.first
  }
}
