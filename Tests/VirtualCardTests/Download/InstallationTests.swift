import Card
import Testing

@testable import VirtualCard

/// LoadBoundProfilePackage and what becomes of it (SGP.22 §2.5.5, §2.5.6, §5.5, §5.7.6).
@Suite struct InstallationTests {
  private let assistant: LocalAssistant
  private var server = TestServer()
  private let key: [UInt8]

  init() throws {
    assistant = try LocalAssistant()
    key = try server.prepare(assistant)
  }

  @Test(arguments: [false, true], [10, 2500])
  func `a profile is installed, byte for byte`(hasOwnKeys: Bool, size: Int) throws {
    var package = TestPackage(hasOwnKeys: hasOwnKeys)
    package.elements = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let result = try load(package)
    #expect(
      try result.at(0xBF27, 0xA2, 0xA0, 0x4F).value.elementsEqual(ApplicationIdentifier.isdp(1)))
    let profile = try #require(profiles.first)
    #expect(profiles.count == 1)
    #expect(profile.package == package.elements)
    #expect(!profile.isEnabled)
    #expect(profile.nickname == nil)
    // The room it takes.
    let information = try assistant.call(BERTLV.encode(0xBF22))
    let free = try information.at(0x84, 0x82).value.hex
    #expect(Int(free, radix: 16) == 1_572_864 - size)
  }

  @Test func `the result is signed, and waits among the notifications`() throws {
    let result = try load(TestPackage())
    let data = try result.at(0xBF27)
    #expect(Array(try data.at(0x80).value) == server.transaction)
    #expect(try data.at(0x06).value.elementsEqual([0x88, 0x37, 0x0A, 0x01]))
    #expect(
      try data.at(0xBF2F).encoded.hex
        == "BF2F25" + "800101" + "81020780" + "0C10" + Array(server.address.utf8).hex + "5A0A"
        + Digits.iccid("8900100000000000010").hex)
    let signer = try #require(Identity.blank?.certificate.publicKey)
    #expect(signer.verifies(try result.at(0x5F37).value, under: data.encoded))
    let pending = try assistant.call(BERTLV.encode(0xBF2B))
    #expect(try pending.at(0xA0, 0xBF37).encoded == result.encoded)
    #expect(
      try assistant.send(try #require([UInt8](hex: "BF3003800101"))).data.hex == "BF3003800100")
    #expect(try assistant.send(BERTLV.encode(0xBF2B)).data.hex == "BF2B02A000")
  }

  @Test func `metadata are told as they came`() throws {
    var package = TestPackage()
    package.metadata = [
      BERTLV.encode(0x93, [1]), BERTLV.encode(0x94, Array(repeating: 0x50, count: 1024)),
      BERTLV.encode(0x95, [0]),
      BERTLV.encode(
        0xB6,
        BERTLV.encode(
          0x30, BERTLV.encode(0x80, [0x05, 0xA0]), BERTLV.encode(0x81, Array("a.example".utf8)))),
      BERTLV.encode(
        0xB7, BERTLV.encode(0x80, [0x13, 0x00, 0x62]), BERTLV.encode(0x81, [0x33]),
        BERTLV.encode(0x82, [0x44])),
      BERTLV.encode(0x99, [0x06, 0x40]),
    ]
    _ = try load(package)
    let tags: [UInt8] = [
      0x5A, 0x9F, 0x70, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0xB6, 0xB7, 0x99,
    ]
    let listed = try assistant.call(BERTLV.encode(0xBF2D, BERTLV.encode(0x5C, tags))).at(0xA0, 0xE3)
    let told = [
      BERTLV.encode(0x5A, Digits.iccid(package.iccid)), BERTLV.encode(0x9F70, [0]),
      BERTLV.encode(0x91, Array("Provider".utf8)), BERTLV.encode(0x92, Array("Test".utf8)),
    ]
    #expect(listed.value.elementsEqual((told + package.metadata).flatMap { $0 }))
    let owner = try #require(profiles.first?.owner)
    #expect(owner.plmn == "310260")
  }

  @Test func `whoever wants to be told of an installation is told, with a signature`() throws {
    var package = TestPackage()
    package.metadata = [
      BERTLV.encode(
        0xB6,
        BERTLV.encode(
          0x30, BERTLV.encode(0x80, [0x04, 0xF0]), BERTLV.encode(0x81, Array("a.example".utf8))))
    ]
    _ = try load(package)
    let name = BERTLV.encode(0x5A, Digits.iccid(package.iccid))
    _ = try assistant.call(BERTLV.encode(0xBF33, name))
    let pending = try assistant.call(BERTLV.encode(0xBF2B)).at(0xA0).children()
    #expect(pending.map(\.tag) == [0xBF37, 0x30, 0x30])
    #expect(
      try pending.dropFirst().map { Array(try $0.at(0xBF2F, 0x81).value) } == [
        [7, 0x80], [4, 0x10],
      ])
    let signer = try #require(Identity.blank?.certificate.publicKey)
    for notification in pending.dropFirst() {
      #expect(
        signer.verifies(
          try notification.at(0x5F37).value, under: try notification.at(0xBF2F).encoded))
      #expect(try notification.children().count == 4)
    }
  }

  @Test func `it can be enabled, and is a SIM with its ICCID`() throws {
    var package = TestPackage()
    // PE-USIM with EF.IMSI 001010123456789.
    package.elements = BERTLV.encode(
      0xB3, BERTLV.encode(0xA0, BERTLV.encode(0x80), BERTLV.encode(0x81, [2])),
      BERTLV.encode(0xA3, BERTLV.encode(0x83, [8, 0x09, 0x10, 0x10, 0x10, 0x32, 0x54, 0x76, 0x98])))
    _ = try load(package)
    let name = BERTLV.encode(0x5A, Digits.iccid(package.iccid))
    _ = try assistant.call(
      BERTLV.encode(0xBF31, BERTLV.encode(0xA0, name), BERTLV.encode(0x81, [0])))
    let send = Dialogue(assistant.card)
    try send("00A40800 02 2FE2")
    try send("00B00000 0A", Digits.iccid(package.iccid).hex + "9000")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08700 09", "080910101032547698 9000")
  }

  @Test func `without an IMSI in the package EF.IMSI is blank`() throws {
    _ = try load(TestPackage())
    #expect(profiles.first?.subscription?.imsi == nil)
    let name = BERTLV.encode(0x5A, Digits.iccid("8900100000000000010"))
    _ = try assistant.call(
      BERTLV.encode(0xBF31, BERTLV.encode(0xA0, name), BERTLV.encode(0x81, [0])))
    let send = Dialogue(assistant.card)
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08700 09", "FFFFFFFFFFFFFFFFFF 9000")
  }

  // ErrorResult, each by what deserves it: the command, and the reason.

  @Test func `InitialiseSecureChannel has to be signed by the server`() throws {
    try expectFailure(0, 2) { try $0.segments(for: server, key) { $0 + [0] } }
  }

  @Test mutating func `a package of another transaction is refused`() throws {
    var other = server
    other.transaction = [7]
    try expectFailure(0, 3) { try $0.segments(for: other, key) }
  }

  @Test func `a package of other keys is refused`() throws {
    try expectFailure(0, 4, TestPackage(keyType: 0x80)) { try $0.segments(for: server, key) }
  }

  @Test func `a package for another operation is refused`() throws {
    try expectFailure(0, 5, TestPackage(operation: 2)) { try $0.segments(for: server, key) }
  }

  @Test func `a package for another eUICC does not open`() throws {
    let other = TestPackage(eid: "89049032000000000000012600041755")
    try expectFailure(1, 8, other) { try $0.segments(for: server, key) }
  }

  /// Segments: channel, A0, A1, 88, A2, A3, 86.
  @Test(arguments: [(1, 1), (3, 2), (4, 4), (6, 5)])
  func `a wrong MAC is noticed in every part`(place: Int, command: UInt8) throws {
    try expectFailure(command, 8, TestPackage(hasOwnKeys: true)) {
      var segments = try $0.segments(for: server, key)
      segments[place][segments[place].count - 1] ^= 1
      return segments
    }
  }

  /// Without A2 its keys are missing, but it may be left out.
  @Test(
    arguments: [(1, 1, 7), (2, 2, 7), (3, 2, 7), (4, 5, 8), (5, 5, 7)] as [(Int, UInt8, UInt8)])
  func `a segment that is left out is noticed`(place: Int, command: UInt8, reason: UInt8) throws {
    try expectFailure(command, reason, TestPackage(hasOwnKeys: true)) {
      var segments = try $0.segments(for: server, key)
      segments.remove(at: place)
      return segments
    }
  }

  @Test func `a package that begins anew is noticed`() throws {
    try expectFailure(2, 7) {
      let segments = try $0.segments(for: server, key)
      return segments.prefix(2) + segments
    }
  }

  @Test func `an ICCID can be there once`() throws {
    _ = try load(TestPackage())
    let (again, server) = try prepareAgain()
    try expectFailure(2, 9) { try $0.segments(for: server, again) }
    #expect(profiles.count == 1)
  }

  @Test func `two profiles have two ISD-Ps`() throws {
    _ = try load(TestPackage())
    let (again, server) = try prepareAgain()
    _ = try assistant.load(
      try TestPackage(iccid: "8900100000000000028").segments(for: server, again))
    #expect(profiles.map(\.aid) == [ApplicationIdentifier.isdp(1), ApplicationIdentifier.isdp(2)])
  }

  @Test func `a package larger than the memory is refused`() throws {
    let small = try LocalAssistant("full-euicc")
    var server = TestServer()
    let key = try server.prepare(small)
    var package = TestPackage()
    package.elements = Array(repeating: 0xA5, count: 20_000)
    let answer = try small.load(try package.segments(for: server, key))
    #expect(try outcome(try BERTLV(answer.data)) == [5, 10])
  }

  @Test(arguments: [
    BERTLV.encode(0x95, [3]), BERTLV.encode(0x94, [1]), BERTLV.encode(0xB6, [0x30, 0x01, 0x00]),
  ])
  func `metadata that make no sense are refused`(metadata: [UInt8]) throws {
    try expectFailure(2, 1, TestPackage(metadata: [metadata])) {
      try $0.segments(for: server, key)
    }
  }

  @Test func `a first segment that is none is refused`() throws {
    try expectFailure(0, 1) { _ in [[0xBF, 0x36, 0x05, 0xBF, 0x23, 0x02, 0x82, 0x00]] }
  }

  // The session.

  @Test func `a failure is told once, signed, and then nothing goes on`() throws {
    var segments = try TestPackage().segments(for: server, key)
    segments[1][10] ^= 1
    let result = try BERTLV(try assistant.load(segments).data)
    let signer = try #require(Identity.blank?.certificate.publicKey)
    let data = try result.at(0xBF27)
    #expect(signer.verifies(try result.at(0x5F37).value, under: data.encoded))
    #expect(try assistant.send(segments[2]).status == 0x6985)
    #expect(try assistant.send(server.cancellation(reason: 5)).data.hex == "BF4103810105")
    let pending = try assistant.call(BERTLV.encode(0xBF2B)).at(0xA0, 0xBF37)
    #expect(pending.value.elementsEqual(result.value))
    #expect(profiles.isEmpty)
  }

  @Test func `half a package leaves nothing when the channel is closed`() throws {
    let segments = try TestPackage().segments(for: server, key)
    for segment in segments.dropLast() {
      #expect(try assistant.send(segment) == ResponseAPDU(status: 0x9000))
    }
    try assistant.close()
    let next = try LocalAssistant(assistant.card)
    #expect(try next.send(try #require(segments.last)).status == 0x6985)
    #expect(profiles.isEmpty)
    #expect(try next.send(BERTLV.encode(0xBF2B)).data.hex == "BF2B02A000")
  }

  @Test func `half a package can be cancelled`() throws {
    let segments = try TestPackage().segments(for: server, key)
    _ = try assistant.send(try #require(segments.first))
    #expect(try assistant.call(server.cancellation(reason: 5)).at(0xA0).value.count > 64)
    #expect(try assistant.send(segments[1]).status == 0x6985)
  }

  @Test func `a package is not loaded before it is prepared`() throws {
    let segments = try TestPackage().segments(for: server, key)
    let other = try LocalAssistant()
    var server = server
    try server.authenticate(other)
    #expect(try other.send(try #require(segments.first)).status == 0x6985)
  }

  @Test func `the journal has every segment`() throws {
    _ = try load(TestPackage())
    #expect(
      assistant.card.changes.map(\.name) == [
        "ES10b.GetEUICCChallenge", "ES10b.AuthenticateServer", "ES10b.PrepareDownload",
      ] + Array(repeating: "ES10b.LoadBoundProfilePackage", count: 6))
  }

  private var profiles: [StoredProfile] { assistant.card.profiles }

  private func load(_ package: TestPackage) throws -> BERTLV {
    let answer = try assistant.load(try package.segments(for: server, key))
    #expect(answer.status == 0x9000)
    return try BERTLV(answer.data)
  }

  /// BppCommandId and ErrorReason.
  private func outcome(_ result: BERTLV) throws -> [UInt8] {
    try result.at(0xBF27, 0xA2, 0xA1).children().compactMap(\.value.first)
  }

  private func expectFailure(
    _ command: UInt8, _ reason: UInt8, _ package: TestPackage = TestPackage(),
    sourceLocation: SourceLocation = #_sourceLocation, _ segments: (TestPackage) throws -> [[UInt8]]
  ) throws {
    let count = profiles.count
    let answer = try assistant.load(try segments(package))
    let outcome = try outcome(try BERTLV(answer.data))
    #expect(outcome == [command, reason], sourceLocation: sourceLocation)
    #expect(profiles.count == count, sourceLocation: sourceLocation)
  }

  private func prepareAgain() throws -> ([UInt8], TestServer) {
    var next = TestServer(transaction: [2])
    let key = try next.prepare(assistant)
    return (key, next)
  }
}
