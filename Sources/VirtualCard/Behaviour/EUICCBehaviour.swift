public import Card

/// How an eUICC differs from what SGP.22 says, as data. Each was met on a real card.
public struct EUICCBehaviour: Hashable, Sendable {
  /// Switching a profile that is named by its ICCID ends with an undefined error when it is asked
  /// for with a refresh.
  public var refusesICCIDWithRefresh = false
  /// Switching a profile that is named by its ICCID ends with an undefined error.
  public var refusesICCID = false
  /// A switch is answered with success, and is not made.
  public var onlySaysThatItSwitches = false
  /// The toolkit is busy until the card is reset: switches end with that.
  public var isToolkitBusyUntilReset = false
  /// The functions that change end with 6985 until the card is reset.
  public var wantsResetBeforeChanges = false
  /// The card goes away once a switch is made, and comes back after a while.
  public var vanishesAfterSwitch = false
  /// Retrieving a notification by its number ends with an undefined error.
  public var refusesNotificationNumber = false
  /// Bytes of one block of STORE DATA at most; longer ones end with 6601.
  public var longestBlock: Int?
  /// The ISD-R talks to servers only, as in SGP.02: STORE DATA ends with 6D00, and the EID is in
  /// the ECASD.
  public var isM2M = false
  /// An application of the vendor says what the card is.
  public var hasVendorApplication = false
  /// How answers are malformed; nil where they are not.
  public var hostility: Hostility?

  /// What goes wrong with a function, by the tag of its request; empty where nothing does.
  public var faults: [BERTLV.Tag: Fault] = [:]
  /// What goes wrong with segments of a bound profile package (SGP.22 §2.5.5).
  public var loadingFaults: [Segment: Fault] = [:]

  /// Does everything by the book.
  public init() {}

  /// A segment of a bound profile package.
  public enum Segment: Hashable, Sendable {
    /// 1 is the one with InitialiseSecureChannel.
    case number(Int)
    /// The one with which the package is whole.
    case last
  }

  /// Ways in which a function may go wrong.
  public enum Fault: Hashable, Sendable {
    /// STORE DATA ends with this status word, and nothing is done.
    case refused(StatusWord)
    /// The function ends with this error code, and nothing is done. For a segment it is the reason
    /// why the profile was not installed (SGP.22 §2.5.6, ErrorReason).
    case failing(UInt8)
    /// What was asked for is done, and STORE DATA ends with this status word.
    case lost(StatusWord)
    /// Success, and nothing behind it.
    case empty
    /// The list stands in another data object, inside the usual one.
    case wrapped(BERTLV.Tag)
    /// A byte of padding stands behind the first data object of the list.
    case padded(UInt8)
    /// The last byte is missing, and every length counts it.
    case truncated
    /// The value of this data object, wherever it stands, has two bytes more.
    case lengthened(BERTLV.Tag)
    /// The value of this data object, wherever it stands, is zeros.
    case zeroed(BERTLV.Tag)
    /// One bit of the value of this data object, wherever it stands, is another.
    case flipped(BERTLV.Tag)
  }

  /// Ways in which answers are malformed on purpose.
  public enum Hostility: Hashable, Sendable, CaseIterable {
    /// A length says that there is more than there is.
    case lengthBeyondAnswer
    /// A length of nearly four gigabytes.
    case hugeLength
    /// A hundred data objects in each other.
    case deepNesting
    /// Every data object twice, the second with another value.
    case duplicateTags
    /// A length without end, which BER-TLV on cards does not have.
    case indefiniteLength
    /// Nothing at all.
    case emptyAnswer
  }
}
