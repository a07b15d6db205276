import Card

/// A command as it reached the card, whatever protocol carried it.
struct Command {
  var cla: UInt8
  var ins: UInt8
  var p1: UInt8
  var p2: UInt8
  var data: [UInt8] = []
  var expected: Expected = .nothing

  /// How much the terminal wants back (Le).
  enum Expected: Hashable {
    /// There is no Le. At T=0 an answer to data is fetched instead.
    case nothing
    /// Le is zero and its protocol means "as much as there is".
    case atMost(Int)
    /// Le names a length.
    case exactly(Int)
  }

  var isGSM: Bool { cla == 0xA0 }

  /// Whether the class is of ISO/IEC 7816-4; otherwise ETSI's or GlobalPlatform's.
  var isInterindustry: Bool { cla & 0x80 == 0 }

  var channel: LogicalChannel { isGSM ? .basic : LogicalChannel(cla: cla) }

  /// Why the class byte can't be served: no chaining, and nobody has keys for secure messaging
  /// (ETSI TS 102 221 §10.1.1).
  var classRefusal: StatusWord? {
    let isFurther = cla & 0x40 != 0
    if cla == 0xFF || cla & (isFurther ? 0x10 : 0x30) != 0 { return 0x6E00 }
    return cla & (isFurther ? 0x20 : 0x0C) != 0 ? 0x6882 : nil
  }

  /// P1 and P2 as one number.
  var parameters: Int { Int(p1) << 8 | Int(p2) }

  /// CLA, INS, P1, P2.
  var header: [UInt8] { [cla, ins, p1, p2] }
}

extension ResponseAPDU {
  /// Carried out, with nothing to say.
  static var done: ResponseAPDU { ResponseAPDU(status: 0x9000) }

  static func error(_ status: StatusWord) -> ResponseAPDU { ResponseAPDU(status: status) }

  /// "Ask again with this length": 6Cxx, or 67xx with class A0 (3GPP TS 51.011 §9.4.6).
  static func wrongLength(_ length: Int, of command: Command) -> ResponseAPDU {
    let sw1: UInt16 = command.isGSM ? 0x67 : 0x6C
    return .error(StatusWord(rawValue: sw1 << 8 | UInt16(UInt8(truncatingIfNeeded: length))))
  }

  /// An answer of one length, which Le has to name at T=0.
  static func whole(_ data: [UInt8], to command: Command) -> ResponseAPDU {
    if case .exactly(let length) = command.expected, length != data.count {
      return .wrongLength(data.count, of: command)
    }
    return ResponseAPDU(data: data, status: 0x9000)
  }
}

/// Instructions that reading code has no name for.
extension Instruction {
  static let updateBinary: UInt8 = 0xD6
  static let updateRecord: UInt8 = 0xDC
  static let deactivateFile: UInt8 = 0x04
  static let activateFile: UInt8 = 0x44
  static let changePIN: UInt8 = 0x24
  static let disablePIN: UInt8 = 0x26
  static let enablePIN: UInt8 = 0x28
  static let authenticate: UInt8 = 0x88
  static let terminalProfile: UInt8 = 0x10
  static let fetch: UInt8 = 0x12
  static let terminalResponse: UInt8 = 0x14
  static let envelope: UInt8 = 0xC2
}
