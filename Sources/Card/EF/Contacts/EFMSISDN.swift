/// EF.MSISDN: the subscriber's own numbers (3GPP TS 31.102 §4.2.26). Nothing keeps them up to date:
/// often blank, sometimes stale.
public struct EFMSISDN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.MSISDN", in: .usim, identifier: 0x6F40, .linearFixed,
    source: "3GPP TS 31.102 §4.2.26", services: [21],
    gsm: .telecom(0x6F40, services: [9]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
