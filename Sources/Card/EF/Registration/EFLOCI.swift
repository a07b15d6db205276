/// EF.LOCI: registration for calls. Transparent, 11 bytes: TMSI 4, location area 5 (network 3, code
/// 2), one for later, status (3GPP TS 31.102 §4.2.17).
public struct EFLOCI: RegistrationFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.LOCI", in: .usim, identifier: 0x6F7E, shortIdentifier: 0x0B, .transparent(reading: 11),
    source: "3GPP TS 31.102 §4.2.17", gsm: .gsm(0x6F7E))

  /// Whether there is a TMSI.
  public var hasIdentity: Bool
  /// The network of the last location area.
  public var plmn: PLMN?
  /// The code of the last location area.
  public var locationAreaCode: UInt16
  /// What that code says besides where.
  public var area: AreaState
  /// How the last location update went.
  public var status: UpdateStatus

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    hasIdentity = !(try reader.bytes(4)).isBlank
    plmn = try PLMN.ifAny(parsing: &reader)
    locationAreaCode = UInt16(try reader.unsigned(2))
    area = AreaState(code: UInt32(locationAreaCode), byteCount: 2)
    _ = try reader.byte()
    status = UpdateStatus(try reader.byte(), refusals: .plmnNotAllowed, .locationAreaNotAllowed)
  }
}
