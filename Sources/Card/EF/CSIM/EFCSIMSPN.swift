/// EF.SPN of a CDMA application: the home service provider's name. Transparent, 35 bytes: display
/// condition, character encoding, language, 32 bytes of name (3GPP2 C.S0023 §3.4.31, C.R1001).
public struct EFCSIMSPN: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SPN", in: .csim, identifier: 0x6F41, .transparent(reading: 35),
    source: "3GPP2 C.S0023 §3.4.31", confidentiality: .open)

  /// Whether the name is to be shown in the home area.
  public var isShownAtHome: Bool
  /// How the name is written: 4 for UTF-16, others for a byte to a character.
  public var encoding: UInt8
  /// The language, by its number in C.R1001.
  public var language: UInt8
  /// The name.
  public var name: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    isShownAtHome = try reader.byte() & 0x01 != 0
    encoding = try reader.byte() & 0x1F
    language = try reader.byte()
    let text = reader.rest()
    name = encoding == 4 ? Self.utf16(text) : Self.latin(text)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
    var reader = ByteReader(bytes)
    var units: [UInt16] = []
    while let unit = try? reader.unsigned(2), unit != 0xFFFF { units.append(UInt16(unit)) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func latin(_ bytes: ArraySlice<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.prefix { $0 != 0xFF }.map { Unicode.Scalar($0) }))
  }
}
