import Card
internal import Words

extension NamedCard {
  /// Cards that answer, and with one answer that is not to be taken for anything else: refused, empty,
  /// garbled, of another card.
  static let failingCards: [NamedCard] = failingSIMs + failingEUICCs + failingDownloads

  private static let failingSIMs: [NamedCard] = [
    NamedCard(
      "no-sim", Words("a card of something else: 6D00 to every command"),
      .plainSIM.behaving { $0.refusesEverything = 0x6D00 }),
    NamedCard(
      "usim-fails", Words("fails when an application is selected (6F00)"),
      .plainSIM.behaving { $0.failsToSelectApplications = 0x6F00 }),
    NamedCard(
      "parameters-first",
      Words("reads nothing of a file whose parameters wait to be fetched (9000)"),
      .plainSIM.behaving { $0.wantsParametersFetched = 0x9000 }),
    NamedCard(
      "parameters-first-6700", Words("the same, and calls the length wrong (6700)"),
      .plainSIM.behaving { $0.wantsParametersFetched = 0x6700 }),
  ]

  private static let failingEUICCs: [NamedCard] =
    [
      ("profiles-refused", Words("GetProfilesInfo ends with 6985"), .refused(0x6985)),
      ("profiles-empty", Words("GetProfilesInfo ends with 9000 and nothing"), .empty),
      ("profiles-truncated", Words("the list of profiles lacks its last byte"), .truncated),
      ("profiles-wrapped", Words("the profiles stand in a data object 30"), .wrapped(0x30)),
      ("profiles-rewrapped", Words("the profiles stand in a data object E3"), .wrapped(0xE3)),
      ("profiles-padded-00", Words("00 stands between the profiles"), .padded(0x00)),
      ("profiles-padded-ff", Words("FF stands between the profiles"), .padded(0xFF)),
      ("profile-iccid-12", Words("ICCIDs of profiles have 12 bytes"), .lengthened(0x5A)),
      ("profile-iccid-zeros", Words("ICCIDs of profiles are zeros"), .zeroed(0x5A)),
    ].map { failing($0, $1, ES10.getProfilesInfo, $2) }
    + [
      failing("eid-refused", Words("GetEID ends with 6985"), ES10.getEID, .refused(0x6985)),
      failing("eid-17", Words("the EID has more than 16 bytes"), ES10.getEID, .lengthened(0x5A)),
      failing(
        "notifications-refused", Words("ListNotification ends with 6985"),
        ES10.listNotifications, .refused(0x6985)),
      failing(
        "notifications-padded", Words("00 stands between the notifications"),
        ES10.listNotifications, .padded(0x00)),
      failing(
        "information-empty", Words("EUICCInfo2 ends with 9000 and nothing"),
        ES10.getEUICCInfo2, .empty),
    ]

  private static let failingDownloads: [NamedCard] =
    failingFunctions.map { name, summary, function, fault in
      downloading(name, summary) { $0.faults[function] = fault }
    }
    + failingSegments.map { name, summary, segment, fault in
      downloading(name, summary) { $0.loadingFaults[segment] = fault }
    }

  private static let failingFunctions: [(String, Words, BERTLV.Tag, EUICCBehaviour.Fault)] =
    [
      ("challenge-refused", Words("GetEUICCChallenge ends with 6F00"), 0xBF2E, refused),
      ("authentication-refused", Words("AuthenticateServer ends with 6F00"), 0xBF38, refused),
      (
        "wrong-signature", Words("AuthenticateServer answers with a wrong signature"), 0xBF38,
        .flipped(0x5F37)
      ),
      ("preparation-refused", Words("PrepareDownload ends with 6F00"), 0xBF21, refused),
      ("cancel-refused", Words("CancelSession ends with 6F00"), 0xBF41, refused),
      (
        "removal-refused", Words("RemoveNotificationFromList ends with 6F00"),
        ES10.removeNotification, refused
      ),
    ]

  private static let failingSegments:
    [(String, Words, EUICCBehaviour.Segment, EUICCBehaviour.Fault)] = [
      (
        "start-refused", Words("the first part of a profile package ends with 6F00"), .number(1),
        refused
      ),
      (
        "end-refused", Words("the last part of a profile package ends with 6F00"), .last, refused
      ),
      (
        "interrupted", Words("the last part of a profile package is interrupted"), .last,
        .failing(11)
      ),
      ("result-lost", Words("installs a profile, and says 6F00"), .last, .lost(0x6F00)),
    ]

  private static let refused = EUICCBehaviour.Fault.refused(0x6F00)

  private static func downloading(
    _ name: String, _ summary: Words, _ change: @escaping @Sendable (inout EUICCBehaviour) -> Void
  ) -> NamedCard {
    NamedCard("download-" + name, summary, .blankEUICC.behaving { change(&$0.euicc) })
  }

  private static func failing(
    _ name: String, _ summary: Words, _ function: BERTLV.Tag, _ fault: EUICCBehaviour.Fault
  ) -> NamedCard {
    NamedCard(name, summary, .travelEUICC.behaving { $0.euicc.faults[function] = fault })
  }
}
