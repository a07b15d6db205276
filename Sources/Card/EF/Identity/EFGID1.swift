/// EF.GID1: group identifier level 1, by which virtual operators and plans are told apart.
/// Transparent (3GPP TS 31.102 §4.2.10).
public struct EFGID1: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.GID1", in: .usim, identifier: 0x6F3E, .transparent(),
    source: "3GPP TS 31.102 §4.2.10", services: [17], confidentiality: .open,
    gsm: .gsm(0x6F3E, services: [15]))

  /// The identifier.
  public var contents: GroupIdentifier

  /// Names the identifier.
  public init(contents: GroupIdentifier) { self.contents = contents }
}
