/// EF.LND: the numbers dialled last, the youngest first (3GPP TS 51.011 §10.5.8).
public struct EFLND: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.LND", in: .telecom, identifier: 0x6F44, .cyclic,
    source: "3GPP TS 51.011 §10.5.8",
    gsm: .telecom(0x6F44, services: [13]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
