/// EF.GID2: group identifier level 2, by which virtual operators and plans are told apart.
/// Transparent (3GPP TS 31.102 §4.2.11).
public struct EFGID2: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.GID2", in: .usim, identifier: 0x6F3F, .transparent(),
    source: "3GPP TS 31.102 §4.2.11", services: [18], confidentiality: .open,
    gsm: .gsm(0x6F3F, services: [16]))

  /// The identifier.
  public var contents: GroupIdentifier

  /// Names the identifier.
  public init(contents: GroupIdentifier) { self.contents = contents }
}
