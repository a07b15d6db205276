import Card
import CardState
import Testing
import VirtualCard

@testable import cardinfo

/// A card that has no end of something.
final class BottomlessCard: ResettableChannel, CardAccess {
  enum Kind: String, CaseIterable, Sendable {
    /// Every record there could be, of 255 bytes, in every file.
    case records
    /// 256 bytes at every offset of every file.
    case bytes
    /// One byte at a time, and always one more (61xx).
    case chunks
    /// One byte of a record at a time, as long as the record is; and every record there could be.
    case slowRecords
    /// A list of profiles that goes on and on.
    case profiles
    /// Applications in EF.DIR, none of which is a USIM.
    case directories
  }

  let kind: Kind
  let reader = CardSnapshot.Reader(name: "bottomless", index: 0)
  let mayReturn = false
  private(set) var exchanges = 0
  private(set) var bytes = 0
  private let card: SimulatedCard
  private var rest = 0

  init(_ kind: Kind) throws {
    self.kind = kind
    card = try #require(NamedCard.named("travel-euicc")).make()
  }

  var answerToReset: [UInt8] { card.answerToReset }
  var transmissionProtocol: TransmissionProtocol { card.transmissionProtocol }

  func reset() throws(ChannelError) { card.reset() }

  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    card.reset()
    return try body(self)
  }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    exchanges += 1
    let answer = try answer(command)
    bytes += answer.count
    return answer
  }

  private func answer(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    let real = try card.transmit(command)
    let ins = command.dropFirst().first ?? 0
    switch (kind, ins) {
    // Without parameters of a file nobody knows how many records it has.
    case (.records, 0xA4), (.slowRecords, 0xA4), (.directories, 0xA4):
      if kind == .directories, command.dropFirst(2).first == 0x04,
        command.dropFirst(5).starts(with: [0xA0, 0, 0, 0, 0x87])
      {
        return [0x6A, 0x82]
      }
      return real.first == 0x61 ? [0x90, 0x00] : real
    case (.records, 0xB2): return [UInt8](repeating: 0x41, count: 255) + [0x90, 0x00]
    case (.directories, 0xB2):
      let entry: [UInt8] = [0x61, 0x07, 0x4F, 0x05, 0xA0, 0, 0, 0, 0x99]
      return entry + [UInt8](repeating: 0xFF, count: 246) + [0x90, 0x00]
    case (.bytes, 0xB0): return [UInt8](repeating: 0x41, count: 256) + [0x90, 0x00]
    case (.slowRecords, 0xB2):
      rest = 8
      return [0x41, 0x61, 0x08]
    case (.slowRecords, 0xC0) where rest > 0:
      rest -= 1
      return rest > 0 ? [0x41, 0x61, 0x08] : [0x41, 0x90, 0x00]
    case (.chunks, 0xB0), (.chunks, 0xB2), (.chunks, 0xE2), (.chunks, 0xC0):
      return [0x41, 0x61, 0xFF]
    case (.profiles, 0xE2) where command.dropFirst(5).starts(with: [0xBF, 0x2D]):
      rest = .max
      return [0x61, 0x00]
    case (.profiles, 0xC0) where rest == .max:
      return [UInt8](repeating: 0x00, count: 256) + [0x61, 0x00]
    default: return real
    }
  }
}
