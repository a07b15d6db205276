/// EF.MDN: the numbers of a CDMA line, one to a record of 11 bytes: how many digits in the low
/// nibble, eight bytes of digits (A stands for 0), type and plan, presentation (3GPP2 C.S0065
/// §5.2.35).
public struct EFMDN: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.MDN", in: .csim, identifier: 0x6F44, .linearFixed, source: "3GPP2 C.S0065 §5.2.35")

  /// The digits.
  public var digits: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let count = Int(try reader.byte() & 0x0F)
    let nibbles = SwappedNibbles.text(try reader.bytes(8)).prefix(count).prefix { $0 != "F" }
    let characters: [Character: Character] = ["A": "0", "B": "*", "C": "#"]
    digits = String(nibbles.map { characters[$0] ?? $0 })
  }
}
