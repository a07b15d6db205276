/// EF.5GS3GPPLOCI: registration in 5G over the mobile network's own radio. Transparent, 20
/// bytes (3GPP TS 31.102 §4.4.11.2).
public struct EF5GS3GPPLOCI: FiveGSLocationFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.5GS3GPPLOCI", in: .fiveGS, identifier: 0x4F01, shortIdentifier: 0x01,
    .transparent(reading: 20), source: "3GPP TS 31.102 §4.4.11.2", services: [122])

  /// The registration.
  public var contents: FiveGSLocation

  /// Names the registration.
  public init(contents: FiveGSLocation) { self.contents = contents }
}
