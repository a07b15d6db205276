import Card

/// The application in which removable eUICCs of eSTK.me say what they are.
enum VendorApplication {
  static let aid: [UInt8] =
    [0xA0] + Array("estkme".utf8) + Array(repeating: 0xFF, count: 6) + Array("mgt".utf8)

  /// Its only instruction; P1 is the question.
  static let instruction: UInt8 = 0x00

  static func answer(_ command: Command) -> ResponseAPDU {
    guard command.p2 == 0, let text = texts.element(Int(command.p1)) else { return .error(0x6A86) }
    return .whole(Array(text.utf8), to: command)
  }

  /// Serial number, boot loader, firmware, product.
  private static let texts = ["VC00000000000001", "T001V06", "V3.4.3", "ESTKme-VC"]
}

extension UICC {
  /// GET DATA: the EID, from the ECASD of an M2M eUICC (SGP.02 §2.2.3).
  func getData(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    guard behaviour.euicc.isM2M, channel.securityDomain == .ecasd, command.parameters == 0x005A,
      let element = elements.first
    else { return .error(0x6A88) }
    return .whole(BERTLV.encode(0x5A, element.encodedEID), to: command)
  }
}
