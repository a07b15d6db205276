/// EF.PLMNwAcT: networks the subscriber prefers, and how. Transparent, 5 bytes each (3GPP
/// TS 31.102 §4.2.5).
public struct EFPLMNwAcT: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PLMNwAcT", in: .usim, identifier: 0x6F60, shortIdentifier: 0x0A, .transparent(),
    source: "3GPP TS 31.102 §4.2.5", services: [20], confidentiality: .open,
    gsm: .gsm(0x6F60, services: [43]))

  /// The networks.
  public var contents: PLMNSelector

  /// Names the networks.
  public init(contents: PLMNSelector) { self.contents = contents }
}
