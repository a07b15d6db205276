internal import Words

/// What the result codes mean, function by function (GSMA SGP.22 §5.7.4 to §5.7.21).
extension ES10Result {
  static let meanings: [BERTLV.Tag: [Int: Meaning]] = [
    ES10.enableProfile: [
      1: Meaning(Words("there is no such profile"), .list),
      2: Meaning(Words("the profile is not disabled"), .list),
      3: Meaning(Words("the enabled profile's rules do not allow disabling it"), .policy),
      4: Meaning(
        Words("only the profile that was enabled before the test profile can be"), .disableFirst),
      5: Meaning(Words("the card's toolkit is busy"), .busy),
    ],
    ES10.disableProfile: [
      1: Meaning(Words("there is no such profile"), .list),
      2: Meaning(Words("the profile is not enabled"), .list),
      3: Meaning(Words("the profile's rules do not allow disabling it"), .policy),
      5: Meaning(Words("the card's toolkit is busy"), .busy),
    ],
    ES10.deleteProfile: [
      1: Meaning(Words("there is no such profile"), .list),
      2: Meaning(Words("the profile is enabled"), .disableFirst),
      3: Meaning(Words("the profile's rules do not allow deleting it"), .policy),
    ],
    ES10.memoryReset: [
      1: Meaning(Words("there is nothing to delete"), .list),
      5: Meaning(Words("the card's toolkit is busy"), .busy),
    ],
    ES10.setNickname: [1: Meaning(Words("there is no such profile"), .list)],
    ES10.setDefaultAddress: [127: Meaning(Words("the card does not take the address"), .input)],
    ES10.removeNotification: [
      1: Meaning(Words("there is no such notification"), .notifications)
    ],
    ES10.getProfilesInfo: [1: Meaning(Words("the card does not take what was asked"), .report)],
    ES10.retrieveNotifications: [
      1: Meaning(Words("the card does not take what was asked"), .report)
    ],
    ES10.authenticateServer: [
      1: Meaning(Words("the server's certificate is not valid"), .server),
      2: Meaning(Words("the server's signature is not valid"), .server),
      3: Meaning(Words("the server's key is on a curve that the card does not know"), .server),
      4: Meaning(Words("no session is open"), .download),
      5: Meaning(Words("the server's identifier is not the one expected"), .server),
      6: Meaning(Words("the server's challenge is not the one the card sent"), .download),
      7: Meaning(Words("the card does not trust the server's root"), .server),
    ],
    ES10.prepareDownload: [
      1: Meaning(Words("the server's certificate is not valid"), .server),
      2: Meaning(Words("the server's signature is not valid"), .server),
      3: Meaning(Words("the server's key is on a curve that the card does not know"), .server),
      4: Meaning(Words("no session is open"), .download),
      5: Meaning(Words("the transaction is not the one that was started"), .download),
    ],
    ES10.cancelSession: [
      5: Meaning(Words("the transaction is not the one that was started"), .download)
    ],
    // The reason in ProfileInstallationResult (§2.5.6).
    ES10.loadBoundProfilePackage: [
      1: Meaning(Words("the profile was sent with wrong values"), .download),
      2: Meaning(Words("the profile's signature is not valid"), .server),
      3: Meaning(Words("the transaction is not the one that was started"), .download),
      4: Meaning(Words("the profile's keys are of a kind that the card does not know"), .server),
      5: Meaning(Words("the server wants an operation that the card does not know"), .server),
      6: Meaning(Words("the profile is of a class that the card does not take"), .server),
      7: Meaning(Words("the profile's protected data is malformed"), .download),
      8: Meaning(Words("the profile's protection is not valid"), .download),
      9: Meaning(Words("a profile with this ICCID is on the card already"), .list),
      10: Meaning(Words("there is not enough room on the card"), .room),
      11: Meaning(Words("the installation was interrupted"), .download),
      12: Meaning(Words("the card can't process a part of the profile"), .server),
      13: Meaning(Words("the profile does not fit what was announced"), .server),
      14: Meaning(Words("the test profile's key is not one for tests"), .server),
      15: Meaning(Words("the card does not allow the profile's rules"), .policy),
    ],
  ]
}
