internal import Words

/// STORE DATA (GlobalPlatform Card Specification §11.11, GSMA SGP.22 §5.7.2): how a request to an
/// ISD-R crosses the wire.
public enum StoreData {
  /// Bytes of one block unless told otherwise. Some cards refuse longer ones with 6601, though 255
  /// are allowed.
  public static let usualBlock = 120

  /// Bytes of one block where much is sent: all that a command can carry. ``usualBlock`` where the card
  /// refuses it.
  public static let longestBlock = 255

  /// P1 of a block that others follow, and of the last.
  static let moreBlocks: UInt8 = 0x11
  static let lastBlock: UInt8 = 0x91

  /// The commands that carry a request, in order.
  public static func commands(
    for request: [UInt8], on channel: LogicalChannel, block: Int = usualBlock
  ) -> [CommandAPDU] {
    var rest = request[...]
    var commands: [CommandAPDU] = []
    repeat {
      let part = rest.prefix(min(max(block, 1), 255))
      rest = rest.dropFirst(part.count)
      commands.append(
        CommandAPDU(
          channel.apply(to: 0x80), Instruction.storeData, rest.isEmpty ? lastBlock : moreBlocks,
          UInt8(truncatingIfNeeded: commands.count), data: Array(part), expected: .all))
    } while !rest.isEmpty
    return commands
  }
}

extension StatusWord {
  /// What it means as the answer to STORE DATA, where the usual words do not lead to the cause
  /// (GSMA SGP.22 §5.7.2, and what cards do).
  public var storeDataRefusal: ES10Result.Meaning {
    switch rawValue {
    case 0x6982:
      ES10Result.Meaning(
        Words("another application answers in place of the ISD-R (\(explained))"), .again)
    case 0x6985:
      ES10Result.Meaning(Words("the eUICC wants to be reset first (\(explained))"), .again)
    case 0x6881:
      ES10Result.Meaning(Words("the card has closed the logical channel (\(explained))"), .again)
    case 0x6A80:
      ES10Result.Meaning(Words("the eUICC does not take the request (\(explained))"), .input)
    case 0x6A88, 0x6D00, 0x6E00:
      ES10Result.Meaning(Words("the eUICC does not know this function (\(explained))"))
    case 0x6601, 0x6700:
      ES10Result.Meaning(Words("the eUICC wants shorter blocks (\(explained))"), .block)
    case 0x6A84:
      ES10Result.Meaning(Words("there is not enough room on the card (\(explained))"), .room)
    default: ES10Result.Meaning(Words("the card refuses it (\(explained))"), .again)
    }
  }
}
