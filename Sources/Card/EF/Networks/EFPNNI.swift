/// EF.PNNI: icons for networks' names, a network to a record (3GPP TS 31.102 §4.2.89).
public struct EFPNNI: SharedLayoutFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PNNI", in: .usim, identifier: 0x6FDF, .linearFixed, source: "3GPP TS 31.102 §4.2.89",
    services: [79], confidentiality: .open)

  /// The icons.
  public var contents: IconLinks

  /// Names the icons.
  public init(contents: IconLinks) { self.contents = contents }
}
