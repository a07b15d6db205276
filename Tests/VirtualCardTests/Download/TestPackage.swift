import Card
import Crypto
import Testing

@testable import VirtualCard

/// A bound profile package, made by the book unless told otherwise, in segments (SGP.22 §2.5.5).
struct TestPackage {
  var operation: UInt8 = 1
  var keyType: UInt8 = 0x88
  var hasOwnKeys = false
  var iccid = "8900100000000000010"
  var name = "Test"
  var metadata: [[UInt8]] = []
  var elements: [UInt8] = Array("an element".utf8)
  var eid = "89049032000000000000012600074735"

  /// The segments, for the one-time key of a card.
  func segments(
    for server: TestServer, _ cardKey: [UInt8], spoil: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> [[UInt8]] {
    let key = P256.KeyAgreement.PrivateKey()
    let host = Array("host".utf8)
    let eid = try #require([UInt8](hex: eid))
    let info = [0x88, 0x10, UInt8(host.count)] + host + [UInt8(eid.count)] + eid
    let secret = try key.sharedSecretFromKeyAgreement(
      with: P256.KeyAgreement.PublicKey(x963Representation: cardKey))
    let derived = secret.x963DerivedSymmetricKey(
      using: SHA256.self, sharedInfo: info, outputByteCount: 48
    ).withUnsafeBytes { Array($0) }
    var sealer = try Sealer(derived)

    let request =
      BERTLV.encode(0x82, [operation]) + BERTLV.encode(0x80, server.transaction)
      + BERTLV.encode(
        0xA6, BERTLV.encode(0x80, [keyType]), BERTLV.encode(0x81, [0x10]),
        BERTLV.encode(0x84, host))
      + BERTLV.encode(0x5F49, Array(key.publicKey.x963Representation))
    let signature = try TestServer.sign(
      spoil(request + BERTLV.encode(0x5F49, cardKey)), by: server.binder)
    let channel = BERTLV.encode(0xBF23, request, signature)

    let configuration = BERTLV.encode(
      0xA0, sealer.seal(0x87, BERTLV.encode(0xBF24), isEncrypted: true))
    let described = sealer.all(0x88, describedProfile, isEncrypted: false)
    var parts = [configuration, header(0xA1, described)] + described
    if hasOwnKeys {
      let own = Array(UInt8(0)..<48)
      let keys = BERTLV.encode(
        0xBF26, BERTLV.encode(0x80, Array(own.prefix(16))),
        BERTLV.encode(0x81, Array(own.dropFirst(16).prefix(16))),
        BERTLV.encode(0x82, Array(own.suffix(16))))
      parts.append(BERTLV.encode(0xA2, sealer.seal(0x87, keys, isEncrypted: true)))
      sealer = try Sealer(own)
    }
    let loaded = sealer.all(0x86, elements, isEncrypted: true)
    parts += [header(0xA3, loaded)] + loaded
    let body = channel + parts.flatMap { $0 }
    return [BERTLV.encode(0xBF36, body).dropLast(body.count) + channel] + parts
  }

  private var describedProfile: [UInt8] {
    BERTLV.encode(
      0xBF25,
      ([
        BERTLV.encode(0x5A, Digits.iccid(iccid)), BERTLV.encode(0x91, Array("Provider".utf8)),
        BERTLV.encode(0x92, Array(name.utf8)),
      ] + metadata).flatMap { $0 })
  }

  /// Tag and length of a sequence.
  private func header(_ tag: BERTLV.Tag, _ members: [[UInt8]]) -> [UInt8] {
    let body = members.flatMap { $0 }
    return BERTLV.encode(tag, body).dropLast(body.count)
  }
}

/// The server's side of ``ProfileProtection``.
private struct Sealer {
  private let encryption: AES128
  private let authentication: AES128
  private var chain: [UInt8]
  private var number = 0

  init(_ keys: [UInt8]) throws {
    chain = Array(keys.prefix(16))
    encryption = try #require(AES128(key: keys.dropFirst(16).prefix(16)))
    authentication = try #require(AES128(key: keys.suffix(16)))
  }

  mutating func all(_ tag: BERTLV.Tag, _ bytes: [UInt8], isEncrypted: Bool) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: 1000).map {
      seal(tag, Array(bytes.dropFirst($0).prefix(1000)), isEncrypted: isEncrypted)
    }
  }

  mutating func seal(_ tag: BERTLV.Tag, _ bytes: [UInt8], isEncrypted: Bool) -> [UInt8] {
    number += 1
    let content = isEncrypted ? encrypted(bytes) : bytes
    let placed = BERTLV.encode(tag, content + Array(repeating: 0, count: 8)).dropLast(8)
    chain = authentication.authenticate(chain + placed)
    return Array(placed) + chain.prefix(8)
  }

  private func encrypted(_ bytes: [UInt8]) -> [UInt8] {
    var previous = encryption.encrypt(
      Array(repeating: 0, count: 14) + [UInt8(number >> 8), UInt8(number & 0xFF)])
    var padded = bytes + [0x80]
    while !padded.count.isMultiple(of: 16) { padded.append(0) }
    return stride(from: 0, to: padded.count, by: 16).flatMap { start in
      previous = encryption.encrypt(
        zip(padded.dropFirst(start).prefix(16), previous).map { $0 ^ $1 })
      return previous
    }
  }
}
