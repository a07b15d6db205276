/// EF.FDN: the only numbers that may be called while fixed dialling is on (3GPP TS 31.102 §4.2.24).
public struct EFFDN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.FDN", in: .usim, identifier: 0x6F3B, .linearFixed,
    source: "3GPP TS 31.102 §4.2.24", services: [2],
    gsm: .telecom(0x6F3B, services: [3]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
