/// EF.UMPC: how much power the card needs. Transparent, 5 bytes: milliamperes, a time-out, flags,
/// two for later (ETSI TS 102 221 §13.6; the flags as deployed).
public struct EFUMPC: EncodableLayout {
  /// The most current the card draws, in milliamperes.
  public var maximumCurrent: UInt8
  /// How long a terminal waits for the card as its issuer says, in seconds.
  public var operatorTimeout: UInt8
  /// Whether the card needs more current than usual while idle.
  public var needsIncreasedIdleCurrent: Bool
  /// Whether it can be suspended.
  public var supportsSuspension: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    maximumCurrent = try reader.byte()
    operatorTimeout = try reader.byte()
    let flags = try reader.byte()
    needsIncreasedIdleCurrent = flags & 0x01 != 0
    supportsSuspension = flags & 0x02 != 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let flags: UInt8 = (needsIncreasedIdleCurrent ? 0x01 : 0) | (supportsSuspension ? 0x02 : 0)
    return [maximumCurrent, operatorTimeout, flags].filled(to: count)
  }
}

/// Languages in the order they are preferred: two letters each (ISO 639), blank places FF FF.
public struct LanguageList: EncodableLayout {
  /// Two letters each.
  public var languages: [String]

  /// Understands the list.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    languages = []
    repeat {
      let code = try reader.bytes(2)
      if !code.isBlank { languages.append(GSMAlphabet.text(code)) }
    } while reader.count >= 2
  }

  /// The list as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let codes = languages.compactMap { AlphaIdentifier.encode($0, count: 2) }
    return codes.count == languages.count ? codes.flatMap { $0 }.filled(to: count) : nil
  }
}

/// EF.LP: the languages of a 2G SIM, the preferred one first: a byte each, a number of the coding
/// schemes of cell broadcast (3GPP TS 51.011 §10.3.2, TS 23.038 §5). As JSON like ``LanguageList``.
public struct EFLP: EncodableLayout {
  /// Two letters each (ISO 639); `code` and the byte for a number without a language.
  public var languages: [String]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    languages = ([try reader.byte()] + reader.rest()).filter { $0 != 0xFF }.map { code in
      Self.names.first { $0.value == code }?.key ?? "code" + [code].hex
    }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let codes = languages.compactMap { Self.names[$0] ?? [UInt8](hex: $0.dropFirst(4))?.first }
    return codes.count == languages.count ? codes.filled(to: count) : nil
  }

  private static let names: [String: UInt8] = [
    "de": 0x00, "en": 0x01, "it": 0x02, "fr": 0x03, "es": 0x04, "nl": 0x05, "sv": 0x06,
    "da": 0x07, "pt": 0x08, "fi": 0x09, "no": 0x0A, "el": 0x0B, "tr": 0x0C, "hu": 0x0D,
    "pl": 0x0E, "cs": 0x20, "he": 0x21, "ar": 0x22, "ru": 0x23, "is": 0x24,
  ]
}
