/// Registration in 5G: 5G-GUTI 13 bytes (`000BF2`, network 3, AMF 3, 5G-TMSI 4), tracking area 6
/// (network 3, code 3), status (3GPP TS 31.102 §4.4.11.2).
public struct FiveGSLocation: FileLayout {
  /// Whether there is a 5G-GUTI.
  public var hasIdentity: Bool
  /// Whether the header of a 5G-GUTI is there: a phone has written the file, whatever it erased.
  public var hasIdentityHeader: Bool
  /// The network that gave the 5G-GUTI.
  public var identityPLMN: PLMN?
  /// The network of the last tracking area.
  public var plmn: PLMN?
  /// The code of the last tracking area.
  public var trackingAreaCode: UInt32
  /// What that code says besides where.
  public var area: AreaState
  /// How the last registration went.
  public var status: UpdateStatus

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let identity = try GloballyUniqueIdentity(
      parsing: &reader, header: [0x00, 0x0B, 0xF2], node: 3)
    hasIdentity = identity.hasIdentity
    hasIdentityHeader = identity.hasHeader
    identityPLMN = identity.plmn
    plmn = try PLMN.ifAny(parsing: &reader)
    trackingAreaCode = UInt32(try reader.unsigned(3))
    area = AreaState(code: trackingAreaCode, byteCount: 3)
    status = UpdateStatus(try reader.byte(), refusals: .roamingNotAllowed)
  }
}

/// A file with a ``FiveGSLocation``.
public protocol FiveGSLocationFile: RegistrationFile, SharedLayoutFile
where Contents == FiveGSLocation {}

extension FiveGSLocationFile {
  /// Whether there is a 5G-GUTI.
  public var hasIdentity: Bool { contents.hasIdentity }
  /// Whether the header of a 5G-GUTI is there.
  public var hasIdentityHeader: Bool { contents.hasIdentityHeader }
  /// The network of the last tracking area.
  public var plmn: PLMN? { contents.plmn }
  /// What the tracking area's code says besides where.
  public var area: AreaState { contents.area }
  /// How the last registration went.
  public var status: UpdateStatus { contents.status }
  /// Whether the file is as it left the factory.
  public var isFactoryShaped: Bool {
    !contents.hasIdentityHeader && area == .unused && status == .notUpdated
  }
}
