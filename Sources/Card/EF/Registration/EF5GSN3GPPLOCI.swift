/// EF.5GSN3GPPLOCI: registration in 5G over other radio, such as WLAN. Transparent, 20
/// bytes (3GPP TS 31.102 §4.4.11.3).
public struct EF5GSN3GPPLOCI: FiveGSLocationFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.5GSN3GPPLOCI", in: .fiveGS, identifier: 0x4F02, shortIdentifier: 0x02,
    .transparent(reading: 20), source: "3GPP TS 31.102 §4.4.11.3", services: [122])

  /// The registration.
  public var contents: FiveGSLocation

  /// Names the registration.
  public init(contents: FiveGSLocation) { self.contents = contents }
}
