import Card

/// Answers to reset (ISO/IEC 7816-3 §8.2, ETSI TS 102 221 §6.3).
enum AnswerToReset {
  /// The ATR of a card that behaves like this. That it is an eUICC stands in the second bit of TB
  /// after T=15.
  static func bytes(for behaviour: Behaviour, hasSecureElement: Bool) -> [UInt8] {
    if behaviour.refusesUICCClass != nil { return gsm }
    let eUICC: [UInt8] = hasSecureElement ? [0x3F, 0xC7, 0x82] : [0x1F, 0xC7]
    let interface: [UInt8] =
      switch behaviour.transmissionProtocol {
      // TA1, TD1 for T=0, TD2 for T=15.
      case .t0: [0x96, 0x80] + eUICC
      // TA1, TD1 for T=1, TD2 for T=1 with TA3 (block size) and TB3 (waiting times), TD3 for T=15.
      case .t1: [0x96, 0x81, 0xB1, 0xFE, 0x45] + eUICC
      }
    return withCheckByte([0x3B, 0x90 | UInt8(historical.count)] + interface + historical)
  }

  /// Of a 2G card: T=0 alone, so without a check byte.
  private static let gsm: [UInt8] = [0x3B, 0x16, 0x94] + Array("SIM2G ".utf8)

  /// Card service data, capabilities (TS 102 221 §6.3.1), pre-issuing data.
  private static let historical: [UInt8] =
    [0x80, 0x31, 0xE0, 0x73, 0xFE, 0x21, 0x1B, 0x57] + Array("VIRTUAL".utf8)

  /// TCK makes the exclusive-or of everything after TS zero.
  private static func withCheckByte(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [bytes.dropFirst().reduce(0, ^)]
  }
}
