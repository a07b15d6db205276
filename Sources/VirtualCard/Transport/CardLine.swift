import Card

/// The contacts of a card: turns a transmission protocol's bytes into commands, and answers into
/// bytes.
struct CardLine {
  private var buffer: ResponseBuffer?
  // Whether what SELECT said of the file that is selected was fetched.
  private var hasFetchedParameters = false

  /// Forgets what waits to be fetched.
  mutating func reset() {
    buffer = nil
    hasFetchedParameters = false
  }

  /// One exchange at T=0 (ISO/IEC 7816-3 §12.1, ETSI TS 102 221 §7.3.1.1): five bytes of header, and
  /// data one way only. An answer to a command with data waits for GET RESPONSE.
  mutating func exchangeT0(_ bytes: [UInt8], with card: UICC) -> ResponseAPDU {
    guard let (header, data) = Command.headerT0(bytes) else { return .error(0x6700) }
    var (command, p3) = header
    if command.ins == Instruction.getResponse {
      guard data.isEmpty else { return .error(0x6700) }
      command.expected = .exactly(p3 == 0 ? 256 : Int(p3))
      let answer = fetch(command, from: card)
      hasFetchedParameters = hasFetchedParameters || answer.status == 0x9000
      return answer
    }
    buffer = nil
    if command.ins == Instruction.select { hasFetchedParameters = false }
    if command.ins == Instruction.readBinary, !hasFetchedParameters,
      let refusal = card.behaviour.wantsParametersFetched
    {
      return .error(refusal)
    }
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

extension CardLine {
  /// One exchange through a reader that takes APDUs and makes TPDUs of them for a T=0 card
  /// (ISO/IEC 7816-4 annex A): it drops Le beside data, and obeys 61xx and 6Cxx.
  mutating func exchangeCompletely(_ bytes: [UInt8], with card: UICC) -> ResponseAPDU {
    guard let command = Command(apdu: bytes) else { return .error(0x6700) }
    let length = UInt8(truncatingIfNeeded: command.room ?? 0)
    var tpdu = command.header + [length]
    if !command.data.isEmpty {
      tpdu = command.header + [UInt8(truncatingIfNeeded: command.data.count)] + command.data
    }
    var answer = exchangeT0(tpdu, with: card)
    var data = answer.data
    // A reader gives up as well: no answer of a real card takes as many rounds.
    for _ in 0..<64 {
      switch answer.status.sw1 {
      case 0x6C,
        0x67 where command.isGSM && answer.status.sw2 != 0:
        tpdu = command.header + [answer.status.sw2]
      case 0x61, 0x9F:
        tpdu = [command.cla, Instruction.getResponse, 0, 0, answer.status.sw2]
      default:
        return ResponseAPDU(data: data, status: answer.status)
      }
      answer = exchangeT0(tpdu, with: card)
      data += answer.data
    }
    return ResponseAPDU(data: data, status: answer.status)
  }
}

extension Command {
  /// Whether the data of this instruction goes from the card to the terminal at T=0, where P3 alone
  /// doesn't tell.
  fileprivate var sendsDataAtT0: Bool {
    switch ins {
    case Instruction.readBinary, Instruction.readRecord, Instruction.status, Instruction.getData,
      Instruction.fetch, VendorApplication.instruction:
      true
    case Instruction.manageChannel: p1 == 0x00
    default: false
    }
  }
}
