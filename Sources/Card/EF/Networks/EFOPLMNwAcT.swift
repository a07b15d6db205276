/// EF.OPLMNwAcT: networks the operator prefers, and how. Transparent, 5 bytes each (3GPP
/// TS 31.102 §4.2.53).
public struct EFOPLMNwAcT: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.OPLMNwAcT", in: .usim, identifier: 0x6F61, shortIdentifier: 0x11, .transparent(),
    source: "3GPP TS 31.102 §4.2.53", services: [42], confidentiality: .open,
    gsm: .gsm(0x6F61, services: [44]))

  /// The networks.
  public var contents: PLMNSelector

  /// Names the networks.
  public init(contents: PLMNSelector) { self.contents = contents }
}
