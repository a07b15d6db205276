/// EF.MBDN: the numbers of mailboxes, voice mail and others (3GPP TS 31.102 §4.2.60).
public struct EFMBDN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.MBDN", in: .usim, identifier: 0x6FC7, .linearFixed,
    source: "3GPP TS 31.102 §4.2.60", services: [47],
    gsm: .gsm(0x6FC7, services: [53]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
