import Card
import Crypto
import Foundation
import Testing

@testable import VirtualCard

/// One side of a download as an SM-DP+ makes it, each value open to be changed for the worse.
struct TestServer {
  var transaction: [UInt8] = Array(1...16)
  var address = "smdp.example.com"
  var auth = "dp-auth"
  var binder = "dp-pb"
  var root = Root.first
  var isCodeWanted = false
  /// Of the session.
  var challenge: [UInt8] = []
  var signature1: [UInt8] = []

  enum Root: String {
    case first = "ci"
    case second = "ci-2"
    case unknown
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Tools/TestRSP/pki")

  static func certificate(_ name: String) throws -> [UInt8] {
    let lines = try String(contentsOf: folder.appending(path: name + ".pem"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("-") }
    return Array(try #require(Data(base64Encoded: lines.joined())))
  }

  static func key(_ name: String) throws -> P256.Signing.PrivateKey {
    try P256.Signing.PrivateKey(
      pemRepresentation: String(
        contentsOf: folder.appending(path: name + ".TEST-KEY.pem"), encoding: .utf8))
  }

  /// A signature as data object.
  static func sign(_ message: [UInt8], by name: String) throws -> [UInt8] {
    BERTLV.encode(0x5F37, Array(try key(name).signature(for: message).rawRepresentation))
  }

  /// The key identifier of the CI, as data object.
  private func rootIdentifier() throws -> [UInt8] {
    guard root != .unknown else { return BERTLV.encode(0x04, Array(repeating: 7, count: 20)) }
    let certificate = try Certificate(try BERTLV(try Self.certificate(root.rawValue)))
    return BERTLV.encode(0x04, try #require(certificate.keyIdentifier))
  }

  /// AuthenticateServer, for a challenge of the card.
  func authentication(certificate: [UInt8]? = nil, spoil: ([UInt8]) -> [UInt8] = { $0 }) throws
    -> [UInt8]
  {
    let signed = BERTLV.encode(
      0x30, BERTLV.encode(0x80, transaction), BERTLV.encode(0x81, challenge),
      BERTLV.encode(0x83, Array(address.utf8)),
      BERTLV.encode(0x84, Array(repeating: 0xA5, count: 16)))
    let context = BERTLV.encode(
      0xA0, BERTLV.encode(0x80, Array("MATCH".utf8)),
      BERTLV.encode(0xA1, BERTLV.encode(0x80, [1, 2, 3, 4]), BERTLV.encode(0xA1)))
    return BERTLV.encode(
      0xBF38, signed, try Self.sign(spoil(signed), by: auth), try rootIdentifier(),
      try certificate ?? Self.certificate(auth), context)
  }

  /// PrepareDownload.
  func preparation(
    boundKey: [UInt8]? = nil, codeHash: [UInt8]? = nil, spoil: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> [UInt8] {
    let signed = BERTLV.encode(
      0x30, BERTLV.encode(0x80, transaction), BERTLV.encode(0x01, [isCodeWanted ? 0xFF : 0x00]),
      boundKey.map { BERTLV.encode(0x5F49, $0) } ?? [])
    return BERTLV.encode(
      0xBF21, signed, try Self.sign(spoil(signed + signature1), by: binder),
      codeHash.map { BERTLV.encode(0x04, $0) } ?? [], try Self.certificate(binder))
  }

  /// CancelSession.
  func cancellation(reason: UInt8) -> [UInt8] {
    BERTLV.encode(0xBF41, BERTLV.encode(0x80, transaction), BERTLV.encode(0x81, [reason]))
  }

  /// Goes as far as a card that knows this server.
  mutating func authenticate(_ assistant: LocalAssistant) throws {
    challenge = try assistant.challenge()
    let answer = try assistant.call(try authentication())
    signature1 = try answer.at(0xA0, 0x5F37).encoded
  }

  /// Goes as far as a card that has keys for a package: its one-time key.
  mutating func prepare(_ assistant: LocalAssistant) throws -> [UInt8] {
    try authenticate(assistant)
    let answer = try assistant.call(try preparation())
    return Array(try answer.at(0xA0, 0x30, 0x5F49).value)
  }
}
