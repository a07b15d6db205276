/// EF.FPLMN: networks that refused the card for good ("PLMN not allowed"). Transparent, 3 bytes
/// each, four and more; the newest stands last, and blank places may stand anywhere (3GPP
/// TS 31.102 §4.2.16).
public struct EFFPLMN: SharedLayoutFile, EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.FPLMN", in: .usim, identifier: 0x6F7B, shortIdentifier: 0x0D, .transparent(),
    source: "3GPP TS 31.102 §4.2.16", gsm: .gsm(0x6F7B))

  /// The networks.
  public var contents: PLMNList

  /// Names the networks.
  public init(contents: PLMNList) { self.contents = contents }
}
