public import CardState

/// Asks a card for the state of PIN1 without using a try.
public enum PIN {
  /// Tries left of PIN1: an empty VERIFY answers 63Cx, whether or not the PIN is enabled (ETSI
  /// TS 102 221 §11.1.9.1.3). Nil when the card says something else.
  public static func triesLeft(_ session: CardSession) throws(ChannelError) -> Int? {
    session.purpose = "PIN1 tries"
    let response = try session.send(
      CommandAPDU(
        0x00, Instruction.verifyPIN, 0, FileControlParameters.pin1, confidentiality: .open))
    return response.status == 0x6983 ? 0 : response.status.triesLeft
  }

  /// The state of CHV1 in a 2G SIM's answer to selecting a directory (3GPP TS 51.011 §9.2.1,
  /// table 9): byte 14 bit 8 set means disabled, byte 19 holds the tries left.
  public static func state(inGSMDirectory answer: [UInt8]) -> PINState? {
    var reader = ByteReader(answer)
    guard (try? reader.bytes(13)) != nil, let characteristics = try? reader.byte(),
      (try? reader.bytes(4)) != nil, let chv1 = try? reader.byte()
    else { return nil }
    let isInitialised = chv1 & 0x80 != 0
    return PINState(
      enabled: characteristics & 0x80 == 0, triesLeft: isInitialised ? Int(chv1 & 0x0F) : nil)
  }
}
