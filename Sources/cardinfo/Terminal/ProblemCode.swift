extension Problem {
  /// A stable code, the same in JSON and in `Docs/errors.md`. An open list: a layer may have one that
  /// is not known here.
  struct Code: RawRepresentable, Hashable, Encodable {
    /// The stable word, such as `card.mute`.
    var rawValue: String

    /// Keeps any word.
    init(rawValue: String) { self.rawValue = rawValue }
  }
}

/// The codes of what this layer itself finds.
extension Problem.Code {
  static let usage = Self(rawValue: "usage")
  static let interrupted = Self(rawValue: "interrupted")
  static let doubtful = Self(rawValue: "input.doubtful")
  static let inputMalformed = Self(rawValue: "input.malformed")
  static let fileUnreadable = Self(rawValue: "file.unreadable")
  static let fileUnwritable = Self(rawValue: "file.unwritable")
  /// A command that was to be run failed.
  static let commandFailed = Self(rawValue: "command.failed")

  static let readerUnknown = Self(rawValue: "reader.unknown")
  static let cardAbsent = Self(rawValue: "card.absent")
  static let pinForManyCards = Self(rawValue: "pin1.manyCards")
  static let pinMalformed = Self(rawValue: "pin1.malformed")
  static let pinNotAsked = Self(rawValue: "pin1.notAsked")

  static let noEUICC = Self(rawValue: "euicc.none")
  static let ambiguousEUICC = Self(rawValue: "euicc.ambiguous")
  static let unknownProfile = Self(rawValue: "profile.unknown")
  static let ambiguousProfile = Self(rawValue: "profile.ambiguous")
  static let enabledProfile = Self(rawValue: "profile.enabled")
  static let unknownNotification = Self(rawValue: "notification.unknown")

  static let notificationUnsent = Self(rawValue: "notification.unsent")
  static let notificationsRefused = Self(rawValue: "euicc.notificationsRefused")
  static let notificationsMalformed = Self(rawValue: "euicc.notificationsMalformed")

  /// libical can't be used.
  static let noCalendars = Self(rawValue: "calendar.noLibrary")

  static let badNotifyConfiguration = Self(rawValue: "notify.badConfiguration")
  static let unknownChannel = Self(rawValue: "notify.unknownChannel")
  static let noSecret = Self(rawValue: "notify.noSecret")
  static let notifyUnderWay = Self(rawValue: "notify.underWay")
  /// A file with secrets is not its owner's alone.
  static let readableByOthers = Self(rawValue: "file.readableByOthers")

  /// Pages can't be served.
  static let noWebServer = Self(rawValue: "desk.noServer")

  static let noHTTPS = Self(rawValue: "server.noHTTPS")
  static let noRoots = Self(rawValue: "server.noRoots")
  static let serverUnreachable = Self(rawValue: "server.unreachable")
  static let serverUntrusted = Self(rawValue: "server.untrusted")
  static let serverRefused = Self(rawValue: "server.refused")
  static let serverAnswer = Self(rawValue: "server.badAnswer")

  static let codeMalformed = Self(rawValue: "code.malformed")
  static let codeMissing = Self(rawValue: "code.missing")
  static let confirmationCodeMissing = Self(rawValue: "code.confirmationMissing")
  static let unreadableImage = Self(rawValue: "code.noQR")
  static let downloadFailed = Self(rawValue: "download.failed")
  static let notInstalled = Self(rawValue: "download.notInstalled")
  static let downloadUnknown = Self(rawValue: "download.unknown")
  static let downloadUnread = Self(rawValue: "download.unread")
  static let noDownload = Self(rawValue: "download.none")
  static let otherCard = Self(rawValue: "download.otherCard")

  static let declined = Self(rawValue: "change.declined")
  static let unconfirmed = Self(rawValue: "change.unconfirmed")
  static let changeRefused = Self(rawValue: "change.refused")
  static let changeNotMade = Self(rawValue: "change.notMade")
  static let changeUnknown = Self(rawValue: "change.unknown")

  static let setupNotAsked = Self(rawValue: "setup.notAsked")
  static let nothingTracked = Self(rawValue: "ledger.none")
  static let refusedRecord = Self(rawValue: "ledger.refusedRecord")
  static let oddRecord = Self(rawValue: "ledger.oddRecord")
  static let noRenewal = Self(rawValue: "renewal.none")
  static let renewalUnderWay = Self(rawValue: "renewal.underWay")
  static let renewalStep = Self(rawValue: "renewal.step")
  static let emptyReply = Self(rawValue: "reply.empty")
  static let unknownLanguage = Self(rawValue: "reply.unknownLanguage")
  static let unknownCarrier = Self(rawValue: "carriers.unknown")
}

