import Card
import Testing

@testable import VirtualCard

/// The little of an LPA that the tests need: ES10 requests to the ISD-R, on a channel of its own.
struct LocalAssistant {
  let card: SimulatedCard
  let channel: LogicalChannel
  private let session: CardSession

  /// Opens a channel to the ISD-R of a card by its name.
  init(_ name: String = "blank-euicc", _ change: (inout Behaviour) -> Void = { _ in }) throws {
    let card = try #require(NamedCard.named(name)).make()
    change(&card.behaviour)
    try self.init(card)
  }

  /// Opens one more channel.
  init(_ card: SimulatedCard) throws {
    self.card = card
    session = CardSession(over: card)
    let opened = try session.send(CommandAPDU(0x00, 0x70, 0x00, 0x00, expected: .exactly(1)))
    channel = try #require(opened.data.first.flatMap { LogicalChannel($0) })
    try select()
  }

  func select() throws {
    let answer = try session.send(
      CommandAPDU(
        channel.apply(to: 0x00), Instruction.select, 0x04, 0x00,
        data: ApplicationIdentifier.isdr, expected: .all))
    #expect(answer.status == 0x9000)
  }

  func close() throws {
    let answer = try session.send(CommandAPDU(0x00, 0x70, 0x80, channel.number))
    #expect(answer.status == 0x9000)
  }

  /// Sends a request, or a segment of a package; the status word comes with the last block.
  func send(_ request: [UInt8]) throws -> ResponseAPDU {
    var answer = ResponseAPDU(status: 0x9000)
    for command in StoreData.commands(for: request, on: channel, block: 255) {
      #expect(answer.status == 0x9000)
      answer = try session.send(command)
    }
    return answer
  }

  /// Sends a request that succeeds, and takes the one data object of its answer apart.
  func call(_ request: [UInt8]) throws -> BERTLV {
    let answer = try send(request)
    #expect(answer.status == 0x9000)
    var reader = ByteReader(answer.data)
    let object = try BERTLV(parsing: &reader)
    #expect(reader.isAtEnd)
    return object
  }

  /// A new challenge.
  func challenge() throws -> [UInt8] {
    Array(try #require(try call(BERTLV.encode(0xBF2E)).children().first(0x80)).value)
  }

  /// Sends segments until one is answered, or all are sent.
  func load(_ segments: [[UInt8]]) throws -> ResponseAPDU {
    for segment in segments {
      let answer = try send(segment)
      guard answer.status == 0x9000, answer.data.isEmpty else { return answer }
    }
    return ResponseAPDU(status: 0x9000)
  }
}

extension BERTLV {
  /// The data object that a path of tags leads to.
  func at(_ path: BERTLV.Tag...) throws -> BERTLV {
    try path.reduce(self) { try #require(try $0.children().first($1), "no \($1)") }
  }

  /// The only data object in bytes.
  init(_ bytes: [UInt8]) throws {
    var reader = ByteReader(bytes)
    self = try BERTLV(parsing: &reader)
    #expect(reader.isAtEnd)
  }
}
