/// The requests of ES10 functions (GSMA SGP.22 §5.7), byte for byte.
public enum ES10Request {
  /// A function that is asked for without more.
  public static func plain(_ function: BERTLV.Tag) -> [UInt8] { BERTLV.encode(function) }

  /// ES10c.GetEID.
  public static let eid = BERTLV.encode(ES10.getEID, [0x5C, 0x01, 0x5A])

  /// ES10b.ListNotification, of all operations.
  public static let allNotifications = BERTLV.encode(
    ES10.listNotifications, BERTLV.encode(0x81, everyOperation))

  /// ES10b.RetrieveNotificationsList, of all operations.
  public static let allSignedNotifications = BERTLV.encode(
    ES10.retrieveNotifications, BERTLV.encode(0xA0, BERTLV.encode(0x81, everyOperation)))

  /// ES10b.RetrieveNotificationsList, one by its number.
  public static func signedNotification(_ number: Int) -> [UInt8] {
    BERTLV.encode(
      ES10.retrieveNotifications, BERTLV.encode(0xA0, BERTLV.encode(0x80, integer(number))))
  }

  /// ES10b.RemoveNotificationFromList.
  public static func removeNotification(_ number: Int) -> [UInt8] {
    BERTLV.encode(ES10.removeNotification, BERTLV.encode(0x80, integer(number)))
  }

  /// ES10c.EnableProfile or ES10c.DisableProfile.
  ///
  /// - Parameter refresh: Whether the eUICC asks the terminal for a REFRESH.
  public static func setState(
    _ function: BERTLV.Tag, _ profile: ProfileReference.Name, refresh: Bool
  ) -> [UInt8] {
    BERTLV.encode(
      function, BERTLV.encode(0xA0, profile.object), BERTLV.encode(0x81, [refresh ? 0xFF : 0x00]))
  }

  /// ES10c.DeleteProfile.
  public static func delete(_ profile: ProfileReference.Name) -> [UInt8] {
    BERTLV.encode(ES10.deleteProfile, profile.object)
  }

  /// ES10c.SetNickname. To take a nickname away its tag has to be there, and be empty.
  public static func nickname(_ name: String, of iccid: ProfileReference.Name) -> [UInt8] {
    BERTLV.encode(ES10.setNickname, iccid.object, BERTLV.encode(0x90, Array(name.utf8)))
  }

  /// ES10c.eUICCMemoryReset.
  public static func memoryReset(_ parts: MemoryResetParts) -> [UInt8] {
    BERTLV.encode(ES10.memoryReset, BERTLV.encode(0x82, [0x05, parts.rawValue]))
  }

  /// ES10a.SetDefaultDpAddress. An empty one takes the address away.
  public static func defaultAddress(_ address: String) -> [UInt8] {
    BERTLV.encode(ES10.setDefaultAddress, BERTLV.encode(0x80, Array(address.utf8)))
  }

  /// ES10b.CancelSession.
  public static func cancelSession(transaction: [UInt8], reason: UInt8) -> [UInt8] {
    BERTLV.encode(
      ES10.cancelSession, BERTLV.encode(0x80, transaction), BERTLV.encode(0x81, [reason]))
  }

  /// NotificationEvent with all four bits.
  private static let everyOperation: [UInt8] = [0x04, 0xF0]

  /// A non-negative INTEGER in its shortest form.
  private static func integer(_ value: Int) -> [UInt8] {
    let bytes = stride(from: 56, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: value >> $0)
    }.drop { $0 == 0 }
    guard let first = bytes.first else { return [0] }
    return first & 0x80 == 0 ? Array(bytes) : [0] + bytes
  }
}

/// What ES10c.eUICCMemoryReset takes away, as its bits (SGP.22 §5.7.19).
public struct MemoryResetParts: OptionSet, Hashable, Sendable {
  /// The bits, the first highest.
  public let rawValue: UInt8

  /// Keeps bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Every operational profile, enabled or not.
  public static let operationalProfiles = MemoryResetParts(rawValue: 0x80)
  /// Test profiles that were loaded in the field.
  public static let testProfiles = MemoryResetParts(rawValue: 0x40)
  /// The default SM-DP+.
  public static let defaultAddress = MemoryResetParts(rawValue: 0x20)
}
