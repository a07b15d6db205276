import Card

/// What is looked up in a profile package (TCA eUICC Profile Package: Interoperable Format Technical
/// Specification §8, §9). All else in it is kept and not understood.
enum PackageContents {
  /// The IMSI that PE-USIM puts into EF.IMSI; nil where it puts none there.
  static func imsi(_ package: [UInt8]) -> String? {
    let elements = (try? BERTLV.sequence(parsing: ByteReader(package))) ?? []
    let file = elements.first(peUSIM).flatMap { try? $0.children() }?.first(efIMSI)
    guard let content = file.flatMap({ try? $0.children() })?.first(fillFileContent)?.value else {
      return nil
    }
    // A length, and digits behind the nibble of parity (3GPP TS 31.102 §4.2.2).
    let digits = SwappedNibbles.digits(content.dropFirst()).dropFirst()
    return (6...15).contains(digits.count) && digits.allSatisfy(\.isNumber) ? String(digits) : nil
  }

  /// Whether the header of a package names a profile; true where there is none. Its digits stand in
  /// their order in packages of the field, or as they do in EF.ICCID.
  static func isNamed(_ iccid: String, _ package: [UInt8]) -> Bool {
    let elements = (try? BERTLV.sequence(parsing: ByteReader(package))) ?? []
    let header = elements.first(peHeader).flatMap { try? $0.children() }
    guard let named = header?.first(headerICCID)?.value else { return true }
    return [named.hex, SwappedNibbles.text(named)].contains { digits in
      digits.hasPrefix(iccid) && digits.dropFirst(iccid.count).allSatisfy { $0 == "F" }
    }
  }

  private static let peHeader: BERTLV.Tag = 0xA0
  private static let headerICCID: BERTLV.Tag = 0x83
  private static let peUSIM: BERTLV.Tag = 0xB3
  private static let efIMSI: BERTLV.Tag = 0xA3
  private static let fillFileContent: BERTLV.Tag = 0x83
}
