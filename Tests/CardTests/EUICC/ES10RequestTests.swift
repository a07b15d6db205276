import Card
import CardState
import Testing

/// ES10 exchanges as published in the Infineon LPA's unit tests (MIT), on logical channel 1. There
/// the names of the delete and the reset are swapped; here each stands with what it does.
struct ES10RequestTests {
  private static let iccid = ProfileReference.Name.iccid("89000000000000002109")
  private static let named = ProfileReference.Name.iccid("89000000000000002208")

  private static let requests: [(String, [UInt8], String)] = [
    ("addresses", ES10Request.plain(ES10.getConfiguredAddresses), "81E2910003BF3C00"),
    (
      "default address", ES10Request.defaultAddress("testsmdpplus.infineon.com"),
      "81E291001EBF3F1B801974657374736D6470706C75732E696E66696E656F6E2E636F6D"
    ),
    (
      "cancel",
      ES10Request.cancelSession(transaction: bytes("F84B1CFD6D975F05C7FAC47EE4D93B27"), reason: 0),
      "81E2910018BF41158010F84B1CFD6D975F05C7FAC47EE4D93B27810100"
    ),
    ("challenge", ES10Request.plain(0xBF2E), "81E2910003BF2E00"),
    ("info 1", ES10Request.plain(ES10.getEUICCInfo1), "81E2910003BF2000"),
    ("info 2", ES10Request.plain(ES10.getEUICCInfo2), "81E2910003BF2200"),
    ("notifications", ES10Request.allNotifications, "81E2910007BF2804810204F0"),
    ("remove", ES10Request.removeNotification(0), "81E2910006BF3003800100"),
    ("retrieve", ES10Request.allSignedNotifications, "81E2910009BF2B06A004810204F0"),
    ("reset", ES10Request.memoryReset(.defaultAddress), "81E2910007BF340482020520"),
    (
      "disable", iccid.map { ES10Request.setState(ES10.disableProfile, $0, refresh: true) } ?? [],
      "81E2910014BF3211A00C5A0A980000000000000012908101FF"
    ),
    (
      "enable", iccid.map { ES10Request.setState(ES10.enableProfile, $0, refresh: true) } ?? [],
      "81E2910014BF3111A00C5A0A980000000000000012908101FF"
    ),
    (
      "delete", named.map { ES10Request.delete($0) } ?? [],
      "81E291000FBF330C5A0A98000000000000002280"
    ),
    ("EID", ES10Request.eid, "81E2910006BF3E035C015A"),
    ("profiles", ES10Request.plain(ES10.getProfilesInfo), "81E2910003BF2D00"),
    ("rules", ES10Request.plain(ES10.getRulesAuthorisationTable), "81E2910003BF4300"),
    (
      "nickname", named.map { ES10Request.nickname("Telefon", of: $0) } ?? [],
      "81E2910018BF29155A0A98000000000000002280900754656C65666F6E"
    ),
  ]

  @Test(arguments: requests.map(\.0)) func requestsAreAsSent(name: String) throws {
    let (_, request, expected) = try #require(Self.requests.first { $0.0 == name })
    let channel = try #require(LogicalChannel(1))
    let commands = StoreData.commands(for: request, on: channel)
    #expect(commands.compactMap { $0.encoded(for: .t0)?.hex } == [expected])
    #expect(commands.compactMap { $0.encoded(for: .t1)?.hex } == [expected + "00"])
  }

  @Test func shortICCIDsAreFilledUp() throws {
    let name = try #require(ProfileReference.Name.iccid("894922012345678904"))
    #expect(ES10Request.delete(name).hex == "BF330C5A0A989422103254769840FF")
  }

  @Test func takingANicknameAwaySendsAnEmptyOne() throws {
    let name = try #require(Self.named)
    #expect(ES10Request.nickname("", of: name).hex == "BF290E5A0A980000000000000022809000")
  }

  @Test func numbersAreTheShortestIntegers() {
    #expect(ES10Request.removeNotification(127).hex == "BF300380017F")
    #expect(ES10Request.removeNotification(128).hex == "BF300480020080")
    #expect(ES10Request.signedNotification(65536).hex == "BF2B07A0058003010000")
  }

  @Test(arguments: [
    (120, [120, 120, 60]), (255, [255, 45]), (300, [255, 45]), (1, Array(repeating: 1, count: 300)),
  ])
  func longRequestsGoInBlocks(block: Int, lengths: [Int]) {
    let request = [UInt8](repeating: 0xAA, count: 300)
    let commands = StoreData.commands(for: request, on: .basic, block: block)
    #expect(commands.map(\.data.count) == lengths)
    #expect(commands.flatMap(\.data) == request)
    #expect(commands.map(\.p1) == Array(repeating: 0x11, count: lengths.count - 1) + [0x91])
    #expect(commands.map(\.p2) == lengths.indices.map { UInt8(truncatingIfNeeded: $0) })
  }
}
