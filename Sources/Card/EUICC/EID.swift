internal import Words

/// The identifier of an eUICC (GSMA SGP.29): 32 digits, of which the last two check the others.
public struct EID: Hashable, Sendable {
  /// All 32 digits.
  public let digits: String

  /// An EID from 16 bytes, two digits to each in reading order.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    guard let eid = EID(try reader.bytes(16).hex) else {
      throw ParseError(.invalid(Words("not an EID")), at: start)
    }
    self = eid
  }

  /// An EID that is all of a data object: one of another length is none.
  init(_ object: BERTLV) throws(ParseError) {
    var reader = object.reader
    try self.init(parsing: &reader)
    guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
  }

  /// An EID as people write it, spaces and dashes allowed. Nil when it can't be one.
  public init?(_ text: some StringProtocol) {
    let digits = String(text).filter { !$0.isWhitespace && $0 != "-" }
    guard digits.count == 32, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    self.digits = digits
  }

  /// Whether the check digits hold: the whole leaves 1 when divided by 97 (SGP.29 §3.2).
  public var isChecked: Bool {
    digits.compactMap(\.wholeNumberValue).reduce(0) { ($0 * 10 + $1) % 97 } == 1
  }

  /// The maker, by the longest known prefix. Nil when no prefix is known.
  public var maker: String? {
    Self.makers.filter { digits.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value
  }

  /// Makers by prefix, as seen on cards: no registry of them is public.
  private static let makers = [
    "89049032": "Giesecke+Devrient", "89049038": "Giesecke+Devrient",
    "89033023": "Thales", "89033024": "IDEMIA",
    "89043051": "NXP", "89043052": "NXP",
    "89044045": "Kigen", "89041030": "STMicroelectronics", "89034011": "Valid",
    "35840574": "Watchdata", "89086030": "Eastcompeace", "89086001": "Hengbao",
    "89086029": "Tianyu", "35060000": "HED", "89044047": "Truphone",
  ]
}

/// An eUICC for machines (GSMA SGP.02): its ISD-R talks to servers, not to the terminal, and its
/// EID is in the ECASD.
enum M2MEUICC {
  /// The name of the ECASD (SGP.02 §2.2.3, SGP.22 §2.2.3).
  static let ecasd = AID([
    0xA0, 0, 0, 0x05, 0x59, 0x10, 0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0x89, 0x00, 0x00, 0x02, 0x00,
  ])

  /// Reads the EID: GET DATA with tag 5A (SGP.02 §2.2.3). Nil when the card has no ECASD, or that
  /// gives none.
  ///
  /// - Throws: What the channel throws; `malformed` where what it gives is none.
  static func eid(_ session: CardSession) throws(ISDRError) -> EID? {
    guard let answer = try answer(session) else { return nil }
    var reader = ByteReader(answer)
    do {
      if answer.count > 16 { return try EID(BERTLV(parsing: &reader)) }
      return try EID(parsing: &reader)
    } catch {
      throw .malformed(error, answer: answer)
    }
  }

  private static func answer(_ session: CardSession) throws(ISDRError) -> [UInt8]? {
    session.purpose = "ECASD"
    do throws(ChannelError) {
      let selection = try session.sendWithoutFetching(
        CommandAPDU(
          0x00, Instruction.select, 0x04, 0x00, data: ecasd.bytes, expected: .all,
          confidentiality: .open))
      guard selection.status.hasValidData else { return nil }
      let answer = try session.send(
        CommandAPDU(0x80, Instruction.getData, 0x00, 0x5A, expected: .all))
      return answer.status.isSuccess ? answer.data : nil
    } catch {
      throw .channel(error)
    }
  }
}
