internal import Words

/// Files of the Common PCN Handset Specification, which operators put on cards before the
/// specifications had files for the same.
public struct CPHSFiles: Sendable {
  /// The operator's own numbers as a menu.
  public let informationNumbers: ElementaryFile<CPHSInformationNumber>

  init(declaring file: inout FileList) {
    file(
      "EF.CPHS-ONS", CPHSOperatorName.self, in: .gsm, 0x6F14, .transparent(), "CPHS 4.2", .open)
    informationNumbers = file(
      "EF.CPHS-InformationNumbers", CPHSInformationNumber.self, in: .gsm, 0x6F19, .linearFixed,
      "CPHS 4.2", .open)
  }
}

/// The information numbers of CPHS: the operator's own numbers as a menu, one entry to a record: length of the
/// name, level and flags, name, length of the number with its type (FF for a heading), type and
/// plan, digits, extension (Common PCN Handset Specification 4.2; as deployed).
public struct CPHSInformationNumber: FileLayout {
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

/// The operator name string of CPHS: the name on cards from before EF.SPN was common. Transparent, filled
/// up with FF (Common PCN Handset Specification 4.2; as deployed).
public struct CPHSOperatorName: EncodableLayout {
  /// The name.
  public var name: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    name = AlphaIdentifier.text([try reader.byte()] + reader.rest())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { AlphaIdentifier.encode(name, count: count) }
}
