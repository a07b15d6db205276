import ArgumentParser
import Card
import CardState
import Ledger
import PCSC
import VirtualCard
import Words

/// A way to a card that can be taken again and again: to read it, to change it, and to see whether
/// that took effect.
protocol CardAccess: AnyObject {
  /// The reader the card is in.
  var reader: CardSnapshot.Reader { get }

  /// Whether a card that has gone may be back after a while.
  var mayReturn: Bool { get }

  /// Gives `body` the card to itself.
  ///
  /// - Parameters:
  ///   - attempts: How often to begin, where another program resets the card meanwhile. What must
  ///     not be sent twice, a PIN or a change, is begun once.
  ///   - isLeftAsItIs: Whether the card needs no reset afterwards. A PIN that stays verified would
  ///     let the next program in, and an ISD-R that stays selected would answer it in place of the
  ///     SIM; where `body` throws, the card is reset.
  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value
}

extension CardAccess {
  /// Gives `body` the card to itself once, and resets the card afterwards.
  func withCard<Value>(
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    try withCard(attempts: 1, isLeftAsItIs: { _ in false }, body)
  }
}

/// A card in a reader.
final class ReaderCardAccess: CardAccess {
  let reader: CardSnapshot.Reader
  let mayReturn = true
  private let seconds: Int
  private let hasValidAnswerToReset: Bool

  /// - Parameter seconds: How long to wait for another program that holds the card.
  init(_ choice: ReaderSelection.Choice, waiting seconds: Int) {
    reader = CardSnapshot.Reader(name: choice.state.name, index: choice.index)
    hasValidAnswerToReset = (try? AnswerToReset(choice.state.answerToReset)) != nil
    self.seconds = seconds
  }

  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    do throws(ChannelError) {
      // A context of its own, so that cards are read side by side, and one that was given up on is of
      // no harm to the next.
      let context = try connected()
      return try context.read(reader: reader.name, attempts: attempts, disposition: .reset) {
        transaction throws(ChannelError) in
        let value = try body(transaction)
        if isLeftAsItIs(value) { transaction.disposition = .leave }
        return value
      }
    } catch  where error.code == .cardProtocolMismatch && !hasValidAnswerToReset {
      throw .badAnswerToReset
    } catch  where error.code == .cardInUse {
      throw .held(for: seconds)
    }
  }

  private func connected() throws(ChannelError) -> PCSCContext {
    do throws(PCSCError) { return try PCSCContext(Patience(seconds: seconds)) } catch {
      throw ChannelError(error)
    }
  }
}

extension ChannelError {
  /// pcscd finds no protocol in an answer to reset that is none.
  fileprivate static let badAnswerToReset = ChannelError(
    Code(rawValue: "card.badAnswerToReset"), Words("the card answers a reset with nonsense"),
    hint: Words(
      "clean its contacts, insert it again; if that does not help, the card or the reader is faulty"
    ))
}

/// A built-in card, which lives as long as this. No other program can reset it.
final class VirtualCardAccess: CardAccess {
  let reader: CardSnapshot.Reader
  let mayReturn = false
  private let card: SimulatedCard

  /// - Parameter name: The reader's name, where it is to have one of its own.
  init(_ card: NamedCard, index: Int, inReader name: String? = nil) {
    reader = CardSnapshot.Reader(name: name ?? "virtual \(card.name)", index: index)
    self.card = card.make()
  }

  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    card.reset()
    return try body(card)
  }
}

extension NamedCard {
  /// The card of that name.
  ///
  /// - Throws: A usage error that names the cards there are.
  static func find(_ name: String) throws -> NamedCard {
    guard let card = named(name) else {
      let meant = NearNames.of(name, among: catalog.map(\.name))
      guard meant.isEmpty else {
        throw ValidationError(
          Words(
            "there is no virtual card '\(name)'; did you mean: \(meant.joined(separator: ", "))?"))
      }
      throw ValidationError(
        Words(
          "there is no virtual card '\(name)'; there are \(catalog.map(\.name).joined(separator: ", "))"
        ))
    }
    return card
  }
}
