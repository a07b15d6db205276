import Foundation
import Synchronization
import Testing

/// A card that answers as a test says, behind a virtual reader.
///
/// vpcd's protocol: a length of two bytes, most significant first, then as many bytes. One byte is
/// for the power and the answer to reset; more are a command.
final class ScriptedCard: Sendable {
  /// What a card does with a command.
  enum Answer: Sendable {
    /// Answers.
    case bytes([UInt8])
    /// Is pulled out of the reader.
    case vanish
  }

  private struct State {
    var socket: Socket?
    var commands: [[UInt8]] = []
    var resets = 0
  }

  private let answerToReset: [UInt8]
  private let answer: @Sendable ([UInt8]) -> Answer
  private let state = Mutex(State())

  init(
    _ answerToReset: [UInt8], _ answer: @escaping @Sendable ([UInt8]) -> Answer = { _ in .ok }
  ) {
    self.answerToReset = answerToReset
    self.answer = answer
  }

  deinit { remove() }

  /// The commands that reached the card.
  var commands: [[UInt8]] { state.withLock(\.commands) }

  /// How often it was reset.
  var resets: Int { state.withLock(\.resets) }

  /// Puts the card into the reader at a port, which may not listen yet.
  func insert(port: UInt16) throws {
    let end = ContinuousClock.now + .seconds(5)
    var socket: Socket?
    while socket == nil && ContinuousClock.now < end {
      socket = Socket(port: port)
      if socket == nil { usleep(10_000) }
    }
    let connected = try #require(socket, "no reader at port \(port)")
    state.withLock { $0.socket = connected }
    Thread.detachNewThread { [weak self] in
      while let message = Self.message(from: connected), let self {
        guard let reply = self.reply(to: message) else { return connected.end() }
        if !reply.isEmpty {
          connected.send([UInt8(reply.count >> 8), UInt8(reply.count & 0xFF)] + reply)
        }
      }
    }
  }

  /// Pulls the card out of the reader.
  func remove() {
    state.withLock {
      $0.socket?.end()
      $0.socket = nil
    }
  }

  private static func message(from socket: Socket) -> [UInt8]? {
    guard let length = socket.receive(2) else { return nil }
    return socket.receive(Int(length[0]) << 8 | Int(length[1]))
  }

  /// Empty for none, nil to vanish.
  private func reply(to message: [UInt8]) -> [UInt8]? {
    switch message {
    case [0], [1]: return []
    case [2]:
      state.withLock { $0.resets += 1 }
      return []
    case [4]: return answerToReset
    default:
      state.withLock { $0.commands.append(message) }
      switch answer(message) {
      case .bytes(let bytes): return bytes
      case .vanish: return nil
      }
    }
  }
}

extension ScriptedCard.Answer {
  /// Carried out, with nothing to say.
  static let ok = bytes([0x90, 0x00])
}

extension [UInt8] {
  /// An answer to reset that offers T=0 alone.
  static let t0 = [0x3B, 0x02, 0x14, 0x50] as [UInt8]
  /// An answer to reset that offers T=1 alone.
  static let t1 = [0x3B, 0x80, 0x01, 0x81] as [UInt8]
  /// An answer to reset that offers both.
  static let t0AndT1 = [0x3B, 0x80, 0x80, 0x01, 0x01] as [UInt8]
  /// Longer than an answer to reset can be: the reader sees a card and can't make it answer.
  static let mute = [UInt8](repeating: 0x3B, count: 40)
  /// SELECT of the master file.
  static let select = [0x00, 0xA4, 0x00, 0x04, 0x02, 0x3F, 0x00] as [UInt8]
}
