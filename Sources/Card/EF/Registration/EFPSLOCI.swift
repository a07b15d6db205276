/// EF.PSLOCI: registration for data before LTE; EF.LOCIGPRS in the GSM application. Transparent, 14
/// bytes: P-TMSI 4, its signature 3, routing area 6 (network 3, area 2, routing area 1), status
/// (3GPP TS 31.102 §4.2.23).
public struct EFPSLOCI: RegistrationFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PSLOCI", in: .usim, identifier: 0x6F73, shortIdentifier: 0x0C, .transparent(reading: 14),
    source: "3GPP TS 31.102 §4.2.23",
    gsm: .gsm(0x6F53, named: "EF.LOCIGPRS", services: [38]))

  /// Whether there is a P-TMSI.
  public var hasIdentity: Bool
  /// The network of the last routing area.
  public var plmn: PLMN?
  /// The code of the location area that the routing area is in.
  public var locationAreaCode: UInt16
  /// The code of the last routing area.
  public var routingAreaCode: UInt8
  /// What the location area's code says besides where.
  public var area: AreaState
  /// How the last routing area update went.
  public var status: UpdateStatus

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    hasIdentity = !(try reader.bytes(4)).isBlank
    _ = try reader.bytes(3)
    plmn = try PLMN.ifAny(parsing: &reader)
    locationAreaCode = UInt16(try reader.unsigned(2))
    area = AreaState(code: UInt32(locationAreaCode), byteCount: 2)
    routingAreaCode = try reader.byte()
    status = UpdateStatus(try reader.byte(), refusals: .plmnNotAllowed, .routingAreaNotAllowed)
  }
}
