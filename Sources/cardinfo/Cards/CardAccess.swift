import Card
import CardState
import PCSC
import VirtualCard

/// A way to a card that can be taken again and again: before a change, for it, and after it.
protocol CardAccess: AnyObject {
  /// The reader the card is in.
  var reader: CardSnapshot.Reader { get }

  /// Gives `body` the card to itself, once.
  func withCard<Value>(
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value

  /// Whether a card that has gone may be back after a while.
  var mayReturn: Bool { get }
}

/// A card in a reader.
final class ReaderCardAccess: CardAccess {
  let reader: CardSnapshot.Reader
  let mayReturn = true
  private let context: PCSCContext

  init(_ reader: CardSnapshot.Reader, in context: PCSCContext) {
    self.reader = reader
    self.context = context
  }

  /// Work that may change a card is never begun again by itself.
  func withCard<Value>(
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    try context.read(reader: reader.name, attempts: 1, disposition: .reset) {
      transaction throws(ChannelError) in try body(transaction)
    }
  }
}

/// A built-in card, which lives as long as this.
final class VirtualCardAccess: CardAccess {
  let reader: CardSnapshot.Reader
  let mayReturn = false
  private let card: SimulatedCard

  init(_ card: NamedCard, index: Int) {
    reader = CardSnapshot.Reader(name: "virtual \(card.name)", index: index)
    self.card = card.make()
  }

  func withCard<Value>(
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    card.reset()
    return try body(card)
  }
}

extension CardOptions {
  /// The cards chosen. What can't be had is in the failures.
  func accesses() throws -> (cards: [any CardAccess], failures: [ReadFailure]) {
    guard virtual.isEmpty else {
      let cards = try virtual.map(NamedCard.find).enumerated()
      return (cards.map { VirtualCardAccess($0.element, index: $0.offset) }, [])
    }
    do throws(PCSCError) {
      let context = try PCSCContext()
      let selection = ReaderSelection(reader, from: try context.readerStates())
      let readers = selection.choices.map {
        ReaderCardAccess(.init(name: $0.state.name, index: $0.index), in: context)
      }
      return (readers, selection.failures)
    } catch {
      return ([], [ReadFailure(ChannelError(error))])
    }
  }
}
