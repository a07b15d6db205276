import CardState
import Testing

@testable import Card

/// What is said of a change, and that it is never asked for twice blindly.
struct EUICCChangerTests {
  private static let eid = "89049032001234567890123456789057"
  private static let request = "80E2910014BF3111A00C5A0A985802032143658709F28101FF"

  private let profile: ProfileReference = {
    var profile = Profile()
    profile.iccid = "8985203012345678902"
    return ProfileReference(profile)
  }()

  /// An eUICC with one profile, in the protocol T=1, whose answers to EnableProfile are given.
  private final class Card: ResettableChannel {
    let answerToReset: [UInt8] = [0x3B, 0x00]
    let transmissionProtocol = TransmissionProtocol.t1
    /// What EnableProfile answers, one after the other, and whether it is carried out.
    var enabling: [(answer: String, isDone: Bool)]
    var listsProfiles = true
    private(set) var sent: [String] = []
    private(set) var resets = 0
    private var isEnabled = false

    init(_ enabling: (answer: String, isDone: Bool)...) { self.enabling = enabling }

    func reset() { resets += 1 }

    func transmit(_ command: [UInt8]) -> [UInt8] {
      if command.starts(with: [0x00, 0xA4]) { return [0x90, 0x00] }
      let data = command.dropFirst(5)
      if data.starts(with: [0xBF, 0x3E]) { return bytes("BF3E12 5A10 \(eid) 9000") }
      if data.starts(with: [0xBF, 0x2D]) {
        let state = isEnabled ? "01" : "00"
        return listsProfiles
          ? bytes("BF2D14 A012 E310 5A0A985802032143658709F2 9F7001\(state) 9000")
          : bytes("6985")
      }
      sent.append(command.hex)
      let next = enabling.removeFirst()
      isEnabled = isEnabled || next.isDone
      return bytes(next.answer)
    }
  }

  private func changer(
    of card: Card, isCancelled: @escaping () -> Bool = { false }
  ) -> EUICCChanger {
    EUICCChanger(.enable(profile), of: card, isCancelled: isCancelled)
  }

  @Test(arguments: [(true, "8101FF"), (false, "810100")])
  func whatIsSaidOfARefreshIsAskedForAlone(refresh: Bool, object: String) {
    for change in [
      EUICCChange.enable(profile, refresh: refresh), .disable(profile, refresh: refresh),
    ] {
      #expect(!change.attempts.isEmpty)
      #expect(change.attempts.allSatisfy { $0.request.hex.hasSuffix(object) })
    }
  }

  @Test func interruptedBeforeItIsSentIsNotSent() {
    let card = Card()
    let changer = changer(of: card, isCancelled: { true })
    #expect(throws: ChannelError.interrupted) { try changer.perform(on: Self.eid) }
    #expect(changer.progress == .notSent)
  }

  @Test func interruptedJustBeforeTheRequestIsNotSent() {
    let card = Card()
    var questions = 0
    // SELECT and GetEID are let through.
    let changer = changer(of: card) {
      questions += 1
      return questions > 2
    }
    #expect(throws: ChannelError.interrupted) { try changer.perform(on: Self.eid) }
    #expect(changer.progress == .notSent)
    #expect(card.sent.isEmpty)
  }

  @Test func anotherLengthIsAskedForOnceTheStateIsRead() throws {
    let card = Card(("6C06", false), ("BF3103 8001 00 9000", true))
    let changer = changer(of: card)
    try changer.perform(on: Self.eid)
    #expect(card.sent == [Self.request + "00", Self.request + "06"])
    #expect(changer.progress == .answered(ES10Result(ES10.enableProfile, code: 0)))
  }

  @Test func anotherLengthIsNotAskedForWhereItIsDone() throws {
    let card = Card(("6C06", true))
    try changer(of: card).perform(on: Self.eid)
    #expect(card.sent == [Self.request + "00"])
  }

  @Test func afterAResetWhatIsDoneIsNotAskedForAgain() throws {
    // The change is made, and its answer is lost: 6985 in its place.
    let card = Card(("6985", true))
    try changer(of: card).perform(on: Self.eid)
    #expect(card.resets == 1)
    #expect(card.sent == [Self.request + "00"])
  }

  @Test func afterAResetWhatIsNotDoneIsAskedForAgain() throws {
    let card = Card(("6985", false), ("BF3103 8001 00 9000", true))
    try changer(of: card).perform(on: Self.eid)
    #expect(card.sent.count == 2)
  }

  @Test func whatCannotBeReadIsNotAskedForAgain() throws {
    let card = Card(("6985", true))
    card.listsProfiles = false
    try changer(of: card).perform(on: Self.eid)
    #expect(card.sent.count == 1)
  }
}
