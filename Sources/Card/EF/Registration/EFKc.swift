/// EF.Kc: the key for calls in GSM. Transparent, 9 bytes (3GPP TS 31.102 §4.4.3.1, TS 51.011
/// §10.3.3).
public struct EFKc: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.Kc", in: .gsmAccess, identifier: 0x4F20, shortIdentifier: 0x01, .transparent(reading: 9),
    source: "3GPP TS 31.102 §4.4.3.1", services: [27], confidentiality: .key,
    gsm: .gsm(0x6F20))

  /// What is known of the keys.
  public var contents: GSMCipherKey

  /// Names the keys.
  public init(contents: GSMCipherKey) { self.contents = contents }
}
