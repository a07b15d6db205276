import Card
import Testing

@testable import VirtualCard

/// The vectors of the standards.
@Suite struct AES128Tests {
  private static let key = "2B7E151628AED2A6ABF7158809CF4F3C"
  private static let message = """
    6BC1BEE22E409F96E93D7E117393172A AE2D8A571E03AC9C9EB76FAC45AF8E51
    30C81C46A35CE411E5FBC1191A0A52EF F69F2445DF4F9B17AD2B417BE66C3710
    """

  /// FIPS 197, appendices B and C.1.
  @Test(arguments: [
    (
      key, "3243F6A8885A308D313198A2E0370734", "3925841D02DC09FBDC118597196A0B32"
    ),
    (
      "000102030405060708090A0B0C0D0E0F", "00112233445566778899AABBCCDDEEFF",
      "69C4E0D86A7B0430D8CDB78070B4C55A"
    ),
  ])
  func `a block is encrypted, and decrypted`(key: String, clear: String, cipher: String) throws {
    let clear = try bytes(clear)
    let aes = try #require(AES128(key: try bytes(key)))
    #expect(aes.encrypt(clear).hex == cipher)
    #expect(aes.decrypt(try bytes(cipher), initial: Array(repeating: 0, count: 16)) == clear)
  }

  /// NIST SP 800-38A, F.2.2.
  @Test func `blocks are chained`() throws {
    let aes = try #require(AES128(key: try bytes(Self.key)))
    let cipher = try bytes(
      """
      7649ABAC8119B246CEE98E9B12E9197D 5086CB9B507219EE95DB113A917678B2
      73BED6B8E3C1743B7116E69E22229516 3FF1CAA1681FAC09120ECA307586E1A7
      """)
    let initial = try bytes("000102030405060708090A0B0C0D0E0F")
    #expect(aes.decrypt(cipher, initial: initial) == (try bytes(Self.message)))
    #expect(aes.decrypt(cipher.dropLast(), initial: initial) == nil)
    #expect(aes.decrypt(cipher, initial: Array(initial.dropLast())) == nil)
    #expect(aes.decrypt([], initial: initial) == [])
  }

  /// RFC 4493 §4.
  @Test(arguments: [
    (0, "BB1D6929E95937287FA37D129B756746"), (16, "070A16B46B4D4144F79BDD9DD04A287C"),
    (40, "DFA66747DE9AE63030CA32611497C827"), (64, "51F0BEBF7E3B9D92FC49741779363CFE"),
  ])
  func `a message is authenticated`(length: Int, code: String) throws {
    let aes = try #require(AES128(key: try bytes(Self.key)))
    #expect(aes.authenticate(Array(try bytes(Self.message).prefix(length))).hex == code)
  }

  @Test func `a key of another length is none`() {
    #expect(AES128(key: Array(repeating: 0, count: 15)) == nil)
    #expect(AES128(key: Array(repeating: 0, count: 32)) == nil)
  }

  private func bytes(_ hex: String) throws -> [UInt8] { try #require([UInt8](hex: hex)) }
}
