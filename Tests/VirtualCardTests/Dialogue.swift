import Card
import Testing
import VirtualCard

/// Sends bytes written in hexadecimal to a card and compares what comes back.
struct Dialogue {
  let card: SimulatedCard

  init(_ card: SimulatedCard) { self.card = card }

  /// With the card of that name, changed a little.
  init(with name: String, _ change: (inout Behaviour) -> Void = { _ in }) throws {
    card = try #require(NamedCard.named(name)).make()
    change(&card.behaviour)
  }

  /// Sends a command and expects exactly an answer, its status word included.
  func callAsFunction(
    _ command: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answer = try self(command)
    let wanted = try #require([UInt8](hex: expected)).hex
    #expect(answer == wanted, "after \(command)", sourceLocation: sourceLocation)
  }

  /// Sends a command.
  @discardableResult
  func callAsFunction(_ command: String) throws -> String {
    try card.transmit(try #require([UInt8](hex: command))).hex
  }
}
