import Card
import Crypto
import Testing

@testable import VirtualCard

@Suite struct KeyTests {
  /// The first of NIST's vectors for ECDH on P-256 (CAVS, KAS_ECC_CDH_PrimitiveTest). Of its shared
  /// secret 46FC6210… the KDF of ANSI X9.63 makes SHA-256(secret, 1, info), SHA-256(secret, 2, info).
  @Test func `keys are agreed and derived`() throws {
    let secret = try bytes("46FC62106420FF012E54A434FBDD2D25CCC5852060561E68040DD7778997BD7B")
    let info = try bytes("8810 04686F7374 10 89049032000000000000012600074735")
    let keys = OneTimeKeyPair(
      try P256.KeyAgreement.PrivateKey(
        rawRepresentation: try bytes(
          "7D7DC5F71EB29DDAF80D6214632EEAE03D9058AF1FB6D22ED80BADB62BC1A534")))
    let derived = keys.derive(
      from: try bytes(
        """
        04 700C48F77F56584C5CC632CA65640DB91B6BACCE3A4DF6B42CE7CC838833D287
        DB71E509E3FD9B060DDB20BA5C51DCC5948D46FBF640DFE0441782CAB85FA4AC
        """), sharedInfo: info)
    let blocks = (UInt8(1)...2).flatMap { Array(SHA256.hash(data: secret + [0, 0, 0, $0] + info)) }
    #expect(derived == Array(blocks.prefix(48)))
    #expect(
      derived?.hex
        == "38088084C0B23E5F36A6D53E4BF6BA4BCE568FF188C3A1334E61C2BDA697CD7E"
        + "946514C3FC35A983D76F842A90B608F4")
  }

  @Test(arguments: ["", "04", "04" + String(repeating: "00", count: 64)])
  func `a point off the curve agrees nothing`(point: String) throws {
    #expect(OneTimeKeyPair().derive(from: try bytes(point), sharedInfo: []) == nil)
    #expect(PublicKey(point: try bytes(point)) == nil)
  }

  @Test func `what is signed is verified, what is changed is not`() throws {
    let key = try #require(Identity.blank?.key)
    let message = Array("message".utf8)
    let signature = Array(try key.sign(message).dropFirst(3))
    let verifier = try #require(PublicKey(point: key.point))
    #expect(signature.count == 64)
    #expect(verifier.verifies(signature, under: message))
    #expect(!verifier.verifies(signature, under: message + [0]))
    #expect(!verifier.verifies(signature.dropLast(), under: message))
    #expect(!verifier.verifies(signature.dropLast() + [(signature.last ?? 0) ^ 1], under: message))
  }

  @Test func `the built-in eUICCs have the keys of their certificates`() throws {
    for identity in [Identity.blank, .travel] {
      let identity = try #require(identity)
      let message: [UInt8] = [1, 2, 3]
      let signature = try identity.key.sign(message).dropFirst(3)
      #expect(identity.certificate.publicKey?.verifies(signature, under: message) == true)
    }
  }

  private func bytes(_ hex: String) throws -> [UInt8] { try #require([UInt8](hex: hex)) }
}
