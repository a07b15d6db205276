import Card

/// What vpcd sends to a card: a length in two bytes, then a control byte or a command.
enum VPCDMessage: Hashable {
  case powerOff
  case powerOn
  case reset
  /// Wants the ATR. It comes several times a second: vpcd sees by it that the card is there.
  case answerToReset
  /// Another control byte.
  case unknown(UInt8)
  case command([UInt8])

  /// The shortest thing that a card can be sent is a header of four bytes; vpcd passes on
  /// shorter ones nevertheless.
  init?(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return nil }
    guard bytes.count == 1 else {
      self = .command(bytes)
      return
    }
    switch first {
    case 0: self = .powerOff
    case 1: self = .powerOn
    case 2: self = .reset
    case 4: self = .answerToReset
    default: self = .unknown(first)
    }
  }

  /// A reply, as it stands on the wire. Nil when it is too long for its length field.
  static func encode(_ reply: [UInt8]) -> [UInt8]? {
    reply.count <= 0xFFFF ? twoBytes(reply.count) + reply : nil
  }
}
