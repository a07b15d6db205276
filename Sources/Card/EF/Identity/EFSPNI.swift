/// EF.SPNI: icons for the service provider's name. Transparent (3GPP TS 31.102 §4.2.88).
public struct EFSPNI: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SPNI", in: .usim, identifier: 0x6FDE, .transparent(), source: "3GPP TS 31.102 §4.2.88",
    services: [78], confidentiality: .open)

  /// The icons.
  public var contents: IconLinks

  /// Names the icons.
  public init(contents: IconLinks) { self.contents = contents }
}
