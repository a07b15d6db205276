/// STORE DATA (GlobalPlatform Card Specification §11.11, GSMA SGP.22 §5.7.2): how a request to an
/// ISD-R crosses the wire.
public enum StoreData {
  /// Bytes of one block unless told otherwise. Some cards refuse longer ones with 6601, though 255
  /// are allowed.
  public static let usualBlock = 120

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
