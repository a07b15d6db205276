import Card

/// The contacts of a card: turns a transmission protocol's bytes into commands, and answers into
/// bytes.
struct CardLine {
  private var buffer: ResponseBuffer?

  /// Forgets what waits to be fetched.
  mutating func reset() { buffer = nil }

  /// One exchange at T=0 (ISO/IEC 7816-3 §12.1, ETSI TS 102 221 §7.3.1.1): five bytes of header, and
  /// data one way only. An answer to a command with data waits for GET RESPONSE.
  mutating func exchangeT0(_ bytes: [UInt8], with card: UICC) -> ResponseAPDU {
    guard let (header, data) = Command.headerT0(bytes) else { return .error(0x6700) }
    var (command, p3) = header
    if command.ins == Instruction.getResponse {
      guard data.isEmpty else { return .error(0x6700) }
      command.expected = .exactly(p3 == 0 ? 256 : Int(p3))
      return fetch(command, from: card)
    }
    buffer = nil
    let isOutgoing = command.sendsDataAtT0
    if isOutgoing {
      guard data.isEmpty else { return .error(0x6700) }
      command.expected = .exactly(p3 == 0 ? 256 : Int(p3))
    } else {
      guard data.count == Int(p3) else { return .error(0x6700) }
      command.data = data
    }
    let answer = card.execute(command)
    guard !isOutgoing, !answer.data.isEmpty else { return answer }
    let waiting = ResponseBuffer(answer, to: command, chunk: card.behaviour.chunk)
    buffer = waiting
    return .error(waiting.announcement)
  }

  /// One exchange at T=1 (ISO/IEC 7816-3 §12.2): whole APDUs, short or extended.
  mutating func exchangeT1(_ bytes: [UInt8], with card: UICC) -> ResponseAPDU {
    guard let command = Command(apdu: bytes) else { return .error(0x6700) }
    if command.ins == Instruction.getResponse { return fetch(command, from: card) }
    buffer = nil
    // Class A0 is older than T=1 on cards (3GPP TS 51.011 §5).
    if command.isGSM { return .error(0x6E00) }
    let answer = card.execute(command)
    guard let room = command.room else { return ResponseAPDU(status: answer.status) }
    let chunk = min(room, card.behaviour.chunkSize ?? room)
    guard answer.data.count > chunk || card.behaviour.answersEndlessly && !answer.data.isEmpty
    else { return answer }
    var waiting = ResponseBuffer(answer, to: command, chunk: card.behaviour.chunk)
    let first = waiting.take(chunk)
    buffer = waiting
    return card.behaviour.answersEndlessly
      ? ResponseAPDU(data: first.data, status: 0x6100) : first
  }

  private mutating func fetch(_ command: Command, from card: UICC) -> ResponseAPDU {
    guard var waiting = buffer, waiting.belongs(to: command) else {
      buffer = nil
      return .error(command.isGSM ? 0x6F00 : 0x6985)
    }
    if card.behaviour.answersEndlessly {
      return ResponseAPDU(data: Array(repeating: 0, count: command.room ?? 0), status: 0x6100)
    }
    if case .exactly(let length) = command.expected, length > waiting.available {
      return .wrongLength(waiting.available, of: command)
    }
    let answer = waiting.take(min(command.room ?? 0, waiting.available))
    buffer = waiting.isEmpty ? nil : waiting
    return answer
  }
}
