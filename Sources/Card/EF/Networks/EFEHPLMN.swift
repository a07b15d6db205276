/// EF.EHPLMN: networks that count as home. Transparent, 3 bytes each, the first preferred (3GPP
/// TS 31.102 §4.2.84).
public struct EFEHPLMN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.EHPLMN", in: .usim, identifier: 0x6FD9, shortIdentifier: 0x1D, .transparent(),
    source: "3GPP TS 31.102 §4.2.84", services: [71], confidentiality: .open)

  /// The networks.
  public var contents: PLMNList

  /// Names the networks.
  public init(contents: PLMNList) { self.contents = contents }
}
