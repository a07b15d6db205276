/// What the result codes mean, function by function (GSMA SGP.22 §5.7.4 to §5.7.21).
extension ES10Result {
  static let meanings: [BERTLV.Tag: [Int: Meaning]] = [
    ES10.enableProfile: [
      1: Meaning("there is no such profile", .list),
      2: Meaning("the profile is not disabled", .list),
      3: Meaning("the enabled profile's rules do not let it be disabled", .policy),
      4: Meaning("the profile can't be enabled again like this: it is under test", .disableFirst),
      5: Meaning("the card's toolkit is busy", .busy),
    ],
    ES10.disableProfile: [
      1: Meaning("there is no such profile", .list),
      2: Meaning("the profile is not enabled", .list),
      3: Meaning("the profile's rules do not let it be disabled", .policy),
      5: Meaning("the card's toolkit is busy", .busy),
    ],
    ES10.deleteProfile: [
      1: Meaning("there is no such profile", .list),
      2: Meaning("the profile is enabled", .disableFirst),
      3: Meaning("the profile's rules do not let it be deleted", .policy),
    ],
    ES10.memoryReset: [
      1: Meaning("there is nothing to delete", .list),
      5: Meaning("the card's toolkit is busy", .busy),
    ],
    ES10.setNickname: [1: Meaning("there is no such profile", .list)],
    ES10.setDefaultAddress: [127: Meaning("the card does not take the address", .input)],
    ES10.removeNotification: [
      1: Meaning("there is no such notification", .notifications)
    ],
    ES10.getProfilesInfo: [1: Meaning("the card does not take what was asked", .report)],
    ES10.retrieveNotifications: [1: Meaning("the card does not take what was asked", .report)],
    // AuthenticateServer.
    0xBF38: [
      1: Meaning("the server's certificate is not valid", .server),
      2: Meaning("the server's signature is not valid", .server),
      3: Meaning("the server's key is of a curve that the card does not know", .server),
      4: Meaning("no session is open", .download),
      5: Meaning("the server's identifier is not the one expected", .server),
      6: Meaning("the server's challenge is not the card's", .download),
      7: Meaning("the card does not trust the server's root", .server),
    ],
    // PrepareDownload.
    0xBF21: [
      1: Meaning("the server's certificate is not valid", .server),
      2: Meaning("the server's signature is not valid", .server),
      3: Meaning("the server's key is of a curve that the card does not know", .server),
      4: Meaning("no session is open", .download),
      5: Meaning("the transaction is not the one that was begun", .download),
    ],
    // CancelSession.
    0xBF41: [5: Meaning("the transaction is not the one that was begun", .download)],
    // LoadBoundProfilePackage: the reason in ProfileInstallationResult (§2.5.6).
    0xBF36: [
      1: Meaning("the profile's data is malformed", .download),
      2: Meaning("the profile's signature is not valid", .download),
      3: Meaning("the transaction is not the one that was begun", .download),
      4: Meaning("the profile was made with a key that the card does not know", .download),
      5: Meaning("the profile was made for other operations", .download),
      6: Meaning("a tag is not one the card knows", .download),
      7: Meaning("the profile's protection does not hold", .download),
      8: Meaning("an installation failed: the profile is on the card already", .list),
      9: Meaning("there is not enough room on the card", .room),
      10: Meaning("the installation was interrupted", .download),
      11: Meaning("the profile's elements can't be processed", .download),
      12: Meaning("the profile's data does not fit its ICCID", .download),
      13: Meaning("the installation failed", .download),
      14: Meaning("the card does not know the profile's rules", .policy),
      15: Meaning("the profile is for tests, and its key is wrong", .server),
    ],
  ]
}
