internal import Card
internal import Words

extension PCSCError {
  /// Every code that PC/SC Lite defines, in the order of their numbers.
  public static var known: [PCSCError] {
    Explanation.of.keys.sorted { $0.rawValue < $1.rawValue }
  }

  /// What there is to say about one code.
  struct Explanation: Sendable {
    var error: PCSCError
    var name: String
    var code: ChannelError.Code
    var message: Words
    var hint: Words

    static let of: [PCSCError: Explanation] = Dictionary(
      (service + readers + cards + misuse + windows).map { ($0.error, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - The table

extension PCSCError.Explanation {
  private init(
    _ error: PCSCError, _ name: String, _ code: ChannelError.Code, _ message: Words, _ hint: Words
  ) {
    self.init(error: error, name: name, code: code, message: message, hint: hint)
  }

  private init(_ error: PCSCError, _ name: String, _ same: ChannelError) {
    self.init(error, name, same.code, same.message, same.hint ?? Self.again)
  }

  static let doctor = Words("look for the cause with `cardinfo doctor`")
  private static let again = Words("run the command again")
  private static let start =
    Words("start it with `systemctl start pcscd.socket`; `cardinfo doctor` checks the rest")
  private static let restart =
    Words(
      "run the command again; if it keeps failing, `systemctl restart pcscd` and `cardinfo doctor`")
  private static let polkit = Words(
    """
    over SSH polkit refuses unless a rule allows org.debian.pcsc-lite.access_pcsc and \
    org.debian.pcsc-lite.access_card: `cardinfo doctor` says more; until then use the machine's \
    own screen, or sudo
    """)
  private static let plug = Words(
    "plug the reader in, again if it is, then look with `cardinfo readers`")
  private static let close =
    Words(
      "close the other program (gpg-agent, ModemManager, another cardinfo) and run the command again"
    )
  private static let turn = Words(
    """
    take the card out, clean its contacts, turn it over if its chip did not face the reader's, \
    and insert it again
    """)
  private static let report = Words("this is a fault in the program: please report it with --trace")

  private static let service: [Self] = [
    .init(
      .noService, "SCARD_E_NO_SERVICE", .pcscNotRunning,
      Words("pcscd, the service for card readers, is not running"), start),
    .init(
      .serviceStopped, "SCARD_E_SERVICE_STOPPED", .pcscNotRunning,
      Words("pcscd, the service for card readers, has stopped"), start),
    .init(
      .shutdown, "SCARD_P_SHUTDOWN", .pcscNotRunning,
      Words("pcscd, the service for card readers, is shutting down"), start),
    .init(
      .securityViolation, "SCARD_W_SECURITY_VIOLATION", .pcscAccessDenied,
      Words("polkit does not let this person use card readers"), polkit),
    .init(
      .noAccess, "SCARD_E_NO_ACCESS", .pcscAccessDenied,
      Words("access to the card readers is denied"), polkit),
    .init(
      .communicationError, "SCARD_F_COMM_ERROR", .pcscConnectionLost,
      Words("the connection to pcscd broke: it has stopped, or is of another version"), restart),
    .init(
      .serverTooBusy, "SCARD_E_SERVER_TOO_BUSY", .pcscBusy,
      Words("pcscd is overloaded"),
      Words("close other programs that use readers, and run it again")),
    .init(
      .timeout, "SCARD_E_TIMEOUT", .pcscTimeout, Words("nothing happened within the time given"),
      again),
    .init(
      .waitedTooLong, "SCARD_F_WAITED_TOO_LONG", .pcscTimeout,
      Words("pcscd waited too long for the reader"), restart),
    .init(.cancelled, "SCARD_E_CANCELLED", .pcscCancelled, Words("the wait was ended"), again),
    .init(
      .systemCancelled, "SCARD_E_SYSTEM_CANCELLED", .pcscCancelled,
      Words("the system ended it, to log off or to shut down"), again),
    .init(
      .cancelledByUser, "SCARD_W_CANCELLED_BY_USER", .pcscCancelled,
      Words("the work was cancelled in a dialogue"), again),
    .init(
      .noMemory, "SCARD_E_NO_MEMORY", .pcscNoMemory,
      Words("there is not enough memory"), Words("close other programs, and run the command again")),
    .init(
      .internalError, "SCARD_F_INTERNAL_ERROR", .pcscError,
      Words("a consistency check inside pcscd failed"), restart),
    .init(
      .unknownError, "SCARD_F_UNKNOWN_ERROR", .pcscError,
      Words("pcscd failed and does not know why"), restart),
    .init(
      .unknownResourceManagerError, "SCARD_E_UNKNOWN_RES_MNG", .pcscError,
      Words("a layer below pcscd failed in a way it does not know"), restart),
  ]

  private static let readers: [Self] = [
    .init(
      .noReadersAvailable, "SCARD_E_NO_READERS_AVAILABLE", .readerNone,
      Words("there is no card reader"),
      Words("plug one in; if it is plugged in, `cardinfo doctor` says why it is not seen")),
    .init(
      .unknownReader, "SCARD_E_UNKNOWN_READER", .readerUnknown,
      Words("no reader has this name"), Words("see the names with `cardinfo readers`")),
    .init(
      .readerUnavailable, "SCARD_E_READER_UNAVAILABLE", .readerUnavailable,
      Words("the reader is gone, or its driver failed"), plug),
    .init(
      .notReady, "SCARD_E_NOT_READY", .readerNotReady,
      Words("the reader or the card is not ready for commands"), plug),
    .init(
      .unsupportedFeature, "SCARD_E_UNSUPPORTED_FEATURE", .readerUnsupported,
      Words("the reader or its driver can't do this"), doctor),
    .init(
      .readerUnsupported, "SCARD_E_READER_UNSUPPORTED", .readerUnsupported,
      Words("the reader or its driver lacks something essential"), doctor),
    .init(
      .duplicateReader, "SCARD_E_DUPLICATE_READER", .readerUnsupported,
      Words("two readers have the same name"), doctor),
  ]

  private static let cards: [Self] = [
    .init(
      .noSmartcard, "SCARD_E_NO_SMARTCARD", .cardAbsent,
      Words("no card is in the reader"), Words("insert a card and run the command again")),
    .init(
      .unresponsiveCard, "SCARD_W_UNRESPONSIVE_CARD", .cardMute,
      Words("the card does not answer: it is the wrong way round, dirty or broken"), turn),
    .init(
      .unpoweredCard, "SCARD_W_UNPOWERED_CARD", .cardUnpowered, Words("the card has no power"), turn
    ),
    .init(
      .sharingViolation, "SCARD_E_SHARING_VIOLATION", .cardInUse,
      Words("another program holds the card (sharing violation)"), close),
    .init(.removedCard, "SCARD_W_REMOVED_CARD", .cardRemoved),
    .init(.resetCard, "SCARD_W_RESET_CARD", .cardReset),
    .init(
      .protocolMismatch, "SCARD_E_PROTO_MISMATCH", .cardProtocolMismatch,
      Words("the card does not speak the protocol asked for, or another program chose another"),
      close),
    .init(
      .unsupportedCard, "SCARD_W_UNSUPPORTED_CARD", .cardUnsupported,
      Words("the reader can't talk to this card: its answer to reset asks for more than it can"),
      Words("try another reader")),
    .init(
      .cardUnsupported, "SCARD_E_CARD_UNSUPPORTED", .cardUnsupported,
      Words("the reader can't talk to this card"), Words("try another reader")),
    .init(
      .invalidATR, "SCARD_E_INVALID_ATR", .cardUnsupported,
      Words("the card's answer to reset is malformed"), turn),
    .init(
      .notTransacted, "SCARD_E_NOT_TRANSACTED", .cardExchangeFailed,
      Words("the reader could not complete an exchange with the card"), turn),
    .init(
      .communicationDataLost, "SCARD_E_COMM_DATA_LOST", .cardExchangeFailed,
      Words("data was lost between the reader and the card"), turn),
  ]

  private static let misuse: [Self] = [
    .init(
      .invalidHandle, "SCARD_E_INVALID_HANDLE", .pcscMisuse,
      Words("the connection to pcscd or the card is closed"), report),
    .init(
      .invalidParameter, "SCARD_E_INVALID_PARAMETER", .pcscMisuse,
      Words("pcscd was given a parameter that makes no sense"), report),
    .init(
      .invalidValue, "SCARD_E_INVALID_VALUE", .pcscMisuse,
      Words("pcscd was given a value that is not allowed"), report),
    .init(
      .cannotDispose, "SCARD_E_CANT_DISPOSE", .pcscMisuse,
      Words("the reader can't leave the card in the way asked for"), report),
    .init(
      .protocolInformationTooSmall, "SCARD_E_PCI_TOO_SMALL", .pcscMisuse,
      Words("the buffer for the protocol's name is too small"), report),
    .init(
      .insufficientBuffer, "SCARD_E_INSUFFICIENT_BUFFER", .pcscAnswerTooLong,
      Words("the answer is longer than PC/SC can carry; a command has been carried out"), report),
  ]

  /// Codes that PC/SC Lite defines for completeness and gives nobody.
  private static let windows: [Self] = [
    (.invalidTarget, "SCARD_E_INVALID_TARGET"), (.unknownCard, "SCARD_E_UNKNOWN_CARD"),
    (.noPrimaryProvider, "SCARD_E_ICC_INSTALLATION"),
    (.unsupportedCreationOrder, "SCARD_E_ICC_CREATEORDER"),
    (.directoryNotFound, "SCARD_E_DIR_NOT_FOUND"), (.fileNotFound, "SCARD_E_FILE_NOT_FOUND"),
    (.notADirectory, "SCARD_E_NO_DIR"), (.notAFile, "SCARD_E_NO_FILE"),
    (.writeTooMany, "SCARD_E_WRITE_TOO_MANY"), (.badSeek, "SCARD_E_BAD_SEEK"),
    (.invalidPIN, "SCARD_E_INVALID_CHV"), (.noSuchCertificate, "SCARD_E_NO_SUCH_CERTIFICATE"),
    (.certificateUnavailable, "SCARD_E_CERTIFICATE_UNAVAILABLE"),
    (.noKeyContainer, "SCARD_E_NO_KEY_CONTAINER"), (.wrongPIN, "SCARD_W_WRONG_CHV"),
    (.blockedPIN, "SCARD_W_CHV_BLOCKED"), (.endOfFile, "SCARD_W_EOF"),
    (.cardNotAuthenticated, "SCARD_W_CARD_NOT_AUTHENTICATED"),
  ].map {
    .init(
      $0, $1, .pcscError, Words("pcscd gave the code \($1), which is used on Windows only"),
      doctor)
  }
}
