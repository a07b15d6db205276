public import Words

extension Event {
  /// What happened. An open list: a kind of a newer version is kept, and counts for nothing.
  public struct Kind: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The card or eSIM was bought.
    public static let purchase = Kind(rawValue: "purchase")
    /// The eSIM was added to a device.
    public static let install = Kind(rawValue: "install")
    /// The line was activated.
    public static let activation = Kind(rawValue: "activation")
    /// A device registered for the first time.
    public static let firstAttach = Kind(rawValue: "firstAttach")
    /// Data went through for the first time.
    public static let firstData = Kind(rawValue: "firstData")

    /// Money was put on the line.
    public static let topUp = Kind(rawValue: "topUp")
    /// A bundle was bought.
    public static let pack = Kind(rawValue: "pack")
    /// A bundle was used up.
    public static let exhausted = Kind(rawValue: "exhausted")
    /// The balance was found to be ``Event/amount``.
    public static let balance = Kind(rawValue: "balance")
    /// So much data was found to be left, ``Event/volume``.
    public static let dataLeft = Kind(rawValue: "dataLeft")
    /// The plan went on for another period.
    public static let renewal = Kind(rawValue: "renewal")
    /// Money was taken from the balance.
    public static let charge = Kind(rawValue: "charge")
    /// Money that was paid came back: to the balance or to whoever paid.
    public static let refund = Kind(rawValue: "refund")
    /// Money came from another line's balance.
    public static let transferIn = Kind(rawValue: "transferIn")
    /// Money went to another line's balance.
    public static let transferOut = Kind(rawValue: "transferOut")
    /// Paying or renewing failed, as the carrier says.
    public static let declined = Kind(rawValue: "declined")

    /// The line was used, nobody noted how.
    public static let use = Kind(rawValue: "use")
    /// A call from the line.
    public static let outgoingCall = Kind(rawValue: "outgoingCall")
    /// An SMS from the line.
    public static let outgoingSMS = Kind(rawValue: "outgoingSMS")
    /// An MMS from the line.
    public static let outgoingMMS = Kind(rawValue: "outgoingMMS")
    /// A call to the line.
    public static let incomingCall = Kind(rawValue: "incomingCall")
    /// An SMS to the line.
    public static let incomingSMS = Kind(rawValue: "incomingSMS")
    /// An MMS to the line.
    public static let incomingMMS = Kind(rawValue: "incomingMMS")
    /// Data went through.
    public static let data = Kind(rawValue: "data")

    /// The carrier gave a new date, ``Event/date``.
    public static let notice = Kind(rawValue: "notice")
    /// The person gave a date, ``Event/date``.
    public static let explicitDate = Kind(rawValue: "explicitDate")
    /// The carrier reinstated the line, as the person confirms.
    public static let reinstated = Kind(rawValue: "reinstated")
    /// The line was suspended at its owner's wish, until ``Event/date`` if that is set.
    public static let suspension = Kind(rawValue: "suspension")
    /// A suspension at its owner's wish ended.
    public static let resumption = Kind(rawValue: "resumption")
    /// The carrier barred the line, since money is owed on it: a payment brings it back.
    public static let barredForDebt = Kind(rawValue: "barredForDebt")
    /// The number moved to another card or profile of its carrier.
    public static let cardSwap = Kind(rawValue: "cardSwap")
    /// The number came from another carrier.
    public static let portIn = Kind(rawValue: "portIn")
    /// The line was cancelled.
    public static let cancel = Kind(rawValue: "cancel")
    /// The number moved to another carrier.
    public static let portOut = Kind(rawValue: "portOut")

    /// The profile was installed on an eUICC.
    public static let profileInstalled = Kind(rawValue: "profileInstalled")
    /// The profile was enabled. Not the state of the subscription.
    public static let profileEnabled = Kind(rawValue: "profileEnabled")
    /// The profile was disabled. Not the state of the subscription.
    public static let profileDisabled = Kind(rawValue: "profileDisabled")
    /// The profile was deleted from an eUICC. The number's clock runs on.
    public static let profileDeleted = Kind(rawValue: "profileDeleted")

    /// The event that ``Event/undoes`` names did not happen.
    public static let undo = Kind(rawValue: "undo")

    /// Everything that shows a device on the network with this line.
    static let uses: Set<Kind> = [
      .use, .outgoingCall, .outgoingSMS, .outgoingMMS, .incomingCall, .incomingSMS, .incomingMMS,
      .data, .firstData,
    ]

    /// Everything that shows that the line was put to use.
    static let activating = uses.union([.activation, .firstAttach, .portIn])
  }
}

extension Event.Kind {
  /// What happened, as a noun; a kind of a newer version is another event.
  public var words: Words {
    switch self {
    case .purchase: Words("purchase")
    case .install: Words("installation")
    case .activation: Words("activation")
    case .firstAttach: Words("first registration")
    case .firstData: Words("first data")
    case .topUp: Words("top-up")
    case .pack: Words("pack")
    case .exhausted: Words("pack used up")
    case .balance: Words("balance")
    case .dataLeft: Words("data left")
    case .renewal: Words("plan renewed")
    case .charge: Words("charge")
    case .refund: Words("refund")
    case .transferIn: Words("transfer from another line")
    case .transferOut: Words("transfer to another line")
    case .declined: Words("payment declined")
    case .use: Words("use")
    case .outgoingCall: Words("call")
    case .outgoingSMS: Words("SMS")
    case .outgoingMMS: Words("MMS")
    case .incomingCall: Words("incoming call")
    case .incomingSMS: Words("incoming SMS")
    case .incomingMMS: Words("incoming MMS")
    case .data: Words("mobile data")
    case .notice: Words("carrier's notice")
    case .explicitDate: Words("date given")
    case .reinstated: Words("reinstatement")
    case .suspension: Words("suspension at your wish")
    case .resumption: Words("end of the suspension")
    case .barredForDebt: Words("barred for debt")
    case .cardSwap: Words("new card")
    case .portIn: Words("move from another carrier")
    case .cancel: Words("cancellation")
    case .portOut: Words("move to another carrier")
    case .profileInstalled: Words("profile installed")
    case .profileEnabled: Words("profile enabled")
    case .profileDisabled: Words("profile disabled")
    case .profileDeleted: Words("profile deleted")
    case .undo: Words("correction")
    default: Words("another event")
    }
  }
}

extension Event {
  /// What happened, as a noun. Whose wish a suspension was that the carrier reports is not said.
  public var noun: Words {
    kind == .suspension && origin == .carrier ? Words("suspension") : kind.words
  }
}
