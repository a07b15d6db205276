/// Files of a CDMA subscription: those of a CSIM, and those of an R-UIM, which keeps the same under
/// DF.CDMA.
enum CDMAFiles {
  /// Declares them.
  static func declare(_ file: inout FileList) {
    for directory in [Directory.csim, .cdma] {
      file(
        "EF.IMSI_M", EFIMSIM.self, in: directory, 0x6F22, .transparent(reading: 10),
        "3GPP2 C.S0065 §5.2.2")
      file("EF.MDN", EFMDN.self, in: directory, 0x6F44, .linearFixed, "3GPP2 C.S0065 §5.2.35")
      file(
        "EF.SPN", EFCSIMSPN.self, in: directory, 0x6F41, .transparent(reading: 35),
        "3GPP2 C.S0023 §3.4.31", .open)
    }
    // The numbers of a CSIM's services matter to nothing here.
    file(
      "EF.CST", ServiceTable.self, in: .csim, 0x6F32, .transparent(), "3GPP2 C.S0065 §5.2.18",
      .open)
    file(
      "EF.CST", TwoBitServiceTable.self, in: .cdma, 0x6F32, .transparent(),
      "3GPP2 C.S0023 §3.4.18", .open, decoder: TwoBitServiceTable.named(ruim))
  }

  /// Services of an R-UIM that say something of the line, its contacts or messages.
  private static let ruim = [
    1: "pinCanBeDisabled", 2: "abbreviatedDialling", 3: "fixedDialling", 4: "messageStorage",
    12: "messageParameters", 13: "lastNumberDialled", 17: "serviceProviderName",
    18: "serviceDialling", 44: "groupIdentifier1", 45: "groupIdentifier2",
  ]
}

/// EF.IMSI_M: the number of a CDMA subscription. Transparent, 10 bytes, each number's least
/// significant byte first: class, digits 6 to 8 (10 bits), digits 9 to 15 (24 bits), digits 4 and 5
/// (7 bits), whether it is programmed (bit 8), MCC (10 bits) (3GPP2 C.S0065 §5.2.2, C.S0005 §2.3.1).
public struct EFIMSIM: FileLayout {
  /// Whether there is a number.
  public var isProgrammed: Bool
  /// The number, 15 digits.
  public var imsi: IMSI?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    _ = try reader.byte()
    let second = try Self.number(2, parsing: &reader) & 0x3FF
    let first = try Self.number(3, parsing: &reader)
    let network = UInt64(try reader.byte()) & 0x7F
    isProgrammed = try reader.byte() & 0x80 != 0
    let country = try Self.number(2, parsing: &reader) & 0x3FF
    // Digits 9 to 15 are 10 bits for three, 4 bits for one (ten standing for 0), 10 bits for three.
    let single = first >> 10 & 0x0F
    guard isProgrammed, (1...10).contains(single),
      let mcc = MINDigits.text(country, count: 3), let mnc = MINDigits.text(network, count: 2),
      let head = MINDigits.text(second, count: 3),
      let middle = MINDigits.text(first >> 14, count: 3),
      let tail = MINDigits.text(first & 0x3FF, count: 3)
    else { return }
    imsi = IMSI(mcc + mnc + head + middle + String(single % 10) + tail)
  }

  private static func number(
    _ count: Int, parsing reader: inout ByteReader
  ) throws(ParseError) -> UInt64 {
    try reader.bytes(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Digits of a CDMA number as one number: each digit counts from 1 to 10, ten standing for 0, so
/// that the whole is less by a one for each place (3GPP2 C.S0005 §2.3.1).
private enum MINDigits {
  /// The digits in `code`. Nil when it is more than they can make.
  static func text(_ code: UInt64, count: Int) -> String? {
    var digits = ""
    var rest = code
    for _ in 0..<count {
      digits = String((rest % 10 + 1) % 10) + digits
      rest /= 10
    }
    return rest == 0 ? digits : nil
  }
}

/// EF.MDN: the numbers of a CDMA line, one to a record of 11 bytes: how many digits in the low
/// nibble, eight bytes of digits (A stands for 0), type and plan, presentation (3GPP2 C.S0065
/// §5.2.35).
public struct EFMDN: FileLayout {
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

/// EF.SPN of a CDMA application: the home service provider's name. Transparent, 35 bytes: display
/// condition, character encoding, language, 32 bytes of name (3GPP2 C.S0023 §3.4.31, C.R1001).
public struct EFCSIMSPN: FileLayout {
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
