/// EF.SDN: the operator's own numbers, such as customer care and balance (3GPP TS 31.102 §4.2.29).
public struct EFSDN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SDN", in: .usim, identifier: 0x6F49, .linearFixed,
    source: "3GPP TS 31.102 §4.2.29", services: [4], confidentiality: .open,
    gsm: .telecom(0x6F49, services: [18]))

  /// Name and number.
  public var contents: DiallingNumberRecord

  /// Names name and number.
  public init(contents: DiallingNumberRecord) { self.contents = contents }
}
