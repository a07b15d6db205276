public import Card

/// A command that is meant to change a card, whether or not the card carried it out.
public struct JournalEntry: Hashable, Sendable {
  /// Its name in the specification, such as `UPDATE BINARY` or `ES10c.EnableProfile`.
  public var name: String
  /// CLA, INS, P1 and P2.
  public var header: [UInt8]
  /// How it ended. For an ES10 function, that of the transport: its result is in the answer.
  public var status: StatusWord
}

/// What a card remembers for tests.
struct Journal {
  var changes: [JournalEntry] = []
  /// Comparisons of a PIN or an unblocking key.
  var pinTriesUsed = 0

  mutating func record(_ command: Command, status: StatusWord) {
    guard let name = command.changeName else { return }
    record(name, by: command, status: status)
  }

  mutating func record(_ name: String, by command: Command, status: StatusWord) {
    changes.append(JournalEntry(name: name, header: command.header, status: status))
  }
}

extension Command {
  /// The name of an instruction that changes the card (ETSI TS 102 221 §11, 3GPP TS 51.011 §8); nil
  /// for one that reads. STORE DATA is noted by the function it carries.
  fileprivate var changeName: String? {
    switch ins {
    case Instruction.verifyPIN where isGSM || !data.isEmpty: "VERIFY PIN"
    case Instruction.unblockPIN where isGSM || !data.isEmpty: "UNBLOCK PIN"
    default: Self.changingInstructions[ins]
    }
  }

  private static let changingInstructions: [UInt8: String] = [
    0x04: "DEACTIVATE FILE", 0x10: "TERMINAL PROFILE", 0x12: "FETCH", 0x14: "TERMINAL RESPONSE",
    0x24: "CHANGE PIN", 0x26: "DISABLE PIN", 0x28: "ENABLE PIN", 0x32: "INCREASE",
    0x44: "ACTIVATE FILE", 0x76: "SUSPEND UICC", 0x88: "AUTHENTICATE", 0x89: "AUTHENTICATE",
    0xC2: "ENVELOPE", 0xD4: "RESIZE FILE", 0xD6: "UPDATE BINARY", 0xDB: "SET DATA",
    0xDC: "UPDATE RECORD", 0xE0: "CREATE FILE", 0xE4: "DELETE FILE", 0xE6: "TERMINATE DF",
    0xE8: "TERMINATE EF", 0xFE: "TERMINATE CARD USAGE",
  ]
}
