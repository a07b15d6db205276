import Card
internal import Words

extension NamedCard {
  /// Cards that differ from another by one thing, and must be read nevertheless.
  static let variants: [NamedCard] =
    transportVariants + contentVariants + registrationVariants + euiccVariants

  private static let transportVariants: [NamedCard] = [
    NamedCard(
      "t0-61-6c", Words("T=0 behind a reader that leaves 61xx and 6Cxx to the host"), .plainSIM),
    NamedCard(
      "t0-completed", Words("T=0 behind a reader that fetches answers itself"),
      .travelEUICC.behaving { $0.readerCompletesAnswers = true }),
    NamedCard(
      "t1-only", Words("T=1 and nothing else"),
      .travelEUICC.behaving { $0.transmissionProtocol = .t1 }),
    NamedCard(
      "no-sfi", Words("no short file identifiers"),
      .plainSIM.behaving { $0.refusesShortFileIdentifiers = 0x6A86 }),
    NamedCard(
      "no-class-a0", Words("no 2G class"), .plainSIM.behaving { $0.refusesGSMClass = 0x6E00 }),
    NamedCard(
      "2g-only", Words("a SIM whose files only the 2G class reaches"),
      .plainSIM.behaving { $0.refusesUICCClass = 0x6E00 }),
    NamedCard(
      "proactive-pending", Words("every success says that a proactive command is pending (910F)"),
      .travelEUICC.behaving { $0.pendingProactiveCommand = 0x0F }),
    NamedCard(
      "small-chunks", Words("answers of 32 bytes at most, the rest to be fetched"),
      .travelEUICC.behaving { $0.chunkSize = 32 }),
    NamedCard(
      "small-chunks-t1", Words("answers of 32 bytes at most, at T=1"),
      .travelEUICC.behaving {
        $0.chunkSize = 32
        $0.transmissionProtocol = .t1
      }),
  ]

  private static let contentVariants: [NamedCard] = [
    NamedCard(
      "iccid-18", Words("an ICCID of 18 digits, from Germany"), CardBlueprint(subscription: .german)
    ),
    NamedCard("iccid-19", Words("an ICCID of 19 digits"), .plainSIM),
    NamedCard(
      "iccid-20", Words("an ICCID of 20 digits"),
      .plainSIM.subscribed { $0.iccid = "89441101234567890127" }),
    NamedCard(
      "iccid-letters", Words("an ICCID that holds letters"),
      .chinaMobile.subscribed { $0.iccid = "898600D2A123456789F1" }),
    NamedCard("mnc-2", Words("a network code of two digits, said by EF.AD"), .plainSIM),
    NamedCard(
      "mnc-3", Words("a network code of three digits, said by EF.AD"),
      CardBlueprint(subscription: .american)),
    NamedCard(
      "ad-short",
      Words("an EF.AD of three bytes: the network code's length follows from the country"),
      .plainSIM.subscribed { $0.administrativeDataHasMNCLength = false }),
    NamedCard(
      "with-messages", Words("messages from carriers, one of them in two parts and one deleted"),
      .plainSIM.subscribed {
        $0.messages = Subscription.someMessages
        $0.serviceNumbers = ["Customer care": "+447700900999"]
      }),
    NamedCard(
      "never-used", Words("a USIM that has never been in a phone"),
      .plainSIM.subscribed {
        $0.registration = .neverUsed
        $0.number = nil
      }),
  ]

  private static let registrationVariants: [NamedCard] = [
    NamedCard(
      "refused-8", Words("refused by its home, which left no forbidden network (#8)"),
      .plainSIM.subscribed {
        $0.registration = .refused
        $0.forbiddenPLMNs = []
      }),
    NamedCard(
      "refused-11", Words("refused by its home, which is a forbidden network now (#11)"),
      .plainSIM.subscribed {
        $0.registration = .refused
        $0.forbiddenPLMNs = ["23410"]
      }),
    NamedCard(
      "china-mobile-new", Words("the Chinese USIM as it comes out of its box"),
      .chinaMobile.subscribed {
        $0.registration = .neverUsed
        $0.forbiddenPLMNs = []
      }),
    NamedCard(
      "china-mobile-refused", Words("the Chinese USIM after its home refused it (#11)"),
      .chinaMobile.subscribed {
        $0.registration = .refused
        $0.forbiddenPLMNs = ["46000"]
        $0.messages = Subscription.someMessages
      }),
    NamedCard(
      "roaming-refused", Words("refused by a network abroad"),
      .plainSIM.subscribed {
        $0.registration = .refusedAbroad
        $0.forbiddenPLMNs = ["26201"]
      }),
    NamedCard(
      "travel-abroad", Words("the travel eUICC, accepted by a network that is not its home"),
      .travelEUICC.holding { element in
        element.profiles.modify(0) { $0.subscription?.registration = .updatedAbroad }
      }),
    NamedCard(
      "deregistered", Words("was in a phone, which took leave of the network"),
      .plainSIM.subscribed { $0.registration = .deregistered }),
    NamedCard(
      "wiped", Words("a tool filled its registration files with FF"),
      .plainSIM.subscribed {
        $0.registration = .wiped
        $0.forbiddenPLMNs = []
      }),
  ]

  private static let euiccVariants: [NamedCard] = [
    NamedCard(
      "full-euicc", Words("a blank eUICC with hardly any room: no profile fits"),
      .blankEUICC.holding { $0.information.freeNonVolatileMemory = 4_096 }),
    NamedCard(
      "used-euicc", Words("the travel eUICC, to download profiles to"),
      .travelEUICC.holding { $0 = $0.trusted(.travel, room: 1_572_864) }),
    NamedCard(
      "channels-refused", Words("no logical channels (6881)"),
      .travelEUICC.behaving { $0.refusesChannels = 0x6881 }),
    NamedCard(
      "channels-unknown", Words("no MANAGE CHANNEL (6D00)"),
      .travelEUICC.behaving { $0.refusesChannels = 0x6D00 }),
    NamedCard(
      "terminal-capability-first", Words("the ISD-R is there only after TERMINAL CAPABILITY"),
      .travelEUICC.behaving { $0.wantsTerminalCapability = true }),
    NamedCard(
      "isdr-not-on-basic", Words("the ISD-R can't be selected on the basic channel"),
      .travelEUICC.behaving { $0.refusesISDROnBasicChannel = true }),
    NamedCard(
      "vendor-aid", Words("the ISD-R has its maker's AID"),
      .travelEUICC.holding { $0.isdrAID = VendorAID.fiveBer }),
    NamedCard(
      "sixty-profiles", Words("sixty profiles"),
      .plainEUICC.holding { $0.profiles += (2...60).map(StoredProfile.numbered) }),
    NamedCard(
      "pin-on-euicc", Words("an eUICC whose enabled profile has PIN1 on"), .plainEUICC.locked),
    NamedCard(
      "empty-euicc", Words("an eUICC with no enabled profile: no USIM, no EF.ICCID"),
      .plainEUICC.holding { $0.profiles = [.hongKong] }),
    NamedCard(
      "tag-list-refused", Words("GetProfilesInfo with a tag list ends with 6A80"),
      .travelEUICC.behaving { $0.refusesTagList = .status(0x6A80) }),
    NamedCard(
      "tag-list-error", Words("GetProfilesInfo with a tag list answers with an error"),
      .travelEUICC.behaving { $0.refusesTagList = .error(127) }),
  ]
}
