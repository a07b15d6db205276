/// EF.LOCI: registration for calls. Transparent, 11 bytes: TMSI 4, location area 5 (network 3, code
/// 2), one for later, status (3GPP TS 31.102 §4.2.17).
public struct EFLOCI: RegistrationLayout {
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

/// EF.PSLOCI: registration for data before LTE; EF.LOCIGPRS in the GSM application. Transparent, 14
/// bytes: P-TMSI 4, its signature 3, routing area 6 (network 3, area 2, routing area 1), status
/// (3GPP TS 31.102 §4.2.23).
public struct EFPSLOCI: RegistrationLayout {
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

/// Registration in LTE and in 5G: GUTI, tracking area, status.
///
/// In LTE 18 bytes: GUTI 12 (`0BF6`, network 3, MME 3, M-TMSI 4), tracking area 5 (network 3, code
/// 2), status (3GPP TS 31.102 §4.2.91). In 5G 20: 5G-GUTI 13 (`000BF2`, network 3, AMF 3, 5G-TMSI
/// 4), tracking area 6 (network 3, code 3), status (§4.4.11.2).
public struct TrackingLocation: RegistrationLayout {
  /// Whether there is a GUTI.
  public var hasIdentity: Bool
  /// Whether the header of a GUTI is there: a phone has written the file, whatever it erased.
  public var hasIdentityHeader: Bool
  /// The network that gave the GUTI.
  public var identityPLMN: PLMN?
  /// The network of the last tracking area.
  public var plmn: PLMN?
  /// The code of the last tracking area.
  public var trackingAreaCode: UInt32
  /// What that code says besides where.
  public var area: AreaState
  /// How the last tracking area update or registration went.
  public var status: UpdateStatus

  /// Understands a file of LTE.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    try self.init(parsing: &reader, header: [0x0B, 0xF6], codeBytes: 2)
  }

  /// Understands a file of 5G.
  static func fiveG(_ reader: inout ByteReader) throws(ParseError) -> TrackingLocation {
    try TrackingLocation(parsing: &reader, header: [0x00, 0x0B, 0xF2], codeBytes: 3)
  }

  private init(
    parsing reader: inout ByteReader, header: [UInt8], codeBytes: Int
  ) throws(ParseError) {
    let identity = try GloballyUniqueIdentity(parsing: &reader, header: header, node: 3)
    hasIdentity = identity.hasIdentity
    hasIdentityHeader = identity.hasHeader
    identityPLMN = identity.plmn
    plmn = try PLMN.ifAny(parsing: &reader)
    trackingAreaCode = UInt32(try reader.unsigned(codeBytes))
    area = AreaState(code: trackingAreaCode, byteCount: codeBytes)
    status = UpdateStatus(try reader.byte(), refusals: .roamingNotAllowed)
  }

  /// Whether the file is as it left the factory.
  public var isFactoryShaped: Bool {
    !hasIdentityHeader && area == .unused && status == .notUpdated
  }
}
