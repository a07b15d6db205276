/// The functions of an eUICC that a local assistant calls (GSMA SGP.22 §5.7), by the tag of their
/// request.
public enum ES10 {
  /// ES10c.GetEID (§5.7.20).
  public static let getEID: BERTLV.Tag = 0xBF3E
  /// ES10c.GetProfilesInfo (§5.7.15).
  public static let getProfilesInfo: BERTLV.Tag = 0xBF2D
  /// ES10b.GetEUICCInfo, EUICCInfo1 (§5.7.8).
  public static let getEUICCInfo1: BERTLV.Tag = 0xBF20
  /// ES10b.GetEUICCInfo, EUICCInfo2 (§5.7.8).
  public static let getEUICCInfo2: BERTLV.Tag = 0xBF22
  /// ES10a.GetEuiccConfiguredAddresses (§5.7.3).
  public static let getConfiguredAddresses: BERTLV.Tag = 0xBF3C
  /// ES10b.ListNotification (§5.7.9).
  public static let listNotifications: BERTLV.Tag = 0xBF28
  /// ES10b.RetrieveNotificationsList (§5.7.10).
  public static let retrieveNotifications: BERTLV.Tag = 0xBF2B
  /// ES10b.GetRAT (§5.7.22).
  public static let getRulesAuthorisationTable: BERTLV.Tag = 0xBF43

  /// ES10c.EnableProfile (§5.7.16).
  public static let enableProfile: BERTLV.Tag = 0xBF31
  /// ES10c.DisableProfile (§5.7.17).
  public static let disableProfile: BERTLV.Tag = 0xBF32
  /// ES10c.DeleteProfile (§5.7.18).
  public static let deleteProfile: BERTLV.Tag = 0xBF33
  /// ES10c.eUICCMemoryReset (§5.7.19).
  public static let memoryReset: BERTLV.Tag = 0xBF34
  /// ES10c.SetNickname (§5.7.21).
  public static let setNickname: BERTLV.Tag = 0xBF29
  /// ES10a.SetDefaultDpAddress (§5.7.4).
  public static let setDefaultAddress: BERTLV.Tag = 0xBF3F
  /// ES10b.RemoveNotificationFromList (§5.7.11).
  public static let removeNotification: BERTLV.Tag = 0xBF30

  /// ES10b.GetEUICCChallenge (§5.7.7).
  public static let getEUICCChallenge: BERTLV.Tag = 0xBF2E
  /// ES10b.AuthenticateServer (§5.7.13).
  public static let authenticateServer: BERTLV.Tag = 0xBF38
  /// ES10b.PrepareDownload (§5.7.5).
  public static let prepareDownload: BERTLV.Tag = 0xBF21
  /// ES10b.LoadBoundProfilePackage (§5.7.6): the tag of the package.
  public static let loadBoundProfilePackage: BERTLV.Tag = 0xBF36
  /// What an eUICC answers once a package is loaded, or can't be (§2.5.6).
  public static let profileInstallationResult: BERTLV.Tag = 0xBF37
  /// ES10b.CancelSession (§5.7.14).
  public static let cancelSession: BERTLV.Tag = 0xBF41

  private static let readingFunctions: Set<BERTLV.Tag> = [
    getEID, getProfilesInfo, getEUICCInfo1, getEUICCInfo2, getConfiguredAddresses,
    listNotifications, retrieveNotifications, getRulesAuthorisationTable,
  ]

  /// Whether the data of a STORE DATA command is one function that only reads.
  static func onlyReads(_ data: ArraySlice<UInt8>) -> Bool {
    var reader = ByteReader(data)
    guard let request = try? BERTLV(parsing: &reader), reader.isAtEnd else {
      return false
    }
    return readingFunctions.contains(request.tag)
  }
}
