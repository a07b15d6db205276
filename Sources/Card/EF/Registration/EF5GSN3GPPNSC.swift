/// EF.5GSN3GPPNSC: the security context of 5G over other radio, one record, or two for two networks
/// (3GPP TS 31.102 §4.4.11.5).
public struct EF5GSN3GPPNSC: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.5GSN3GPPNSC", in: .fiveGS, identifier: 0x4F04, shortIdentifier: 0x04, .linearFixed,
    source: "3GPP TS 31.102 §4.4.11.5", services: [122], confidentiality: .key)

  /// What is known of the context.
  public var contents: NASSecurityContext

  /// Names the context.
  public init(contents: NASSecurityContext) { self.contents = contents }
}
