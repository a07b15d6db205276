/// An eUICC for machines (GSMA SGP.02): its ISD-R talks to servers, not to the terminal, and its
/// EID is in the ECASD.
enum M2MEUICC {
  /// The name of the ECASD (SGP.02 §2.2.3, SGP.22 §2.2.3).
  static let ecasd = AID([
    0xA0, 0, 0, 0x05, 0x59, 0x10, 0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0x89, 0x00, 0x00, 0x02, 0x00,
  ])

  /// Reads the EID: GET DATA with tag 5A (SGP.02 §2.2.3). Nil when there is none.
  static func eid(_ session: CardSession) throws(ChannelError) -> EID? {
    session.purpose = "ECASD"
    let selection = try session.sendWithoutFetching(
      CommandAPDU(
        0x00, Instruction.select, 0x04, 0x00, data: ecasd.bytes, expected: .all,
        confidentiality: .open))
    guard selection.status.hasValidData else { return nil }
    let answer = try session.send(
      CommandAPDU(0x80, Instruction.getData, 0x00, 0x5A, expected: .all))
    guard answer.status.isSuccess else { return nil }
    var reader = ByteReader(answer.data)
    if answer.data.count > 16, let object = try? BERTLV(parsing: &reader) { reader = object.reader }
    return try? EID(parsing: &reader)
  }
}
