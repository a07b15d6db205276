import Card

extension UICC {
  /// READ BINARY (ETSI TS 102 221 §11.1.3).
  func readBinary(_ command: Command) -> ResponseAPDU {
    let target = binaryTarget(command)
    guard case .file(let file, let offset) = target else { return target.refusal }
    guard case .transparent(let bytes) = file.contents else { return .error(0x6981) }
    if let refusal = refusal(of: file.access.read, for: file) { return refusal }
    return readBytes(bytes, from: offset, command)
  }

  /// Bytes of a transparent file, as many as Le wants.
  func readBytes(_ bytes: [UInt8], from offset: Int, _ command: Command) -> ResponseAPDU {
    guard offset < bytes.count || bytes.isEmpty && offset == 0 else {
      return .error(command.isGSM ? 0x9402 : 0x6B00)
    }
    let rest = bytes.dropFirst(offset)
    switch command.expected {
    case .nothing: return .done
    case .exactly(let count) where count > rest.count && rest.count <= 256:
      return .wrongLength(rest.count, of: command)
    case .exactly(let count) where count > rest.count:
      return ResponseAPDU(data: Array(rest), status: 0x6282)
    case .exactly(let count), .atMost(let count):
      return ResponseAPDU(data: Array(rest.prefix(count)), status: 0x9000)
    }
  }

  /// READ RECORD (ETSI TS 102 221 §11.1.5).
  func readRecord(_ command: Command) -> ResponseAPDU {
    let target = recordTarget(command)
    guard case .file(let file, let number) = target else { return target.refusal }
    if let refusal = refusal(of: file.access.read, for: file) { return refusal }
    guard let record = file.contents.records?.element(number - 1) else { return .error(0x6A83) }
    let answer = ResponseAPDU.whole(record, to: command)
    if answer.status == 0x9000, command.p2 & 0x07 != 0x04 {
      channels[command.channel]?.record = number
    }
    return answer
  }

  /// A file and a place in it, or the answer that says why there is none.
  enum Target {
    case file(ElementaryFile, place: Int)
    case refused(StatusWord)

    var refusal: ResponseAPDU {
      guard case .refused(let status) = self else { return .done }
      return .error(status)
    }
  }

  /// The file and offset that P1 and P2 of a BINARY command mean.
  func binaryTarget(_ command: Command) -> Target {
    guard command.p1 & 0x80 != 0 else {
      guard let file = channels[command.channel]?.file else { return .refused(0x6986) }
      return .file(file, place: command.parameters)
    }
    guard command.p1 & 0x60 == 0 else { return .refused(0x6A86) }
    return file(shortIdentifier: command.p1 & 0x1F, command, place: Int(command.p2))
  }

  /// The file and record number that P1 and P2 of a RECORD command mean.
  func recordTarget(_ command: Command) -> Target {
    guard let state = channels[command.channel] else { return .refused(0x6881) }
    var target: Target
    if command.p2 >> 3 == 0 {
      guard let file = state.file else { return .refused(0x6986) }
      target = .file(file, place: 0)
    } else {
      target = file(shortIdentifier: command.p2 >> 3, command, place: 0)
    }
    guard case .file(let file, _) = target else { return target }
    guard let records = file.contents.records else { return .refused(0x6981) }
    let current = channels[command.channel]?.record ?? 0
    switch command.p2 & 0x07 {
    case 0x02: target = .file(file, place: current + 1)
    case 0x03: target = .file(file, place: current == 0 ? records.count : current - 1)
    case 0x04: target = .file(file, place: command.p1 == 0 ? current : Int(command.p1))
    default: target = .refused(0x6A86)
    }
    return target
  }

  /// Selects a file by its short identifier.
  private func file(shortIdentifier: UInt8, _ command: Command, place: Int) -> Target {
    if let refusal = behaviour.refusesShortFileIdentifiers { return .refused(refusal) }
    guard let file = channels[command.channel]?.directory.file(shortIdentifier: shortIdentifier)
    else { return .refused(0x6A82) }
    channels[command.channel]?.select(file)
    return .file(file, place: place)
  }

  /// Why a file can't be used; nil when it can.
  func refusal(of condition: AccessCondition, for file: ElementaryFile) -> ResponseAPDU? {
    guard file.lifeCycle == .activated else { return .error(0x6985) }
    return isSatisfied(condition) ? nil : .error(0x6982)
  }

  func isSatisfied(_ condition: AccessCondition) -> Bool {
    switch condition {
    case .always: true
    case .pin1: pin1.isSatisfied
    case .administrator: administrator1.isSatisfied
    case .never: false
    }
  }
}
