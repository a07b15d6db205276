import Card
internal import Words

extension NamedCard {
  /// eUICCs that differ from SGP.22 by one thing that was met on a real card, and must be read and
  /// changed nevertheless.
  public static let quirkCards: [NamedCard] = [
    NamedCard(
      "no-refresh", Words("switches with a refresh end with an undefined error"),
      .travelEUICC.behaving { $0.refusesRefresh = true }),
    NamedCard(
      "no-iccid-refresh", Words("switches by ICCID with a refresh end with an undefined error"),
      .travelEUICC.behaving { $0.euicc.refusesICCIDWithRefresh = true }),
    NamedCard(
      "no-iccid-switch", Words("switches by ICCID end with an undefined error"),
      .travelEUICC.behaving { $0.euicc.refusesICCID = true }),
    NamedCard(
      "toolkit-busy", Words("switches end with a busy toolkit until the card is reset"),
      .travelEUICC.behaving { $0.euicc.isToolkitBusyUntilReset = true }),
    NamedCard(
      "reset-before-change", Words("changes end with 6985 until the card is reset"),
      .travelEUICC.behaving { $0.euicc.wantsResetBeforeChanges = true }),
    NamedCard(
      "vanishes", Words("goes away after a switch and comes back"),
      .travelEUICC.behaving { $0.euicc.vanishesAfterSwitch = true }),
    NamedCard(
      "short-blocks", Words("blocks of more than 120 bytes end with 6601"),
      .travelEUICC.behaving { $0.euicc.longestBlock = 120 }),
    NamedCard(
      "no-notification-number", Words("notifications can't be retrieved by number"),
      .travelEUICC.behaving { $0.euicc.refusesNotificationNumber = true }),
    NamedCard(
      "padded-iccid", Words("a profile whose ICCID of 18 digits is filled up"),
      .travelEUICC.holding { element in
        element.profiles.modify(1) { $0.iccid = "894922012345678904" }
      }),
    NamedCard(
      "vendor-information", Words("an eSTK.me card that says what it is"),
      .travelEUICC.holding { $0.isdrAID = VendorAID.estkFirst }
        .behaving { $0.euicc.hasVendorApplication = true }),
    NamedCard(
      "iot-euicc", Words("an eUICC for the Internet of Things (SGP.32)"),
      .travelEUICC.holding { $0.information.isForIoT = true }),
  ]

  /// eUICCs that can't do all that others do, or say what is not so.
  static let oddCards: [NamedCard] = [
    NamedCard(
      "says-done", Words("answers a switch with success and does not switch"),
      .travelEUICC.behaving { $0.euicc.onlySaysThatItSwitches = true }),
    NamedCard(
      "no-signing-roots", Words("no root to sign under, so no downloads"),
      .travelEUICC.holding { $0.information.rootKeyIdentifiers = [] }),
    NamedCard(
      "m2m-euicc", Words("an eUICC for machines (SGP.02): it lists no profiles"),
      .plainEUICC.behaving { $0.euicc.isM2M = true }),
    NamedCard(
      "three-hundred-profiles", Words("three hundred profiles"),
      .plainEUICC.holding { $0.profiles += (2...300).map(StoredProfile.numbered) }),
    NamedCard(
      "hostile-names", Words("control characters and marks of direction in names"),
      .travelEUICC.holding { element in
        element.profiles.modify(0) {
          $0.nickname = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{202E}gpj.exe"
          $0.serviceProvider = "a\u{0}b\r\nEID  forged\u{2066}"
        }
        element.defaultSMDP = "\u{1B}[31msmdp\u{7F}"
      }),
    hostile("hostile-length", Words("lengths beyond the answer"), .lengthBeyondAnswer),
    hostile("hostile-huge-length", Words("lengths of four gigabytes"), .hugeLength),
    hostile("hostile-nesting", Words("data objects nested a hundred deep"), .deepNesting),
    hostile("hostile-duplicates", Words("every data object twice"), .duplicateTags),
    hostile("hostile-indefinite", Words("lengths without end"), .indefiniteLength),
    hostile("hostile-empty", Words("success with nothing behind it"), .emptyAnswer),
  ]

  private static func hostile(
    _ name: String, _ summary: Words, _ kind: EUICCBehaviour.Hostility
  ) -> NamedCard {
    NamedCard(name, summary, .travelEUICC.behaving { $0.euicc.hostility = kind })
  }
}
