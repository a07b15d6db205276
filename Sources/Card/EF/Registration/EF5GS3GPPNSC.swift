/// EF.5GS3GPPNSC: the security context of 5G over the mobile network's own radio, one record, or two
/// for two networks (3GPP TS 31.102 §4.4.11.4).
public struct EF5GS3GPPNSC: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.5GS3GPPNSC", in: .fiveGS, identifier: 0x4F03, shortIdentifier: 0x03, .linearFixed,
    source: "3GPP TS 31.102 §4.4.11.4", services: [122], confidentiality: .key)

  /// What is known of the context.
  public var contents: NASSecurityContext

  /// Names the context.
  public init(contents: NASSecurityContext) { self.contents = contents }
}
