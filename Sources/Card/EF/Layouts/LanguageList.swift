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
