/// EF.ADN: the phone book on the card, an entry to a record (3GPP TS 51.011 §10.5.1). Most cards
/// with a USIM show the first part of the common phone book there.
public struct EFADN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ADN", in: .telecom, identifier: 0x6F3A, .linearFixed,
    source: "3GPP TS 51.011 §10.5.1",
    gsm: .telecom(0x6F3A, services: [2]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
