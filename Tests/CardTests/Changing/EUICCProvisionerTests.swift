import Testing

@testable import Card

/// What servers and eUICCs do to each other goes through the guard, request by request.
struct EUICCProvisionerTests {
  private static let eid = "89049032001234567890123456789057"
  private static let opening: [(String, String)] = [
    ("00A4040010A0000005591010FFFFFFFF890000010000", "9000"),
    ("80E2910006BF3E035C015A00", "BF3E12 5A10 \(eid) 9000"),
  ]

  /// A card with a script at T=1.
  private final class Card: CardChannel {
    let answerToReset: [UInt8] = [0x3B, 0x00]
    let transmissionProtocol = TransmissionProtocol.t1
    private var script: [(command: String, answer: String)]

    init(_ script: [(String, String)]) { self.script = opening + script }

    func transmit(_ command: [UInt8]) -> [UInt8] {
      guard !script.isEmpty else {
        Issue.record("unexpected \(command.hex)")
        return [0x6F, 0x00]
      }
      let next = script.removeFirst()
      #expect(command.hex == bytes(next.command).hex)
      return bytes(next.answer)
    }

    var isFinished: Bool { script.isEmpty }
  }

  private func perform<Value>(
    _ script: [(String, String)], block: Int = 255,
    _ body: (ES10b) throws(ISDRError) -> Value
  ) throws -> Value {
    let card = Card(script)
    let result = try EUICCProvisioner(card, block: block).perform(on: Self.eid) { euicc in
      Result { () throws(ISDRError) in try body(euicc) }
    }
    #expect(card.isFinished)
    return try result.get()
  }

  @Test func aChallengeHasSixteenBytes() throws {
    let challenge = String(repeating: "C4", count: 16)
    let found = try perform([("80E2910003BF2E0000", "BF2E12 8010 \(challenge) 9000")]) {
      euicc throws(ISDRError) in try euicc.challenge()
    }
    #expect(found.hex == challenge)
  }

  @Test(arguments: [
    "BF2E0A 8008 0102030405060708", "BF2E00", "BF2E13 8011 0000000000000000000000000000000000", "",
  ])
  func whatIsNoChallengeIsNotOne(answer: String) {
    #expect(throws: ISDRError.self) {
      try perform([("80E2910003BF2E0000", answer + "9000")]) { euicc throws(ISDRError) in
        try euicc.challenge()
      }
    }
  }

  @Test func paddingDoesNotGoToTheServer() throws {
    let information = try perform([("80E2910003BF200000", "BF2005 8203020302 FFFF 9000")]) {
      euicc throws(ISDRError) in try euicc.information1()
    }
    #expect(information.hex == "BF20058203020302")
  }

  @Test func whatTheCardSignsOfACancellationIsKept() throws {
    let answer = try perform([
      ("80E291000CBF4109 8004DEADBEEF 810101 00", "BF4106 A004 3002 8000 9000")
    ]) { euicc throws(ISDRError) in
      try euicc.cancelSession([0xDE, 0xAD, 0xBE, 0xEF], reason: .postponed)
    }
    #expect(answer.hex == "BF4106A00430028000")
  }

  @Test(arguments: [5, 127]) func aCancellationThatFailsHasItsCode(code: UInt8) {
    do {
      _ = try perform([
        ("80E291000CBF4109 8004DEADBEEF 81017F 00", "BF4103 8101" + [code].hex + "9000")
      ]) { euicc throws(ISDRError) in
        try euicc.cancelSession([0xDE, 0xAD, 0xBE, 0xEF], reason: .undefined)
      }
      Issue.record("taken for a success")
    } catch ISDRError.failed(let result) {
      #expect(result == ES10Result(ES10.cancelSession, code: Int(code)))
    } catch {
      Issue.record("\(error)")
    }
  }

  // §5.7.14: a signed answer, or an INTEGER that says why there is none.
  @Test(arguments: ["BF4100", "BF4102 8100", "BF4103 800105", "BF410B 8109 010203040506070809"])
  func whatIsNoAnswerCancelsNothing(answer: String) {
    do {
      _ = try perform([("80E291000CBF4109 8004DEADBEEF 81017F 00", answer + "9000")]) {
        euicc throws(ISDRError) in
        try euicc.cancelSession([0xDE, 0xAD, 0xBE, 0xEF], reason: .undefined)
      }
      Issue.record("taken for a success")
    } catch ISDRError.malformed {
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func aNotificationThatIsGoneIsAsGoodAsRemoved() throws {
    try perform([("80E2910006BF300380010700", "BF3003 800101 9000")]) {
      euicc throws(ISDRError) in try euicc.removeNotification(7)
    }
  }

  // §5.7.11 answers an INTEGER; none of its bytes is no zero.
  @Test(arguments: ["BF3002 8000", "BF3000"])
  func aRemovalIsNoSuccessWithoutItsResult(answer: String) {
    #expect(throws: ISDRError.self) {
      try perform([("80E2910006BF300380010700", answer + "9000")]) { euicc throws(ISDRError) in
        try euicc.removeNotification(7)
      }
    }
  }

  @Test func blocksOf120FollowARefusalOfTheFirst() throws {
    // A segment of 133 bytes is refused whole, and sent in two; what follows is not tried whole.
    let package = try BoundProfilePackage(
      BERTLV.encode(
        0xBF36, bytes("BF2309 820101 8004DEADBEEF"),
        BERTLV.encode(0xA0, Array(repeating: 0x11, count: 130)), bytes("A103 880102 A303 860104")))
    let long = package.segments.dropFirst().first.map(Array.init) ?? []
    #expect(long.count == 133)
    let first = package.segments.first.map { $0.hex } ?? ""
    let script: [(String, String)] = [
      ("80E2910010" + first + "00", "9000"),
      ("80E2910085" + long.hex + "00", "6601"),
      ("80E2110078" + long.prefix(120).hex + "00", "9000"),
      ("80E291010D" + long.dropFirst(120).hex + "00", "9000"),
      ("80E2910002A10300", "9000"),
      ("80E291000388010200", "6A80"),
    ]
    #expect(throws: ISDRError.self) {
      try perform(script) { euicc throws(ISDRError) in
        try euicc.load(package, progress: { _ in })
      }
    }
  }

  @Test func aPackageWithoutAResultIsNoSuccess() throws {
    let package = try BoundProfilePackage(
      bytes("BF361B BF2309 820101 8004DEADBEEF A003 870101 A103 880102 A303 860104"))
    let script = package.segments.map { segment in
      ("80E29100" + [UInt8(segment.count)].hex + segment.hex + "00", "9000")
    }
    #expect(throws: ISDRError.self) {
      try perform(script) { euicc throws(ISDRError) in
        try euicc.load(package, progress: { _ in })
      }
    }
  }

  @Test func nothingGetsThroughThatWasNotNamed() throws {
    let channel = ChangingChannel(Card([]))
    #expect(throws: ChannelError.self) { try channel.transmit(bytes("80E2910003BF2E0000")) }
    channel.permit(bytes("BF2E00"))
    #expect(throws: ChannelError.self) { try channel.transmit(bytes("80E2910003BF410000")) }
    #expect(throws: ChannelError.self) { try channel.transmit(bytes("80E2910004BF2E0001")) }
    #expect(channel.sendings == 0)
  }
}
