/// EF.LI: the languages of the USIM, which go before those of the card. Transparent, two letters
/// each (3GPP TS 31.102 §4.2.1). The GSM application has numbers in its place.
public struct EFLI: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.LI", in: .usim, identifier: 0x6F05, shortIdentifier: 0x02, .transparent(),
    source: "3GPP TS 31.102 §4.2.1", confidentiality: .open)

  /// The languages.
  public var contents: LanguageList

  /// Names the languages.
  public init(contents: LanguageList) { self.contents = contents }
}
