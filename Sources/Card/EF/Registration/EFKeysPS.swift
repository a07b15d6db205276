/// EF.KeysPS: the keys for data in 3G. Transparent, 33 bytes (3GPP TS 31.102 §4.2.4).
public struct EFKeysPS: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.KeysPS", in: .usim, identifier: 0x6F09, shortIdentifier: 0x09, .transparent(reading: 33),
    source: "3GPP TS 31.102 §4.2.4", confidentiality: .key)

  /// What is known of the keys.
  public var contents: KeySet

  /// Names the keys.
  public init(contents: KeySet) { self.contents = contents }
}
