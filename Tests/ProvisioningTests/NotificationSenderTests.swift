import Card
import CardState
import HTTPS
import Testing
import Words

@testable import Provisioning

/// What waits on a card is sent in order, and stays until its server has taken it.
struct NotificationSenderTests {
  let card = ModelEUICC()
  let server = ModelServer()

  /// `30 {BF2F {80, 81 enable, 0C}, 5F37}`.
  private static func notification(_ number: UInt8, _ address: String) -> String {
    BERTLV.encode(
      0x30,
      BERTLV.encode(
        0xBF2F, [0x80, 0x01, number], [0x81, 0x02, 0x06, 0x40],
        BERTLV.encode(0x0C, Array(address.utf8))),
      bytes("5F3701AA")
    ).hex
  }

  private func send(_ numbers: Set<Int>? = nil, keeping: Bool = false) throws -> [(Int, String)] {
    let result = try EUICCProvisioner(card).perform(on: ModelEUICC.eid) { euicc in
      Result {
        try NotificationSender(euicc, through: server, keeping: keeping).send(numbers)
      }
    }
    return try result.get().map {
      ($0.notification.sequenceNumber, $0.outcome.words.description)
    }
  }

  private var removed: [String] {
    card.requests.map(\.hex).filter { $0.hasPrefix("BF30") }
  }

  @Test func theyGoInTheOrderOfTheirNumbersAndAreRemoved() throws {
    card.notifications = Self.notification(9, "a.b") + Self.notification(3, "a.b")
    let sent = try send()
    #expect(sent.map(\.0) == [3, 9])
    #expect(sent.map(\.1) == ["sent", "sent"])
    #expect(removed == ["BF3003800103", "BF3003800109"])
    // As the card signed it.
    #expect(server.bodies.first?["pendingNotification"] == "MBO/LwyAAQOBAgZADANhLmJfNwGq")
  }

  @Test func whatFailsStaysAndHoldsBackTheOthersOfItsServer() throws {
    card.notifications =
      Self.notification(1, "a.b") + Self.notification(2, "a.b") + Self.notification(3, "c.d")
    server.faults["handleNotification"] = .error(HTTPSError(.status(503), wasSent: true))
    let sent = try send()
    #expect(sent.map(\.1).map { $0.prefix(4) } == ["not ", "not ", "not "])
    #expect(sent.dropFirst().first?.1.contains("an earlier one") == true)
    #expect(server.calls.count == 2)
    #expect(removed.isEmpty)
  }

  @Test func anAnswerThatRefusesIsNotTaken() throws {
    card.notifications = Self.notification(1, "a.b")
    server.faults["handleNotification"] = .refusal("8.10.1", "3.9")
    #expect(try send().map(\.1).first?.hasPrefix("not sent: the server does not know") == true)
    #expect(removed.isEmpty)
  }

  @Test(arguments: ["", " \n", "{}", "{\"a\":1}"]) func anyOtherAnswerIsTaken(body: String) throws {
    card.notifications = Self.notification(1, "a.b")
    server.faults["handleNotification"] = .body(body)
    #expect(try send().map(\.1) == ["sent"])
  }

  @Test func textThatIsNoAnswerIsNotTaken() throws {
    card.notifications = Self.notification(1, "a.b")
    server.faults["handleNotification"] = .body("please log in")
    _ = try send()
    #expect(removed.isEmpty)
  }

  @Test func someAreSentAndKept() throws {
    card.notifications = Self.notification(1, "a.b") + Self.notification(2, "a.b")
    #expect(try send([2], keeping: true).map(\.1) == ["sent, and kept on the card"])
    #expect(removed.isEmpty)
  }

  @Test func oneWithoutAServerIsNotSent() throws {
    card.notifications = Self.notification(1, "not an address")
    #expect(try send().map(\.1) == ["not sent: it names no server"])
    #expect(server.calls.isEmpty)
  }

  @Test func aListThatCantBeReadIsNoEmptyOne() throws {
    card.notifications = "3003BF2F00"
    #expect(throws: ISDRError.self) { try send() }
  }
}
