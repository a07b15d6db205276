/// EF.EPSLOCI: registration in LTE. Transparent, 18 bytes: GUTI 12 (`0BF6`, network 3, MME 3,
/// M-TMSI 4), tracking area 5 (network 3, code 2), status (3GPP TS 31.102 §4.2.91).
public struct EFEPSLOCI: RegistrationFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.EPSLOCI", in: .usim, identifier: 0x6FE3, shortIdentifier: 0x1E, .transparent(reading: 18),
    source: "3GPP TS 31.102 §4.2.91", services: [85])

  /// Whether there is a GUTI.
  public var hasIdentity: Bool
  /// Whether the header of a GUTI is there: a phone has written the file, whatever it erased.
  public var hasIdentityHeader: Bool
  /// The network that gave the GUTI.
  public var identityPLMN: PLMN?
  /// The network of the last tracking area.
  public var plmn: PLMN?
  /// The code of the last tracking area.
  public var trackingAreaCode: UInt16
  /// What that code says besides where.
  public var area: AreaState
  /// How the last tracking area update went.
  public var status: UpdateStatus

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let identity = try GloballyUniqueIdentity(parsing: &reader, header: [0x0B, 0xF6], node: 3)
    hasIdentity = identity.hasIdentity
    hasIdentityHeader = identity.hasHeader
    identityPLMN = identity.plmn
    plmn = try PLMN.ifAny(parsing: &reader)
    trackingAreaCode = UInt16(try reader.unsigned(2))
    area = AreaState(code: UInt32(trackingAreaCode), byteCount: 2)
    status = UpdateStatus(try reader.byte(), refusals: .roamingNotAllowed)
  }

  /// Whether the file is as it left the factory.
  public var isFactoryShaped: Bool {
    !hasIdentityHeader && area == .unused && status == .notUpdated
  }
}
