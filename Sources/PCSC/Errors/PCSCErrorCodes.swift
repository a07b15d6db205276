internal import CPCSC

// In the order of their numbers.
extension PCSCError {
  /// A consistency check inside pcscd or its library failed. `SCARD_F_INTERNAL_ERROR`.
  public static let internalError = PCSCError(SCARD_F_INTERNAL_ERROR)
  /// A wait was ended with `SCardCancel`. `SCARD_E_CANCELLED`.
  public static let cancelled = PCSCError(SCARD_E_CANCELLED)
  /// The context or card handle is not valid, or no longer so. `SCARD_E_INVALID_HANDLE`.
  public static let invalidHandle = PCSCError(SCARD_E_INVALID_HANDLE)
  /// A parameter makes no sense. `SCARD_E_INVALID_PARAMETER`.
  public static let invalidParameter = PCSCError(SCARD_E_INVALID_PARAMETER)
  /// Start-up information is missing; Windows only. `SCARD_E_INVALID_TARGET`.
  public static let invalidTarget = PCSCError(SCARD_E_INVALID_TARGET)
  /// There is not enough memory. `SCARD_E_NO_MEMORY`.
  public static let noMemory = PCSCError(SCARD_E_NO_MEMORY)
  /// A timer inside pcscd ran out. `SCARD_F_WAITED_TOO_LONG`.
  public static let waitedTooLong = PCSCError(SCARD_F_WAITED_TOO_LONG)
  /// The answer is longer than the buffer for it. A command has run all the same.
  /// `SCARD_E_INSUFFICIENT_BUFFER`.
  public static let insufficientBuffer = PCSCError(SCARD_E_INSUFFICIENT_BUFFER)
  /// No reader has this name. `SCARD_E_UNKNOWN_READER`.
  public static let unknownReader = PCSCError(SCARD_E_UNKNOWN_READER)
  /// Nothing happened within the time given. `SCARD_E_TIMEOUT`.
  public static let timeout = PCSCError(SCARD_E_TIMEOUT)
  /// Another connection is exclusive, or stands in the way of an exclusive one.
  /// `SCARD_E_SHARING_VIOLATION`.
  public static let sharingViolation = PCSCError(SCARD_E_SHARING_VIOLATION)
  /// There is no card in the reader. `SCARD_E_NO_SMARTCARD`.
  public static let noSmartcard = PCSCError(SCARD_E_NO_SMARTCARD)
  /// No card has this name; Windows only. `SCARD_E_UNKNOWN_CARD`.
  public static let unknownCard = PCSCError(SCARD_E_UNKNOWN_CARD)
  /// The card can't be left in the way asked for. `SCARD_E_CANT_DISPOSE`.
  public static let cannotDispose = PCSCError(SCARD_E_CANT_DISPOSE)
  /// The card does not talk the protocols asked for. `SCARD_E_PROTO_MISMATCH`.
  public static let protocolMismatch = PCSCError(SCARD_E_PROTO_MISMATCH)
  /// The reader or the card is not ready for commands. `SCARD_E_NOT_READY`.
  public static let notReady = PCSCError(SCARD_E_NOT_READY)
  /// A parameter has a value that is not allowed. `SCARD_E_INVALID_VALUE`.
  public static let invalidValue = PCSCError(SCARD_E_INVALID_VALUE)
  /// The system ended the work, to log off or to shut down. `SCARD_E_SYSTEM_CANCELLED`.
  public static let systemCancelled = PCSCError(SCARD_E_SYSTEM_CANCELLED)
  /// The connection between this program and pcscd broke. `SCARD_F_COMM_ERROR`.
  public static let communicationError = PCSCError(SCARD_F_COMM_ERROR)
  /// Something failed and pcscd does not know what. `SCARD_F_UNKNOWN_ERROR`.
  public static let unknownError = PCSCError(SCARD_F_UNKNOWN_ERROR)
  /// The card's answer to reset is malformed. `SCARD_E_INVALID_ATR`.
  public static let invalidATR = PCSCError(SCARD_E_INVALID_ATR)
  /// The reader could not complete an exchange with the card. `SCARD_E_NOT_TRANSACTED`.
  public static let notTransacted = PCSCError(SCARD_E_NOT_TRANSACTED)
  /// The reader is gone, or its driver failed. `SCARD_E_READER_UNAVAILABLE`.
  public static let readerUnavailable = PCSCError(SCARD_E_READER_UNAVAILABLE)
  /// The work was ended because pcscd exits. `SCARD_P_SHUTDOWN`.
  public static let shutdown = PCSCError(SCARD_P_SHUTDOWN)
  /// The buffer for protocol information is too small. `SCARD_E_PCI_TOO_SMALL`.
  public static let protocolInformationTooSmall = PCSCError(SCARD_E_PCI_TOO_SMALL)
  /// The reader or its driver lacks something essential. `SCARD_E_READER_UNSUPPORTED`.
  public static let readerUnsupported = PCSCError(SCARD_E_READER_UNSUPPORTED)
  /// Two readers have one name. `SCARD_E_DUPLICATE_READER`.
  public static let duplicateReader = PCSCError(SCARD_E_DUPLICATE_READER)
  /// The card lacks something essential. `SCARD_E_CARD_UNSUPPORTED`.
  public static let cardUnsupported = PCSCError(SCARD_E_CARD_UNSUPPORTED)
  /// pcscd is not running. `SCARD_E_NO_SERVICE`.
  public static let noService = PCSCError(SCARD_E_NO_SERVICE)
  /// pcscd has stopped. `SCARD_E_SERVICE_STOPPED`.
  public static let serviceStopped = PCSCError(SCARD_E_SERVICE_STOPPED)
  /// The reader or its driver can't do this. PC/SC Lite gives `SCARD_E_UNEXPECTED` the same number.
  /// `SCARD_E_UNSUPPORTED_FEATURE`.
  public static let unsupportedFeature = PCSCError(SCARD_E_UNSUPPORTED_FEATURE)
  /// The card has no primary provider; Windows only. `SCARD_E_ICC_INSTALLATION`.
  public static let noPrimaryProvider = PCSCError(SCARD_E_ICC_INSTALLATION)
  /// The order of creation is not supported; Windows only. `SCARD_E_ICC_CREATEORDER`.
  public static let unsupportedCreationOrder = PCSCError(SCARD_E_ICC_CREATEORDER)
  /// The directory is not on the card; Windows only. `SCARD_E_DIR_NOT_FOUND`.
  public static let directoryNotFound = PCSCError(SCARD_E_DIR_NOT_FOUND)
  /// The file is not on the card; Windows only. `SCARD_E_FILE_NOT_FOUND`.
  public static let fileNotFound = PCSCError(SCARD_E_FILE_NOT_FOUND)
  /// The path is not a directory; Windows only. `SCARD_E_NO_DIR`.
  public static let notADirectory = PCSCError(SCARD_E_NO_DIR)
  /// The path is not a file; Windows only. `SCARD_E_NO_FILE`.
  public static let notAFile = PCSCError(SCARD_E_NO_FILE)
  /// Access is denied. `SCARD_E_NO_ACCESS`.
  public static let noAccess = PCSCError(SCARD_E_NO_ACCESS)
  /// The card has no room for the data; Windows only. `SCARD_E_WRITE_TOO_MANY`.
  public static let writeTooMany = PCSCError(SCARD_E_WRITE_TOO_MANY)
  /// The place in the file does not exist; Windows only. `SCARD_E_BAD_SEEK`.
  public static let badSeek = PCSCError(SCARD_E_BAD_SEEK)
  /// The PIN is not valid; Windows only. `SCARD_E_INVALID_CHV`.
  public static let invalidPIN = PCSCError(SCARD_E_INVALID_CHV)
  /// A layer below gave an unknown code. `SCARD_E_UNKNOWN_RES_MNG`.
  public static let unknownResourceManagerError = PCSCError(SCARD_E_UNKNOWN_RES_MNG)
  /// The certificate does not exist; Windows only. `SCARD_E_NO_SUCH_CERTIFICATE`.
  public static let noSuchCertificate = PCSCError(SCARD_E_NO_SUCH_CERTIFICATE)
  /// The certificate can't be had; Windows only. `SCARD_E_CERTIFICATE_UNAVAILABLE`.
  public static let certificateUnavailable = PCSCError(SCARD_E_CERTIFICATE_UNAVAILABLE)
  /// There is no reader. `SCARD_E_NO_READERS_AVAILABLE`.
  public static let noReadersAvailable = PCSCError(SCARD_E_NO_READERS_AVAILABLE)
  /// Data was lost between the reader and the card. `SCARD_E_COMM_DATA_LOST`.
  public static let communicationDataLost = PCSCError(SCARD_E_COMM_DATA_LOST)
  /// The key container does not exist; Windows only. `SCARD_E_NO_KEY_CONTAINER`.
  public static let noKeyContainer = PCSCError(SCARD_E_NO_KEY_CONTAINER)
  /// pcscd is overloaded. `SCARD_E_SERVER_TOO_BUSY`.
  public static let serverTooBusy = PCSCError(SCARD_E_SERVER_TOO_BUSY)
  /// The reader can't talk to the card, going by its answer to reset. `SCARD_W_UNSUPPORTED_CARD`.
  public static let unsupportedCard = PCSCError(SCARD_W_UNSUPPORTED_CARD)
  /// The card does not answer a reset: it is mute. `SCARD_W_UNRESPONSIVE_CARD`.
  public static let unresponsiveCard = PCSCError(SCARD_W_UNRESPONSIVE_CARD)
  /// The card has no power. `SCARD_W_UNPOWERED_CARD`.
  public static let unpoweredCard = PCSCError(SCARD_W_UNPOWERED_CARD)
  /// Another program reset the card: what was selected and verified is gone. `SCARD_W_RESET_CARD`.
  public static let resetCard = PCSCError(SCARD_W_RESET_CARD)
  /// The card was removed. `SCARD_W_REMOVED_CARD`.
  public static let removedCard = PCSCError(SCARD_W_REMOVED_CARD)
  /// polkit does not let this person use pcscd or the card. `SCARD_W_SECURITY_VIOLATION`.
  public static let securityViolation = PCSCError(SCARD_W_SECURITY_VIOLATION)
  /// The PIN is wrong; Windows only. `SCARD_W_WRONG_CHV`.
  public static let wrongPIN = PCSCError(SCARD_W_WRONG_CHV)
  /// The PIN is blocked; Windows only. `SCARD_W_CHV_BLOCKED`.
  public static let blockedPIN = PCSCError(SCARD_W_CHV_BLOCKED)
  /// The end of the file is reached; Windows only. `SCARD_W_EOF`.
  public static let endOfFile = PCSCError(SCARD_W_EOF)
  /// A person cancelled a dialogue; Windows only. `SCARD_W_CANCELLED_BY_USER`.
  public static let cancelledByUser = PCSCError(SCARD_W_CANCELLED_BY_USER)
  /// The card has not been given a PIN; Windows only. `SCARD_W_CARD_NOT_AUTHENTICATED`.
  public static let cardNotAuthenticated = PCSCError(SCARD_W_CARD_NOT_AUTHENTICATED)
}
