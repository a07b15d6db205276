import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

@testable import cardinfo

/// What happens at one exchange with a card.
enum CardFault: String, CaseIterable, Sendable {
  /// The card is out of the reader, and stays out. The command does not reach it.
  case pulled
  /// The card has carried the command out, and is out of the reader before it has answered.
  case pulledBehind
  /// The card is out of the reader, and back when it is read afterwards.
  case pulledForAMoment
  /// The command does not reach the card's program: 6F00.
  case refused
  /// The command is carried out, and answered with 6F00.
  case lost
  /// 6F00 to this and everything that follows, until the card is reset.
  case failing
  /// Another program resets the card.
  case reset
  /// Ctrl-C while the card is at work.
  case interrupted
  /// No power: neither card nor network, and nothing is written any more.
  case powerCut
}

/// A virtual card on which something happens at one exchange, as a reader gives it.
final class FaultyCard: ResettableChannel, CardAccess {
  let reader = CardSnapshot.Reader(name: "virtual blank-euicc", index: 0)
  let mayReturn = false

  /// Exchanges so far, and what is to happen at which of them.
  private(set) var exchanges = 0
  var fault: (at: Int, what: CardFault)?
  /// What the card was asked at each exchange.
  private(set) var steps: [String] = []
  /// What was sent, and what came back, where something did.
  private(set) var log: [(command: [UInt8], answer: [UInt8])] = []
  /// Called when it happens, and when somebody has done with the card, before it is reset.
  var whenItHappens: () -> Void = {}
  var whenDone: (FaultyCard) throws -> Void = { _ in }
  /// Whether it has happened.
  private(set) var hasHappened = false
  private var isOut = false
  private var isFailing = false
  private let card: SimulatedCard

  /// A built-in card, perhaps with a difference.
  init(_ name: String, _ change: (inout Behaviour) -> Void = { _ in }) throws {
    card = try #require(NamedCard.named(name)).make()
    change(&card.behaviour)
  }

  var answerToReset: [UInt8] { card.answerToReset }
  var transmissionProtocol: TransmissionProtocol { card.transmissionProtocol }

  func reset() throws(ChannelError) {
    guard !isOut else { throw .cardRemoved }
    isFailing = false
    card.reset()
  }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    exchanges += 1
    note(command)
    let answer = try respond(to: command)
    log.append((command, answer))
    return answer
  }

  private func respond(to command: [UInt8]) throws(ChannelError) -> [UInt8] {
    guard !isOut else { throw .cardRemoved }
    guard !isFailing else { return [0x6F, 0x00] }
    guard let fault, fault.at == exchanges, !hasHappened else { return try card.transmit(command) }
    hasHappened = true
    whenItHappens()
    switch fault.what {
    case .pulled, .pulledForAMoment, .powerCut:
      isOut = true
      throw .cardRemoved
    case .pulledBehind:
      _ = try card.transmit(command)
      isOut = true
      throw .cardRemoved
    case .refused: return [0x6F, 0x00]
    case .lost:
      _ = try card.transmit(command)
      return [0x6F, 0x00]
    case .failing:
      isFailing = true
      return [0x6F, 0x00]
    case .reset:
      card.reset()
      throw .cardReset
    case .interrupted: return try card.transmit(command)
    }
  }

  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    try reset()
    defer {
      do { try whenDone(self) } catch { Issue.record(error) }
      isFailing = false
      card.reset()
      if fault?.what == .pulledForAMoment { isOut = false }
    }
    return try body(self)
  }

  /// Puts the card back into the reader; from now on nothing happens to it.
  func insert() {
    isOut = false
    isFailing = false
    fault = nil
    whenDone = { _ in }
    card.reset()
  }

  /// Its eUICC, as it is.
  func euicc() throws -> (CardSnapshot, EUICC) {
    let snapshot = CardSnapshot(
      readAt: Date(timeIntervalSince1970: 0), reader: reader, atr: "", protocol: "T=0")
    let session = SnapshotReader(
      card, into: snapshot, plan: ReadingPlan([.profiles], isFull: true))
    try session.read()
    card.reset()
    return (session.snapshot, try #require(session.snapshot.euiccs.first))
  }

  /// Whether the card, as it is now, signs that a session is over.
  func signsCancellation(of transaction: [UInt8]) throws -> Bool {
    guard !isOut, !isFailing else { return false }
    let request = BERTLV.encode(
      0xBF41, BERTLV.encode(0x80, transaction), BERTLV.encode(0x81, [0x7F]))
    let session = CardSession(over: card)
    let answer = try session.send(
      CommandAPDU(0x80, 0xE2, 0x91, 0x00, data: request, expected: .all))
    return answer.data.starts(with: [0xBF, 0x41]) && answer.data.dropFirst(3).contains(0xA0)
      && answer.data.count > 40
  }

  /// Names what the card is asked, so that a table can say it.
  private func note(_ command: [UInt8]) {
    switch command.dropFirst().first {
    case 0xA4?: steps.append("SELECT ISD-R")
    case 0xC0?: steps.append("\(steps.last?.replacing(", answer", with: "") ?? ""), answer")
    case 0xE2? where command.dropFirst(3).first == 0: steps.append(Self.name(of: command))
    default: steps.append(steps.last?.replacing(", answer", with: "") ?? "")
    }
  }

  private static func name(of command: [UInt8]) -> String {
    let data = command.dropFirst(5)
    let names: [([UInt8], String)] = [
      ([0xBF, 0x3E], "GetEID"), ([0xBF, 0x2E], "GetEUICCChallenge"), ([0xBF, 0x20], "EUICCInfo1"),
      ([0xBF, 0x38], "AuthenticateServer"), ([0xBF, 0x21], "PrepareDownload"),
      ([0xBF, 0x41], "CancelSession"), ([0xBF, 0x36], "LoadBoundProfilePackage, BF23"),
      ([0xA0], "LoadBoundProfilePackage, A0"), ([0xA1], "LoadBoundProfilePackage, A1"),
      ([0x88], "LoadBoundProfilePackage, 88"), ([0xA3], "LoadBoundProfilePackage, A3"),
      ([0x86], "LoadBoundProfilePackage, 86"),
    ]
    return names.first { data.starts(with: $0.0) }?.1 ?? "other"
  }
}
