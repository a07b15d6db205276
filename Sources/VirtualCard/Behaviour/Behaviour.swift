public import Card

/// How a card differs from one that does everything by the book, as data.
///
/// The defaults are a card that talks T=0, knows short file identifiers, class A0 and three logical
/// channels beside the basic one, and has no faults.
public struct Behaviour: Hashable, Sendable {
  /// The protocol that the card talks. Its ATR offers no other.
  public var transmissionProtocol: TransmissionProtocol = .t0
  /// The reader or its driver takes whole APDUs at T=0, and fetches what 61xx and 6Cxx ask for.
  public var readerCompletesAnswers = false
  /// Bytes that one answer holds at most, where more are fetched with GET RESPONSE.
  public var chunkSize: Int?
  /// What the card answers to a reset instead of a proper ATR; nil for a proper one.
  public var garbageATR: [UInt8]?

  /// The answer to commands of class A0, where the card is not a 2G card as well.
  public var refusesGSMClass: StatusWord?
  /// The answer to commands of class 00 and 80: the card is a 2G card only.
  public var refusesUICCClass: StatusWord?
  /// The answer to READ commands with a short file identifier.
  public var refusesShortFileIdentifiers: StatusWord?
  /// The answer to SELECT of an application by its AID, whatever is there.
  public var failsToSelectApplications: StatusWord?
  /// The answer to every command: the card is none of a network's.
  public var refusesEverything: StatusWord?
  /// The answer to READ BINARY as long as the parameters of the file were not fetched, at T=0.
  public var wantsParametersFetched: StatusWord?
  /// Bytes of the proactive command that waits: the card says 91xx where it would say 9000.
  public var pendingProactiveCommand: UInt8?

  /// Logical channels that can be open beside the basic one.
  public var supplementaryChannels: UInt8 = 3
  /// The answer to MANAGE CHANNEL.
  public var refusesChannels: StatusWord?
  /// The ISD-R is there only after TERMINAL CAPABILITY.
  public var wantsTerminalCapability = false
  /// The ISD-R can't be selected on the basic channel.
  public var refusesISDROnBasicChannel = false
  /// Enabling or disabling a profile with a refresh ends with an undefined error.
  public var refusesRefresh = false
  /// How an eUICC differs from SGP.22.
  public var euicc = EUICCBehaviour()
  /// How GetProfilesInfo answers when the request holds a tag list.
  public var refusesTagList: TagListRefusal?

  /// The card is gone after this many exchanges.
  public var isRemovedAfter: Int?
  /// Another program resets the card, once, after this many exchanges.
  public var isResetAfter: Int?
  /// The card has no ATR and answers nothing.
  public var isMute = false
  /// Answers that have to be fetched never end.
  public var answersEndlessly = false

  /// A card that does everything by the book.
  public init() {}

  /// The ways in which eUICCs refuse a tag list they don't know (SGP.22 §5.7.15).
  public enum TagListRefusal: Hashable, Sendable {
    /// STORE DATA ends with this status word.
    case status(StatusWord)
    /// The answer is a ProfileInfoListError: 1 incorrect input values, 127 undefined error.
    case error(UInt8)
  }

  /// Bytes that one GET RESPONSE fetches at most.
  var chunk: Int { min(max(chunkSize ?? 256, 1), 256) }
}
