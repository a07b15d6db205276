import Card

extension UICC {
  /// Commands of class A0 (3GPP TS 51.011 §9.2), which share files and PINs with the others.
  func executeGSM(_ command: Command) -> ResponseAPDU {
    switch command.ins {
    case Instruction.select: selectGSM(command)
    case Instruction.status: gsmAnswerAboutDirectory(to: command)
    case Instruction.readBinary: gsmReadBinary(command)
    case Instruction.readRecord: gsmReadRecord(command)
    case Instruction.updateBinary, Instruction.updateRecord: gsmUpdate(command)
    case Instruction.verifyPIN: gsmVerify(command)
    case Instruction.authenticate: .error(0x9862)
    case Instruction.terminalProfile, Instruction.envelope: .done
    case Instruction.fetch: fetch(command)
    case Instruction.terminalResponse: terminalResponse(command)
    default: .error(0x6D00)
    }
  }

  private func selectGSM(_ command: Command) -> ResponseAPDU {
    guard command.parameters == 0 else { return .error(0x6B00) }
    guard command.data.count == 2 else { return .wrongLength(2, of: command) }
    guard var state = channels[.basic], selectByIdentifier(command.data, in: &state) else {
      return .error(0x9404)
    }
    channels[.basic] = state
    return ResponseAPDU(
      data: state.file.map(GSMFileResponse.bytes(of:)) ?? gsmDirectory, status: 0x9000)
  }

  private func gsmAnswerAboutDirectory(to command: Command) -> ResponseAPDU {
    guard command.parameters == 0 else { return .error(0x6B00) }
    return readBytes(gsmDirectory, from: 0, command)
  }

  private var gsmDirectory: [UInt8] {
    GSMFileResponse.bytes(
      of: channels[.basic]?.directory ?? masterFile, pin1: pin1, pin2: pin2)
  }

  private func gsmReadBinary(_ command: Command) -> ResponseAPDU {
    guard let file = channels[.basic]?.file else { return .error(0x9400) }
    guard case .transparent(let bytes) = file.contents else { return .error(0x9408) }
    if let refusal = gsmRefusal(of: file.access.read, for: file) { return refusal }
    return readBytes(bytes, from: command.parameters, command)
  }

  private func gsmReadRecord(_ command: Command) -> ResponseAPDU {
    guard let file = channels[.basic]?.file else { return .error(0x9400) }
    guard let records = file.contents.records else { return .error(0x9408) }
    if let refusal = gsmRefusal(of: file.access.read, for: file) { return refusal }
    let current = channels[.basic]?.record ?? 0
    let number: Int
    switch command.p2 {
    case 0x02: number = current + 1
    case 0x03: number = current == 0 ? records.count : current - 1
    case 0x04: number = command.p1 == 0 ? current : Int(command.p1)
    default: return .error(0x6B00)
    }
    guard let record = records.element(number - 1) else { return .error(0x9402) }
    let answer = ResponseAPDU.whole(record, to: command)
    if answer.status == 0x9000, command.p2 != 0x04 { channels[.basic]?.record = number }
    return answer
  }

  private func gsmUpdate(_ command: Command) -> ResponseAPDU {
    guard let file = channels[.basic]?.file else { return .error(0x9400) }
    let isBinary = command.ins == Instruction.updateBinary
    guard isBinary == (file.contents.records == nil) else { return .error(0x9408) }
    if let refusal = gsmRefusal(of: file.access.update, for: file) { return refusal }
    let changed =
      isBinary
      ? file.contents.overwritten(with: command.data, at: command.parameters)
      : file.contents.replacingRecord(Int(command.p1), with: command.data)
    guard let changed else { return .error(0x9402) }
    file.contents = changed
    return .done
  }

  private func gsmRefusal(of condition: AccessCondition, for file: ElementaryFile)
    -> ResponseAPDU?
  {
    guard file.lifeCycle == .activated else { return .error(0x9810) }
    return isSatisfied(condition) ? nil : .error(0x9804)
  }

  /// VERIFY CHV (3GPP TS 51.011 §9.2.9). It has no form without data: whatever comes is compared.
  private func gsmVerify(_ command: Command) -> ResponseAPDU {
    let reference =
      command.p2 == 0x02 ? PIN.Reference.pin2 : PIN.Reference(rawValue: command.p2)
    guard command.p1 == 0, [.pin1, .pin2].contains(reference), let pin = pin(reference.rawValue)
    else { return .error(0x6B00) }
    if pin.isBlocked { return .error(0x9840) }
    guard pin.isEnabled else { return .error(0x9808) }
    journal.pinTriesUsed += 1
    var isRight = false
    modifyPIN(reference.rawValue) { isRight = $0.present(command.data) }
    if isRight { return .done }
    return .error(self.pin(reference.rawValue)?.isBlocked == true ? 0x9840 : 0x9804)
  }
}
