internal import Words

/// Lets reading through, and nothing else: what could change a card is refused before it is sent.
///
/// A list of what is allowed, so that an instruction nobody thought of is refused. Allowed are the
/// instructions that read, select, or manage a logical channel; VERIFY and UNBLOCK PIN without
/// data, which ask for the tries left (ETSI TS 102 221 §11.1.9.1.3); TERMINAL CAPABILITY, which
/// the card forgets at reset; the ES10 functions that read, in one block (SGP.22 §5.7); and the
/// questions of a vendor's application.
public final class ReadOnlyChannel: CardChannel {
  private let channel: any CardChannel
  private var permitted: [UInt8]?

  /// Guards `channel`.
  public init(_ channel: any CardChannel) { self.channel = channel }

  /// The card's answer to reset.
  public var answerToReset: [UInt8] { channel.answerToReset }

  /// The protocol of the guarded channel.
  public var transmissionProtocol: TransmissionProtocol { channel.transmissionProtocol }

  /// Sends a command that only reads.
  ///
  /// - Throws: ``ChannelError/Code/changeRefused``, or what the guarded channel throws.
  public func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    if command == permitted {
      forgetPermitted()
      return try channel.transmit(command)
    }
    guard Self.onlyReads(command) else {
      throw ChannelError(
        .changeRefused, Words("a command that could change the card was refused"),
        hint: Words("this is a fault in the program: please report it with --trace"))
    }
    return try channel.transmit(command)
  }

  /// Lets exactly this command through, once: the PIN that a person gave for this card.
  func permitOnce(_ command: [UInt8]) { permitted = command }

  /// Takes the permission back, and leaves nothing of the command.
  func forgetPermitted() {
    permitted?.erase()
    permitted = nil
  }

  /// Whether a command, in the form of either protocol, can't change a card.
  public static func onlyReads(_ command: [UInt8]) -> Bool {
    if VendorCommand.isQuestion(command) { return true }
    var reader = ByteReader(command)
    guard let cla = try? reader.byte(), let ins = try? reader.byte(),
      let p1 = try? reader.byte(), (try? reader.byte()) != nil, cla != 0xFF
    else { return false }
    // P3 is Lc where data follows it, else Le.
    let length = try? reader.byte()
    let data = reader.rest()
    switch (isInterindustry(cla), ins) {
    case (true, Instruction.select), (true, Instruction.readBinary), (true, Instruction.readRecord),
      (true, Instruction.getResponse), (_, Instruction.getData), (_, Instruction.status):
      return true
    case (true, Instruction.manageChannel):
      return p1 == LogicalChannel.open || p1 == LogicalChannel.close
    case (true, Instruction.verifyPIN), (true, Instruction.unblockPIN):
      // With class A0 the same bytes would be a try.
      return cla != 0xA0 && data.isEmpty && (length ?? 0) == 0
    case (false, Instruction.terminalCapability):
      return true
    case (false, Instruction.storeData):
      // Behind the data a length may be asked for (Le).
      guard p1 == 0x91, let length, (0...1).contains(data.count - Int(length)) else { return false }
      return ES10.onlyReads(data.prefix(Int(length)))
    default:
      return false
    }
  }

  /// Whether the class byte is of ISO/IEC 7816-4 §5.4.1, or A0 of 3GPP TS 51.011.
  private static func isInterindustry(_ cla: UInt8) -> Bool { cla & 0x80 == 0 || cla == 0xA0 }
}
