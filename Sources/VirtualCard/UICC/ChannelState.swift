/// What is selected on one logical channel (ETSI TS 102 221 §8.4, §8.7).
struct ChannelState {
  /// The current directory: the MF, a DF or an ADF.
  var directory: DedicatedFile
  /// The current EF.
  var file: ElementaryFile?
  /// The current record; 0 when none is.
  var record = 0
  /// The ADF of the application that is active on the channel.
  var application: DedicatedFile?
  /// The security domain that is selected instead of a file.
  var securityDomain: SecurityDomain?
  /// Blocks of STORE DATA so far.
  var blocks = StoreDataBlocks()
  /// The download that goes on.
  var session: RSPSession?

  enum SecurityDomain: Hashable {
    /// An ISD-R, by the position of its secure element.
    case isdr(Int)
    case ecasd
    /// The application of a card's vendor.
    case vendor
  }

  /// The state after a reset, and of a channel that has just been opened.
  init(masterFile: DedicatedFile) { directory = masterFile }

  mutating func select(_ directory: DedicatedFile) {
    self.directory = directory
    if directory.applicationIdentifier != nil { application = directory }
    file = nil
    leaveSecurityDomain()
  }

  mutating func select(_ file: ElementaryFile) {
    self.file = file
    leaveSecurityDomain()
  }

  private mutating func leaveSecurityDomain() {
    record = 0
    securityDomain = nil
    session = nil
  }

  mutating func select(_ domain: SecurityDomain, masterFile: DedicatedFile) {
    self = ChannelState(masterFile: masterFile)
    securityDomain = domain
  }
}
