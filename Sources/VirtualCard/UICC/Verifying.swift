import Card

extension UICC {
  /// VERIFY PIN (ETSI TS 102 221 §11.1.9). Without data it asks for the tries left.
  func verify(_ command: Command) -> ResponseAPDU {
    guard command.p1 == 0 else { return .error(0x6A86) }
    guard let pin = pin(command.p2) else { return .error(0x6A88) }
    if pin.isBlocked { return .error(0x6983) }
    if command.data.isEmpty { return .error(.triesLeft(pin.triesLeft)) }
    guard command.data.count == 8 else { return .error(0x6700) }
    guard pin.isEnabled else { return .error(0x6984) }
    return present(command.data, as: command.p2)
  }

  /// CHANGE, DISABLE and ENABLE PIN (ETSI TS 102 221 §11.1.10 to §11.1.12).
  func changePIN(_ command: Command) -> ResponseAPDU {
    let isChange = command.ins == Instruction.changePIN
    guard let pin = pin(command.p2) else { return .error(0x6A88) }
    guard command.data.count == (isChange ? 16 : 8) else { return .error(0x6700) }
    guard pin.isEnabled != (command.ins == Instruction.enablePIN) else { return .error(0x6985) }
    let answer = present(Array(command.data.prefix(8)), as: command.p2)
    guard answer.status == 0x9000 else { return answer }
    let value = Array(command.data.suffix(8))
    modifyPIN(command.p2) {
      if isChange { $0.value = value } else { $0.isEnabled.toggle() }
    }
    return answer
  }

  /// UNBLOCK PIN (ETSI TS 102 221 §11.1.13). Without data it asks for the tries left.
  func unblock(_ command: Command) -> ResponseAPDU {
    guard let pin = pin(command.p2) else { return .error(0x6A88) }
    guard pin.unblockTriesLeft > 0 else { return .error(0x6983) }
    if command.data.isEmpty { return .error(.triesLeft(pin.unblockTriesLeft)) }
    guard command.data.count == 16 else { return .error(0x6700) }
    journal.pinTriesUsed += 1
    var changed = pin
    let isRight = changed.unblock(
      command.data.prefix(8), new: Array(command.data.suffix(8)))
    modifyPIN(command.p2) { $0 = changed }
    if isRight { return .done }
    return .error(changed.unblockTriesLeft == 0 ? 0x6983 : .triesLeft(changed.unblockTriesLeft))
  }

  /// Compares a PIN. Every comparison is a try.
  private func present(_ value: [UInt8], as reference: UInt8) -> ResponseAPDU {
    journal.pinTriesUsed += 1
    var isRight = false
    modifyPIN(reference) { isRight = $0.present(value) }
    if isRight { return .done }
    guard let pin = pin(reference), !pin.isBlocked else { return .error(0x6983) }
    return .error(.triesLeft(pin.triesLeft))
  }

  /// The key that P2 names; nil when the card has none.
  func pin(_ reference: UInt8) -> PIN? {
    switch PIN.Reference(rawValue: reference) {
    case .pin1: pin1
    case .pin2: pin2
    case .administrator1: administrator1
    default: nil
    }
  }

  func modifyPIN(_ reference: UInt8, _ change: (inout PIN) -> Void) {
    switch PIN.Reference(rawValue: reference) {
    case .pin1: change(&pin1)
    case .pin2: change(&pin2)
    case .administrator1: change(&administrator1)
    default: break
    }
  }
}

extension StatusWord {
  /// 63Cx.
  static func triesLeft(_ count: Int) -> StatusWord {
    StatusWord(rawValue: 0x63C0 | UInt16(UInt8(truncatingIfNeeded: count) & 0x0F))
  }
}
