import Card

extension UICC {
  /// STATUS (ETSI TS 102 221 §11.1.2).
  func status(_ command: Command) -> ResponseAPDU {
    guard let state = channels[command.channel], command.p1 <= 0x02 else {
      return .error(0x6A86)
    }
    switch command.p2 {
    case 0x00:
      return .whole(
        FileControlParameters.template(of: state.directory, pin1: pin1), to: command)
    case 0x01:
      guard let aid = state.application?.applicationIdentifier else { return .error(0x6A88) }
      return .whole(BERTLV.encode(0x84, aid), to: command)
    case 0x0C: return .done
    default: return .error(0x6A86)
    }
  }

  /// MANAGE CHANNEL (ETSI TS 102 221 §11.1.17).
  func manageChannel(_ command: Command) -> ResponseAPDU {
    if let refusal = behaviour.refusesChannels { return .error(refusal) }
    switch (command.p1, command.p2) {
    case (0x00, 0x00):
      if case .exactly(let length) = command.expected, length != 1 {
        return .wrongLength(1, of: command)
      }
      guard let free = freeChannel else { return .error(0x6A81) }
      channels[free] = ChannelState(masterFile: masterFile)
      return ResponseAPDU(data: [free.number], status: 0x9000)
    case (0x80, 0x01...0x13):
      guard let channel = LogicalChannel(command.p2), channels[channel] != nil else {
        return .error(0x6881)
      }
      channels[channel] = nil
      return .done
    default: return .error(0x6A86)
    }
  }

  private var freeChannel: LogicalChannel? {
    guard behaviour.supplementaryChannels > 0 else { return nil }
    return (1...behaviour.supplementaryChannels).lazy.compactMap { LogicalChannel($0) }
      .first { self.channels[$0] == nil }
  }

  /// TERMINAL CAPABILITY (ETSI TS 102 221 §11.1.19).
  func terminalCapability(_ command: Command) -> ResponseAPDU {
    var reader = ByteReader(command.data)
    guard let template = try? BERTLV(parsing: &reader), template.tag == 0xA9 else {
      return .error(0x6A80)
    }
    hasTerminalCapability = true
    return .done
  }
}