extension Problem.Code {
  /// Every code with the status of a command that it ends: the layers' own, and those above.
  static let statuses: [Problem.Code: ExitStatus] = Dictionary(
    codes.flatMap { status, codes in codes.map { (Problem.Code(rawValue: $0), status) } },
    uniquingKeysWith: { first, _ in first })

  static let codes: [(status: ExitStatus, codes: [String])] = [
    // What is left out, while everything else answers as before.
    (
      .success,
      [
        "carriers.fileUnreadable", "carriers.fileTooLarge", "carriers.fileInvalid",
        "carriers.providerInfoInvalid", "carriers.providerInfoHostile",
        "carriers.androidListInvalid", "carriers.fileOutdated", "ledger.oddRecord",
      ]
    ),
    (
      .failure,
      [
        "pcsc.connectionLost", "pcsc.busy", "pcsc.timeout", "pcsc.cancelled", "pcsc.noMemory",
        "pcsc.answerTooLong", "pcsc.misuse", "pcsc.error",
        "reader.unavailable", "reader.notReady", "reader.unsupported", "reader.badAnswer",
        "card.mute", "card.unpowered", "card.removed", "card.protocolMismatch",
        "card.badAnswerToReset", "card.unsupported", "card.exchangeFailed", "card.badAnswer",
        "card.commandTooLong", "card.changeRefused",
        "pin1.wrong", "pin1.lastTry", "pin1.blocked", "pin1.unknown", "pin1.notVerified",
        "pin1.manyCards", "pin1.otherCard",
        "card.applicationFailed", "card.notSIM",
        "card.fileTooCostly", "card.applicationTooCostly", "card.tooCostly",
        "euicc.none", "euicc.gone", "euicc.selectFailed",
        "euicc.eidRefused", "euicc.eidMalformed",
        "euicc.profilesRefused", "euicc.profilesMalformed", "profile.malformed",
        "euicc.informationRefused", "euicc.informationMalformed",
        "euicc.notificationsRefused", "euicc.notificationsMalformed",
        "notification.unsent", "server.untrusted", "server.refused", "server.badAnswer",
        "download.failed", "download.notInstalled", "download.unknown", "download.unread",
        "download.otherCard",
        "command.failed", "change.declined", "change.refused", "change.notMade", "change.unknown",
        "ledger.failed", "ledger.differentEvent", "ledger.differentAttempt",
        "ledger.purgeUnfinished",
      ]
    ),
    (
      .usage,
      [
        "usage", "change.unconfirmed", "euicc.ambiguous", "input.doubtful",
        "code.confirmationMissing", "setup.notAsked",
      ]
    ),
    (
      .badInput,
      [
        "input.malformed", "file.unreadable", "pin1.malformed", "pin1.notAsked",
        "profile.unknown", "profile.ambiguous", "profile.enabled", "notification.unknown",
        "carriers.unknown", "code.malformed", "code.missing", "code.noQR", "download.none",
        "ledger.none", "ledger.unknownLine", "ledger.ambiguousLine", "ledger.duplicateLine",
        "ledger.duplicateName", "ledger.missing", "ledger.unknownEvent", "ledger.refusedImport",
        "ledger.refusedRecord",
        "ledger.damaged",
        "ledger.newerSchema",
        "renewal.none", "renewal.underWay", "renewal.step", "reply.empty",
        "reply.unknownLanguage", "notify.badConfiguration", "notify.unknownChannel",
        "notify.noSecret",
      ]
    ),
    (.noCard, ["card.absent", "reader.unknown"]),
    (
      .unavailable,
      [
        "reader.none", "pcsc.notRunning", "calendar.noLibrary", "desk.noServer", "server.noHTTPS",
        "server.noRoots",
        "vpcd.badAddress", "vpcd.refused", "vpcd.connection", "vpcd.badMessage",
      ]
    ),
    (.cannotWrite, ["file.unwritable", "ledger.readOnly", "ledger.full"]),
    (
      .tryAgain,
      ["card.inUse", "card.reset", "ledger.locked", "server.unreachable", "notify.underWay"]
    ),
    (
      .noPermission,
      ["pcsc.accessDenied", "ledger.permissions", "ledger.unreadable", "file.readableByOthers"]
    ),
    (.interrupted, ["interrupted"]),
  ]
}
