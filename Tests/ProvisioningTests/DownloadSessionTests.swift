import Card
import CardState
import HTTPS
import Testing
import Words

@testable import Provisioning

/// A download, step by step, and what is said when one of the steps fails.
struct DownloadSessionTests {
  let card = ModelEUICC()
  let server = ModelServer()
  let code: ActivationCode

  init() throws { code = try ActivationCode("LPA:1$localhost$MATCH-1") }

  private func download(
    _ decision: DownloadSession.Decision = .install(confirmationCode: nil),
    code other: ActivationCode? = nil, accepts: Bool = true,
    isCancelled: @escaping () -> Bool = { false },
    note: @escaping (DownloadStep, [UInt8]?) -> Void = { _, _ in }
  ) throws -> DownloadOutcome {
    try EUICCProvisioner(card, isCancelled: isCancelled).perform(on: ModelEUICC.eid) { euicc in
      DownloadSession(other ?? code, for: .reader, on: euicc, through: server, note: note).run(
        decide: { _ in decision }, accepts: { _ in accepts })
    }
  }

  private static let failedResult =
    "BF37 3F BF27 38 8004 DEADBEEF BF2F20 800107 81020780 0C0B6C6F63616C686F73742E78"
    + "5A0A985802032143658709F2 0603 2A0304 A208 A106 800105 81010A 5F3701AA"

