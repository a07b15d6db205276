/// EF.PL: the card's preferred languages. Transparent, two letters each (ETSI TS 102 221 §13.3).
public struct EFPL: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PL", in: .masterFile, identifier: 0x2F05, shortIdentifier: 0x05, .transparent(),
    source: "ETSI TS 102 221 §13.3", confidentiality: .open)

  /// The languages.
  public var contents: LanguageList

  /// Names the languages.
  public init(contents: LanguageList) { self.contents = contents }
}
