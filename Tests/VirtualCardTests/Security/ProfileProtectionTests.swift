import Card
import Testing

@testable import VirtualCard

/// Three segments with keys 00 to 0F, 10 to 1F, 20 to 2F, worked out with python3-cryptography.
@Suite struct ProfileProtectionTests {
  private static let segments = [
    "8718 4B1448616E13E7E460D74D27756B5F22 24EC2E9969B98CAC",
    "8810 696E20636C656172 D4733E0B28F86EB6",
    """
    8628 446B442BE8539927F591B4BDD6B43DC9 0EDE728FBAEADEC96B30061A28EB648A F7A8A8431086F73E
    """,
  ]
  private var protection = ProfileProtection(derived: Array(0..<48))

  @Test mutating func `segments are opened in their order`() throws {
    #expect(try open(0, isEncrypted: true) == [0xBF, 0x24, 0x00])
    #expect(try open(1, isEncrypted: false) == Array("in clear".utf8))
    #expect(try open(2, isEncrypted: true) == Array("sixteen bytes ok".utf8))
  }

  @Test mutating func `segments in another order are refused`() {
    #expect(throws: ProfileProtection.Fault.security) { try open(1, isEncrypted: false) }
    #expect(throws: ProfileProtection.Fault.security) { try open(2, isEncrypted: true) }
  }

  @Test(arguments: 0..<26)
  func `every bit counts`(position: Int) throws {
    var bytes = try #require([UInt8](hex: Self.segments[0]))
    bytes[position] ^= position == 1 ? 0x08 : 0x01
    var protection = try #require(protection)
    var reader = ByteReader(bytes)
    let segment = try BERTLV(parsing: &reader)
    #expect(throws: ProfileProtection.Fault.security) {
      try protection.open(segment, isEncrypted: true)
    }
  }

  @Test(arguments: ["8600", "8607 01020304050607"])
  func `a segment has room for its MAC`(segment: String) throws {
    var protection = try #require(protection)
    var reader = ByteReader(try #require([UInt8](hex: segment)))
    let segment = try BERTLV(parsing: &reader)
    #expect(throws: ProfileProtection.Fault.structure) {
      try protection.open(segment, isEncrypted: true)
    }
  }

  /// What carries a MAC only is no whole number of blocks; what is longer than a segment is none.
  @Test func `what is not encrypted, or too long, is not decrypted`() throws {
    var protection = try #require(protection)
    var first = ByteReader(try #require([UInt8](hex: Self.segments[0])))
    _ = try protection.open(try BERTLV(parsing: &first), isEncrypted: true)
    var second = ByteReader(try #require([UInt8](hex: Self.segments[1])))
    let segment = try BERTLV(parsing: &second)
    #expect(throws: ProfileProtection.Fault.structure) {
      try protection.open(segment, isEncrypted: true)
    }
    var long = ByteReader(BERTLV.encode(0x86, Array(repeating: 0, count: 1033)))
    let longer = try BERTLV(parsing: &long)
    #expect(throws: ProfileProtection.Fault.structure) {
      try protection.open(longer, isEncrypted: true)
    }
  }

  @Test func `keys have sixteen bytes`() {
    #expect(ProfileProtection(derived: Array(0..<47)) == nil)
    #expect(
      ProfileProtection(
        chainingValue: Array(0..<15), encryption: Array(0..<16), authentication: Array(0..<16))
        == nil)
  }

  private mutating func open(_ index: Int, isEncrypted: Bool) throws -> [UInt8] {
    var reader = ByteReader(try #require([UInt8](hex: Self.segments[index])))
    let segment = try BERTLV(parsing: &reader)
    return try #require(try protection?.open(segment, isEncrypted: isEncrypted))
  }
}
