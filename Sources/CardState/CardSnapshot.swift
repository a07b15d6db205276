public import FoundationEssentials
public import Words

/// One card at one moment.
public struct CardSnapshot: Codable, Equatable, Sendable {
  /// When the read began.
  public var readAt: Date
  /// The reader the card was in.
  public var reader: Reader
  /// The answer to reset, as upper-case hexadecimal.
  public var atr: String
  /// The transmission protocol in use: `T=0` or `T=1`.
  public var `protocol`: String
  /// EF.ICCID: 18 to 20 digits, letters A–E where an issuer uses them. The card's inventory key.
  public var iccid: String?
  /// What the card is.
  public var kind: Kind
  /// Who the enabled subscription belongs to.
  public var subscriber: Subscriber?
  /// PIN states, read without using a try.
  public var pin: PINStates?
  /// How networks received the card, and which are its home.
  public var registration: Registration?
  /// Short messages; absent unless they were asked for.
  public var messages: [ShortMessage]?
  /// The carrier's own numbers; absent unless messages were asked for.
  public var serviceNumbers: [NamedNumber]?
  /// Calls that a phone noted, with dates; absent unless messages were asked for.
  public var calls: [NamedNumber]?
  /// Phone book, fixed dialling, last numbers dialled; absent unless contacts were asked for.
  public var contacts: [NamedNumber]?
  /// One entry for each secure element that answered as an eUICC.
  public var euiccs: [EUICC]
  /// How far the card was searched for eUICCs; absent where it was not, or the search did not come to its
  /// end.
  public var euiccSearch: EUICCSearch?
  /// What the card was asked, beside its files, and gave no usable answer to, where that is no matter
  /// of an eUICC in ``euiccs``; absent where there is nothing of the kind.
  public var unread: [UnreadAnswer]?
  /// Every file that was asked for, with what it held or why it could not be read.
  public var files: [FileSnapshot]
  /// What the read cost.
  public var cost: Cost
  /// What a person should know about this read.
  public var warnings: [Warning]

  /// An empty snapshot of a card that has answered to reset.
  public init(readAt: Date, reader: Reader, atr: String, protocol: String) {
    self.readAt = readAt
    self.reader = reader
    self.atr = atr
    self.protocol = `protocol`
    self.kind = .unknown
    self.euiccs = []
    self.files = []
    self.cost = Cost()
    self.warnings = []
  }

  /// The reader a card was in.
  public struct Reader: Codable, Equatable, Sendable {
    /// Its PC/SC name.
    public var name: String
    /// Its place in the list of readers, from 0.
    public var index: Int

    /// Names a reader.
    public init(name: String, index: Int) {
      self.name = name
      self.index = index
    }
  }

  /// What a card is, by the applications that answered. An open list: keep unknown ones.
  public struct Kind: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A UICC with a USIM (3G and later).
    public static let usim = Kind(rawValue: "usim")
    /// A SIM with the GSM application only: it ends with the 2G networks.
    public static let sim = Kind(rawValue: "sim")
    /// An eUICC without an enabled profile.
    public static let euicc = Kind(rawValue: "euicc")
    /// A UICC without a USIM or GSM application.
    public static let uicc = Kind(rawValue: "uicc")
    /// Nothing that this tool knows.
    public static let unknown = Kind(rawValue: "unknown")
  }

  /// How far a card was searched for eUICCs. An open list: keep unknown ones.
  public struct EUICCSearch: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Every name that eUICCs are known to have was tried.
    public static let whole = EUICCSearch(rawValue: "whole")
    /// The card gives no sign of being an eUICC, and was asked for the beginnings of these names.
    public static let brief = EUICCSearch(rawValue: "brief")
    /// The card was not asked: an earlier read of it found none.
    public static let remembered = EUICCSearch(rawValue: "remembered")
  }

  /// What a read cost.
  public struct Cost: Codable, Equatable, Sendable {
    /// Command APDUs sent.
    public var apdus = 0
    /// Bytes sent to the card.
    public var bytesSent = 0
    /// Bytes received from the card, status words included.
    public var bytesReceived = 0
    /// Time spent waiting for the card, in milliseconds.
    public var milliseconds = 0.0

    /// Nothing spent yet.
    public init() {}
  }

  /// Something a person should know about a read.
  public struct Warning: Codable, Equatable, Sendable {
    /// A stable code such as `pin1.required`; `Docs/errors.md` lists them.
    public var code: String
    /// One sentence, without identifiers.
    public var message: Words
    /// What to do next.
    public var hint: Words?

    /// Describes what to know.
    public init(code: String, message: Words, hint: Words? = nil) {
      self.code = code
      self.message = message
      self.hint = hint
    }
  }
}
