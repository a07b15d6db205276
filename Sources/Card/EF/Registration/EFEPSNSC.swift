/// EF.EPSNSC: the security context of LTE, one record (3GPP TS 31.102 §4.2.92).
public struct EFEPSNSC: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.EPSNSC", in: .usim, identifier: 0x6FE4, shortIdentifier: 0x18, .linearFixed,
    source: "3GPP TS 31.102 §4.2.92", services: [85], confidentiality: .key)

  /// What is known of the context.
  public var contents: NASSecurityContext

  /// Names the context.
  public init(contents: NASSecurityContext) { self.contents = contents }
}
