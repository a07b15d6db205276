/// EF.Keys: the keys for calls in 3G. Transparent, 33 bytes (3GPP TS 31.102 §4.2.3).
public struct EFKeys: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.Keys", in: .usim, identifier: 0x6F08, shortIdentifier: 0x08, .transparent(reading: 33),
    source: "3GPP TS 31.102 §4.2.3", confidentiality: .key)

  /// What is known of the keys.
  public var contents: KeySet

  /// Names the keys.
  public init(contents: KeySet) { self.contents = contents }
}
