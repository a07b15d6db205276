/// Names on a SIM: the GSM default alphabet with a byte to a character, or UCS2 in one of three
/// shapes, filled up with FF (ETSI TS 102 221 annex A).
public enum AlphaIdentifier {
  /// The text of a name. What the annex leaves open reads as U+FFFD.
  public static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var reader = ByteReader(bytes)
    switch reader.next {
    case 0x80: return (try? ucs2(&reader)) ?? replacement
    case 0x81: return (try? halfPage(&reader, baseBytes: 1)) ?? replacement
    case 0x82: return (try? halfPage(&reader, baseBytes: 2)) ?? replacement
    default: return GSMAlphabet.text(withoutZeros(bytes.prefix { $0 != 0xFF }, of: bytes))
    }
  }

  /// 80, then two bytes to a character.
  private static func ucs2(_ reader: inout ByteReader) throws(ParseError) -> String {
    _ = try reader.byte()
    var units: [UInt16] = []
    while reader.count >= 2 {
      let unit = UInt16(try reader.unsigned(2))
      guard unit != 0xFFFF, unit != 0 else { break }
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// 81 or 82, a count, a base, then a byte to a character: of the GSM default alphabet below 80,
  /// else from the base on. With 81 the base is bits 15 to 8 of a half page.
  private static func halfPage(
    _ reader: inout ByteReader, baseBytes: Int
  ) throws(ParseError) -> String {
    _ = try reader.byte()
    let count = Int(try reader.byte())
    let base = UInt32(try reader.unsigned(baseBytes)) << (baseBytes == 1 ? 7 : 0)
    var text = ""
    for byte in try reader.bytes(min(count, reader.count)) {
      if byte < 0x80 {
        text += GSMAlphabet.text([byte])
      } else {
        text += Unicode.Scalar(base + UInt32(byte & 0x7F)).map(String.init) ?? replacement
      }
    }
    return text
  }

  /// Some cards fill a name up with 00, which is the at sign of the GSM alphabet, to the end of its
  /// place.
  private static func withoutZeros(
    _ name: ArraySlice<UInt8>, of place: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    guard name.endIndex == place.endIndex else { return name }
    return name.prefix(name.count - name.reversed().prefix { $0 == 0 }.count)
  }

  private static let replacement = "\u{FFFD}"
}

extension AlphaIdentifier {
  /// A name as `count` bytes, filled up with FF: the GSM default alphabet where it has all of the
  /// characters, else UCS2 (ETSI TS 102 221 annex A). Nil when it does not fit.
  public static func encode(_ text: String, count: Int) -> [UInt8]? {
    let scalars = text.unicodeScalars
    let septets = scalars.compactMap { codes[$0] }
    if septets.count == scalars.count { return septets.flatMap { $0 }.filled(to: count) }
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    return ([0x80] + units).filled(to: count)
  }

  private static let codes: [Unicode.Scalar: [UInt8]] = {
    var codes: [Unicode.Scalar: [UInt8]] = [:]
    for septet in UInt8(0)..<0x80 where septet != 0x1B {
      for code in [[septet], [0x1B, septet]] {
        let scalars = GSMAlphabet.text(code).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first, codes[scalar] == nil else { continue }
        codes[scalar] = code
      }
    }
    return codes
  }()
}
