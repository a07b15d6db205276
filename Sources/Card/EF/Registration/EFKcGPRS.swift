/// EF.KcGPRS: the key for data in GSM. Transparent, 9 bytes (3GPP TS 31.102 §4.4.3.2).
public struct EFKcGPRS: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.KcGPRS", in: .gsmAccess, identifier: 0x4F52, shortIdentifier: 0x02,
    .transparent(reading: 9),
    source: "3GPP TS 31.102 §4.4.3.2", services: [27], confidentiality: .key,
    gsm: .gsm(0x6F52, services: [38]))

  /// What is known of the keys.
  public var contents: GSMCipherKey

  /// Names the keys.
  public init(contents: GSMCipherKey) { self.contents = contents }
}
