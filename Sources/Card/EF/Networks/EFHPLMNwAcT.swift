/// EF.HPLMNwAcT: how the home network is to be used. Transparent, 5 bytes each (3GPP
/// TS 31.102 §4.2.54).
public struct EFHPLMNwAcT: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.HPLMNwAcT", in: .usim, identifier: 0x6F62, shortIdentifier: 0x13, .transparent(),
    source: "3GPP TS 31.102 §4.2.54", services: [43], confidentiality: .open,
    gsm: .gsm(0x6F62, services: [45]))

  /// The networks.
  public var contents: PLMNSelector

  /// Names the networks.
  public init(contents: PLMNSelector) { self.contents = contents }
}
