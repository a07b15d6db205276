public import Words

extension Evidence.Rule {
  /// R1: accepted by its home or a known host when a phone last used it.
  public static let acceptedAtLastUse = Self(rawValue: "R1")
  /// R2: the same, and different from an earlier read.
  public static let acceptedBetweenReads = Self(rawValue: "R2")
  /// R3: never in a phone.
  public static let neverActivated = Self(rawValue: "R3")
  /// R4: refused by its home or host.
  public static let refusedByHome = Self(rawValue: "R4")
  /// R5: refused at home, and not for good.
  public static let refusedSubscriber = Self(rawValue: "R5")
  /// R6: refused abroad.
  public static let refusedRoaming = Self(rawValue: "R6")
  /// R7: deregistered, or out of coverage.
  public static let deregistered = Self(rawValue: "R7")
  /// R8: emptied by a tool.
  public static let wiped = Self(rawValue: "R8")
  /// A dated text of the carrier.
  public static let carrierText = Self(rawValue: "carrierText")
  /// The profile is disabled.
  public static let profileDisabled = Self(rawValue: "profileDisabled")
  /// A report of the eUICC waits for delivery.
  public static let notificationPending = Self(rawValue: "notificationPending")
  /// The profile was there and is not any more.
  public static let profileGone = Self(rawValue: "profileGone")
  /// The profile is for tests or for fetching others.
  public static let notALine = Self(rawValue: "notALine")

  /// All of these.
  public static let known: [Self] = [
    acceptedAtLastUse, acceptedBetweenReads, neverActivated, refusedByHome, refusedSubscriber,
    refusedRoaming, deregistered, wiped, carrierText, profileDisabled, notificationPending,
    profileGone, notALine,
  ]
}

extension Evidence.Statement {
  /// A network accepted the subscription when a phone last used it; when that was is not known.
  public static let wasAlive = Self(rawValue: "wasAlive")
  /// A network accepted the subscription between two reads.
  public static let aliveBetweenReads = Self(rawValue: "aliveBetweenReads")
  /// No phone has used it yet.
  public static let neverUsed = Self(rawValue: "neverUsed")
  /// A network that ought to accept it refused it for good.
  public static let refused = Self(rawValue: "refused")
  /// The subscriber is unknown or barred, or the area is not allowed.
  public static let maybeBarred = Self(rawValue: "maybeBarred")
  /// Foreign networks refused it, which is no sign of a lapse.
  public static let roamingRefused = Self(rawValue: "roamingRefused")
  /// It was in use and is not registered now, which says nothing.
  public static let notRegistered = Self(rawValue: "notRegistered")
  /// A tool, or a change of IMSI, emptied the files, which says nothing.
  public static let emptied = Self(rawValue: "emptied")
  /// The carrier gives a date.
  public static let validUntil = Self(rawValue: "validUntil")
  /// A rule that asks for use can't be met.
  public static let cannotBeUsed = Self(rawValue: "cannotBeUsed")
  /// The carrier may not know that the profile is installed or enabled.
  public static let carrierMayNotKnow = Self(rawValue: "carrierMayNotKnow")
  /// The asset is missing; the number's clock runs on.
  public static let missing = Self(rawValue: "missing")
  /// There is nothing to keep alive.
  public static let nothingToKeep = Self(rawValue: "nothingToKeep")
}

extension Evidence.Strength {
  /// Nothing, for or against.
  public static let none = Self(rawValue: "none")
  /// Hardly anything.
  public static let weak = Self(rawValue: "weak")
  /// Something.
  public static let medium = Self(rawValue: "medium")
  /// Much.
  public static let strong = Self(rawValue: "strong")
  /// As much as a card can say.
  public static let strongest = Self(rawValue: "strongest")
}

extension Evidence.Rule {
  /// What it says of the line, as a clause; a rule of a newer version says something else.
  public var words: Words {
    switch self {
    case .acceptedAtLastUse: Words("a network accepted it when a phone last used it")
    case .acceptedBetweenReads: Words("a network accepted it since the read before")
    case .neverActivated: Words("no phone has used it yet")
    case .refusedByHome: Words("its home network refused it")
    case .refusedSubscriber: Words("a network at home refused it, perhaps not for good")
    case .refusedRoaming: Words("foreign networks refused it, which is no sign of a lapse")
    case .deregistered: Words("it was in use and is not registered now")
    case .wiped: Words("the files were emptied and say nothing")
    case .carrierText: Words("a text of the carrier gives a date")
    case .profileDisabled: Words("its profile is disabled: use can't keep it alive")
    case .notificationPending: Words("the carrier may not know yet that it is installed or enabled")
    case .profileGone: Words("its profile is not on the card any more; the time runs on")
    case .notALine: Words("it is a profile for tests or for downloading others")
    default: Words("something that this version does not know")
    }
  }
}
