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