  @Test func aProfileIsInstalled() throws {
    let outcome = try download()
    guard case .installed(let result) = outcome.end else {
      Issue.record("\(outcome.end)")
      return
    }
    #expect(result.sequenceNumber == 7)
    #expect(result.address == "localhost.x")
    #expect(outcome.iccid == ModelEUICC.iccid)
    #expect(outcome.isOnCard == .yes)
    #expect(outcome.isCodeUsed == .yes)
    #expect(outcome.session == .none)
    #expect(
      server.calls == ["initiateAuthentication", "authenticateClient", "getBoundProfilePackage"])
  }

  @Test func whatIsSignedGoesThroughAsItCame() throws {
    _ = try download()
    let authenticate = try #require(card.requests.first { $0.starts(with: [0xBF, 0x38]) })
    // serverSigned1, serverSignature1, key, certificate, and the context of SGP.22 §5.7.13.
    let challenge = ModelEUICC.challenge.hex
    let signed = "3035 8004DEADBEEF 8110\(challenge) 83096C6F63616C686F7374 8410"
    #expect(authenticate.hex.hasPrefix(bytes("BF3867 \(signed)").hex))
    let rest = """
      5F370101 040102 3003020101 A022 80074D415443482D31 A117 800400000000 A10F 80030F0000 81030F0000 \
      85030F0000
      """
    #expect(authenticate.hex.hasSuffix(bytes(rest).hex))
    let prepare = bytes("BF2114 30098004DEADBEEF010100 5F370101 3003020102")
    #expect(card.requests.contains(prepare))
    #expect(server.bodies.first?["smdpAddress"] == "localhost")
    #expect(server.bodies.first?["euiccInfo1"] == "vyAFggMCAwI=")
    // The server's own way to write it.
    #expect(server.bodies.dropFirst().first?["transactionId"] == "deadbeef")
  }

  @Test func theCardIsOpenedOnceAndAskedForNoMoreThanIsNeeded() throws {
    _ = try download()
    #expect(card.selections == 1)
    // SELECT and GetEID; challenge, information, two signatures; eight segments, one of them in three
    // blocks.
    #expect(card.exchanges == 2 + 4 + 10)
    #expect(card.blocks.max() == 255)
  }

  @Test func shorterBlocksAreSentToACardThatWantsThem() throws {
    card.wantsShortBlocks = true
    #expect(try download().isCodeUsed == .yes)
    #expect(card.blocks.max() == 120)
    // Refused once, at the first long block.
    #expect(card.exchanges == 2 + 4 + 13 + 1)
  }

  @Test func theConfirmationCodeIsHashedWithTheTransaction() throws {
    server.wantsConfirmationCode = true
    _ = try download(.install(confirmationCode: Array("1234".utf8)))
    // SHA-256(SHA-256("1234") ‖ DEADBEEF), by openssl.
    let hash = "37D5B5B1A3439C7C588A775AC45452A77B974B25339126CBCD127256B1829D67"
    #expect(
      card.requests.contains { $0.starts(with: [0xBF, 0x21]) && $0.hex.contains("0420" + hash) })
  }

  @Test func aResultThatComesEarlyEndsTheLoading() throws {
    card.result = Self.failedResult
    card.resultAfter = 3
    let outcome = try download()
    guard case .notInstalled(let result) = outcome.end,
      case .failed(let command, let code) = result.outcome
    else {
      Issue.record("\(outcome.end)")
      return
    }
    #expect(command.rawValue == 5)
    #expect(code.code == 10)
    #expect(outcome.isOnCard == .no)
    #expect(outcome.isCodeUsed == .unknown)
    #expect(outcome.session == .none)
    #expect(!server.calls.contains("cancelSession"))
    #expect(
      outcome.nextWords(enabling: nil).description
        == "Next: delete a profile that is not needed any more.")
    #expect(card.requests.suffix(3).first?.starts(with: [0xBF, 0x36]) == true)
  }

  @Test func whoDeclinesKeepsTheCode() throws {
    let outcome = try download(.decline(.postponed))
    #expect(outcome.isOnCard == .no)
    #expect(outcome.isCodeUsed == .no)
    #expect(outcome.session == .cancelled)
    #expect(card.requests.last?.hex == "BF4109" + "8004DEADBEEF" + "810101")
    #expect(server.calls.last == "cancelSession")
    #expect(server.bodies.last?["transactionId"] == "deadbeef")
  }

  @Test func aPackageThatIsTooLargeIsNotSent() throws {
    let outcome = try download(accepts: false)
    #expect(outcome.isCodeUsed == .no)
    #expect(!card.requests.contains { $0.starts(with: [0xBF, 0x36]) })
  }

  @Test func everyStepIsNotedBeforeItIsTaken() throws {
    var steps: [DownloadStep] = []
    _ = try download(note: { step, transaction in
      steps.append(step)
      #expect((transaction == nil) == (step == .begun))
    })
    #expect(steps == DownloadStep.allCases)
  }

  @Test func everyFunctionIsToldBeforeItIsCalled() throws {
    var calls: [DownloadCall] = []
    var counts: [Int] = []
    _ = try EUICCProvisioner(card).perform(on: ModelEUICC.eid) { euicc in
      let session = DownloadSession(
        code, for: .reader, on: euicc, through: server,
        report: {
          guard case .calling(let call) = $0 else { return }
          calls.append(call)
          if case .server = call { counts.append(server.calls.count) }
        })
      return session.run(decide: { _ in .decline(.postponed) })
    }
    #expect(
      calls == [
        .card(.challenge), .card(.information), .server(.initiateAuthentication),
        .card(.authenticateServer), .server(.authenticateClient), .card(.cancelSession),
        .server(.cancelSession),
      ])
    #expect(counts == [0, 1, 2])
  }

  // Each exchange with the card, and what is known when it fails there.
  @Test(
    arguments: Array(1...16),
    [ModelEUICC.Fault.removed, .status("6F00"), .status("6985"), .answer("00FF9000")])
  func aFaultOfTheCardIsNeverASuccess(exchange: Int, fault: ModelEUICC.Fault) throws {
    card.fault = (exchange, fault)
    let outcome: DownloadOutcome
    do {
      outcome = try download()
    } catch is ChannelError {
      #expect(exchange <= 2)
      return
    }
    // An ISD-R that refuses its first name is found by the next one; of a segment's blocks all but the
    // last are acknowledged, no more: what the eUICC signs at the end says what became of them.
    let isWithinSegment = (13...14).contains(exchange)
    let isAcknowledgement = if case .answer = fault { isWithinSegment } else { false }
    if exchange <= 2 || isAcknowledgement, case .installed = outcome.end { return }
    // A segment in the middle whose answer was garbled is not believed either.
    guard case .failed = outcome.end else {
      Issue.record("\(exchange): \(outcome.end)")
      return
    }
    let isLoading = exchange > 6
    #expect(outcome.isOnCard == (isLoading ? .unknown : .no), "\(exchange)")
    // Before the package is loaded the server is asked to keep the order, and does.
    #expect(outcome.isCodeUsed == (isLoading ? .unknown : .no), "\(exchange)")
    // The server is told whenever the card can sign that it is over.
    #expect(server.calls.contains("cancelSession") == (exchange > 5), "\(exchange)")
    #expect(outcome.session == (exchange > 5 ? .cancelled : .none), "\(exchange)")
  }

  // Each call of the server, and what is known when it fails there.
  @Test(arguments: ["initiateAuthentication", "authenticateClient", "getBoundProfilePackage"])
  func aCallThatDidNotArriveUsesNothingUp(function: String) throws {
    server.faults[function] = .error(HTTPSError(.unreachable))
    let outcome = try download()
    guard case .failed(.server(.call(let error))) = outcome.end else {
      Issue.record("\(outcome.end)")
      return
    }
    #expect(error.reason == .unreachable)
    #expect(outcome.isOnCard == .no)
    #expect(outcome.isCodeUsed == .no)
    // A server that has not heard of the eUICC has nothing to cancel.
    #expect(server.calls.contains("cancelSession") == (function == "getBoundProfilePackage"))
  }

  @Test(arguments: ["authenticateClient", "getBoundProfilePackage"])
  func aServerThatCantBeToldLeavesTheCodeUnknown(function: String) throws {
    server.faults[function] = .error(HTTPSError(.timedOut, wasSent: true))
    server.faults["cancelSession"] = .error(HTTPSError(.unreachable))
    let outcome = try download()
    #expect(outcome.isOnCard == .no)
    #expect(outcome.isCodeUsed == .unknown)
    #expect(
      outcome.session
        == .serverNotTold(bytes("BF4106A00430028000"), id: "deadbeef", keepsOrder: true))
    #expect(outcome.nextWords(enabling: nil).description.contains("--resume"))
  }

  @Test func aTimeoutThatTheServerIsToldOfKeepsTheCode() throws {
    server.faults["getBoundProfilePackage"] = .error(HTTPSError(.timedOut, wasSent: true))
    let outcome = try download()
    #expect(outcome.isCodeUsed == .no)
    #expect(card.requests.last?.hex.hasSuffix("810102") == true)
  }

  @Test func aServerThatKnowsNoSessionLeavesTheCodeUnknown() throws {
    server.faults["cancelSession"] = .refusal("8.10.1", "3.9")
    let outcome = try download(.decline(.postponed))
    #expect(outcome.session == .refusedByServer)
    #expect(outcome.isCodeUsed == .unknown)
  }

  @Test(arguments: [
    ("8.2.6", "3.8", Certainty.unknown), ("8.8.5", "6.4", .yes), ("8.1.1", "3.8", .no),
    ("9.9", "9.9", .unknown),
  ]) func whatTheServerSaysOfTheCodeIsKept(subject: String, reason: String, used: Certainty) throws
  {
    server.faults["authenticateClient"] = .refusal(subject, reason)
    let outcome = try download()
    #expect(outcome.isCodeUsed == used)
    #expect(outcome.isOnCard == .no)
  }

  @Test(arguments: [
    ("", "JSON"), ("[]", "JSON"), ("{}", "JSON"), ("{\"header\":1}", "JSON"),
    ("{\"header\":{\"functionExecutionStatus\":{\"status\":\"Failed\"}}}", "statusCodeData"),
    ("{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}", "smdpSigned2"),
  ]) func anAnswerThatIsNoneIsTold(body: String, member: String) throws {
    server.faults["authenticateClient"] = .body(body)
    guard case .failed(.server(let error)) = try download().end else {
      Issue.record("no failure")
      return
    }
    #expect(error == .malformed(member))
  }

  @Test func aServerThatSignsAnotherAddressGetsNothing() throws {
    server.address = "elsewhere"
    guard case .failed(.otherServer) = try download().end else {
      Issue.record("not noticed")
      return
    }
    #expect(server.calls == ["initiateAuthentication"])
    #expect(!card.requests.contains { $0.starts(with: [0xBF, 0x38]) })
  }

  @Test func aReplayedSessionGetsNothing() throws {
    server.challenge = Array(repeating: 1, count: 16)
    guard case .failed(.otherChallenge) = try download().end else {
      Issue.record("not noticed")
      return
    }
    #expect(server.calls == ["initiateAuthentication"])
  }

  @Test func theIdentifierOfTheCodeIsHeldAgainstTheCertificate() throws {
    // 1.3.6.1.4.1.31746 is 2B06010401 81F802.
    let named = try ActivationCode("1$localhost$M$1.3.6.1.4.1.31746")
    guard case .failed(.otherIdentifier) = try download(code: named).end else {
      Issue.record("not noticed")
      return
    }
    server.certificate = "300A" + "8808" + "2B0601040181F802"
    guard case .installed = try download(code: named).end else {
      Issue.record("not taken")
      return
    }
  }

  @Test func aPackageForAnotherSessionIsNotSent() throws {
    server.package = Package.encoded(transaction: "DEADBEE0")
    guard case .failed(.otherPackage) = try download().end else {
      Issue.record("not noticed")
      return
    }
    #expect(!card.requests.contains { $0.starts(with: [0xBF, 0x36]) })
  }

  @Test(arguments: 1...12) func whoInterruptsLeavesNothingOpen(question: Int) throws {
    var asked = 0
    let isCancelled = {
      asked += 1
      return asked >= question
    }
    let outcome: DownloadOutcome
    do {
      outcome = try download(isCancelled: isCancelled)
    } catch {
      #expect(error as? ChannelError == .interrupted)
      return
    }
    guard case .failed(let failure) = outcome.end else {
      Issue.record("\(outcome.end)")
      return
    }
    #expect(failure.isInterruption)
    #expect(outcome.session != .leftOpen)
    #expect(outcome.isCodeUsed == .no)
  }

  @Test func aPackageWithAnotherProfileThanWasShownIsNotSent() throws {
    // BF25 {5A, 91, 92} of another ICCID, and a MAC of eight bytes.
    let other = ModelServer.metadata.replacing("985802", with: "985803")
    server.package = Package.encoded(metadata: bytes(other))
    guard case .failed(.otherProfile) = try download().end else {
      Issue.record("not noticed")
      return
    }
    #expect(!card.requests.contains { $0.starts(with: [0xBF, 0x36]) })
    // metadataMismatch.
    #expect(card.requests.last?.hex.hasSuffix("810104") == true)
    server.package = Package.encoded(metadata: bytes(ModelServer.metadata))
    guard case .installed = try download().end else {
      Issue.record("not taken")
      return
    }
  }

  @Test(arguments: ["6A88", "6D00", "6E00"])
  func anEUICCThatCantDownloadIsNotAskedAgain(status: String) throws {
    card.fault = (3, .status(status))
    let next = try download().nextWords(enabling: nil).description
    #expect(next == "Next: ask who sold the card whether profiles can be downloaded to it.")
  }

  // A card that fails once when the session is cancelled leaves none open.
  @Test func aSessionIsCancelledThoughTheCardFailsOnce() throws {
    card.fault = (6, .status("6F00"))
    let outcome = try download(.decline(.postponed))
    #expect(outcome.session == .cancelled)
    #expect(outcome.isCodeUsed == .no)
  }

  @Test func whatTheCardListsDecides() throws {
    var outcome = try download()
    var euicc = EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: [])
    outcome.judge(from: euicc)
    outcome.judge(by: euicc)
    #expect(outcome.isOnCard == .no)
    #expect(!outcome.isInstalled)
    var profile = Profile()
    profile.iccid = ModelEUICC.iccid
    euicc.profiles = [profile]
    outcome.judge(by: euicc)
    #expect(outcome.isInstalled)
  }

  @Test func aProfileThatIsThereThoughItsResultWasLostHasUsedTheCodeUp() throws {
    card.fault = (16, .removed)
    var outcome = try download()
    #expect(
      outcome.isOnCard == .unknown
        && outcome.nextWords(enabling: nil).description.contains("--resume"))
    var profile = Profile()
    profile.iccid = ModelEUICC.iccid
    outcome.judge(from: EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: []))
    outcome.judge(by: EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: [profile]))
    #expect(outcome.isOnCard == .yes && outcome.isCodeUsed == .yes)
    #expect(outcome.nextWords(enabling: nil).description.contains("notifications send"))
  }

  @Test func aListThatWasNotReadDecidesNothing() throws {
    card.fault = (10, .removed)
    var outcome = try download()
    #expect(outcome.isOnCard == .unknown)
    outcome.judge(from: EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: []))
    outcome.judge(by: EUICC(isdrAID: "", eid: ModelEUICC.eid))
    #expect(outcome.isOnCard == .unknown)
  }

  // A failure while loading; then the card lists a profile with that number.
  @Test(
    arguments: [(false, Certainty.yes), (true, .unknown), (nil, .unknown)] as [(Bool?, Certainty)])
  func whatMayHaveBeenThereBeforeShowsNothingOfTheCode(wasThere: Bool?, isCodeUsed: Certainty)
    throws
  {
    card.fault = (10, .removed)
    var outcome = try download()
    var profile = Profile()
    profile.iccid = ModelEUICC.iccid
    let euicc = EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: [profile])
    let listed = wasThere.map { $0 ? [profile] : [] }
    outcome.judge(from: EUICC(isdrAID: "", eid: ModelEUICC.eid, profiles: listed))
    outcome.judge(by: euicc)
    #expect(outcome.isOnCard == .yes)
    #expect(outcome.isCodeUsed == isCodeUsed)
  }

  @Test func noSentenceHoldsAnIdentifier() throws {
    for function in ["initiateAuthentication", "authenticateClient", "getBoundProfilePackage"] {
      server.faults = [function: .refusal("8.2.6", "3.8")]
      let outcome = try download()
      let text = [outcome.profileWords, outcome.codeWords, outcome.nextWords(enabling: nil)].map(
        \.description
      )
      .joined()
      for secret in ["MATCH-1", ModelEUICC.iccid, ModelEUICC.eid] {
        #expect(!text.contains(secret))
      }
    }
  }
}
