import Card

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
