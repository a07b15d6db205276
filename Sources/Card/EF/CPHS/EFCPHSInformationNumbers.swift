internal import Words

/// The information numbers of CPHS: the operator's own numbers as a menu, one entry to a record: length of the
/// name, level and flags, name, length of the number with its type (FF for a heading), type and
/// plan, digits, extension (Common PCN Handset Specification 4.2; as deployed).
public struct EFCPHSInformationNumbers: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.CPHS-InformationNumbers", in: .gsm, identifier: 0x6F19, .linearFixed, source: "CPHS 4.2",
    confidentiality: .open)

  /// The name.
  public var name: String
  /// How deep in the menu the entry is, from 1.
  public var level: UInt8
  /// Whether a call there costs more than usual.
  public var isPremium: Bool
  /// Whether the number only works in the operator's own network.
  public var isNetworkSpecific: Bool
  /// The number; nil for a heading.
  public var number: DiallingNumber?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    let nameLength = try reader.byte()
    guard nameLength != 0xFF else { throw ParseError(.invalid(Words("blank record")), at: start) }
    let flags = try reader.byte()
    level = flags & 0x0F
    isPremium = flags & 0x10 != 0
    isNetworkSpecific = flags & 0x20 != 0
    name = AlphaIdentifier.text(try reader.bytes(Int(nameLength)))
    let length = try reader.byte()
    guard length != 0xFF else { return }
    let typeAndPlan = try reader.byte()
    let digitBytes = max(0, Int(length) - 1)
    number = DiallingNumber(
      typeAndPlan: typeAndPlan, try reader.bytes(min(digitBytes, 10)), digitBytes: digitBytes)
  }
}
