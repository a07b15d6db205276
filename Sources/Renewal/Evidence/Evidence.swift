public import FoundationEssentials

/// Something that a card says about a line, and how much it weighs.
///
/// Evidence moves the confidence of a verdict and adds a reason. It never changes a state: a card
/// is a dated snapshot, and what a phone wrote on it may be old.
public struct Evidence: Codable, Equatable, Sendable {
  /// The rule it follows.
  public var rule: Rule
  /// What it says.
  public var says: Statement
  /// How much it weighs.
  public var strength: Strength
  /// The files or lists it comes from.
  public var sources: [String]
  /// When the card was read.
  public var readAt: Date
  /// The read before, where it says something about the time between the two.
  public var since: Date?
  /// The date that a carrier's text gives.
  public var day: CalendarDay?

  /// Something that a card says.
  public init(
    _ rule: Rule, _ says: Statement, _ strength: Strength, sources: [String], readAt: Date
  ) {
    self.rule = rule
    self.says = says
    self.strength = strength
    self.sources = sources
    self.readAt = readAt
  }

  /// A rule of evidence; `Docs/renewal.md` lists them.
  public enum Rule: String, Vocabulary {
    /// Accepted by its home or a known host at last use.
    case acceptedAtLastUse = "R1"
    /// The same, and different from an earlier read.
    case acceptedBetweenReads = "R2"
    /// Never in a phone.
    case neverActivated = "R3"
    /// Refused by its home or host.
    case refusedByHome = "R4"
    /// Refused, and its home did not say "not allowed here".
    case refusedSubscriber = "R5"
    /// Refused abroad.
    case refusedRoaming = "R6"
    /// Deregistered or out of coverage.
    case deregistered = "R7"
    /// Wiped by a tool.
    case wiped = "R8"
    /// A dated text of the carrier.
    case carrierText
    /// The profile is disabled.
    case profileDisabled
    /// A report of the eUICC waits for delivery.
    case notificationPending
    /// The profile was there and is not any more.
    case profileGone
    /// The profile is for tests or for fetching others.
    case notALine
  }

  /// What a piece of evidence says.
  public enum Statement: String, Vocabulary {
    /// A network accepted the subscription at the last use of a phone, at an unknown date.
    case wasAlive
    /// A network accepted the subscription between two reads.
    case aliveBetweenReads
    /// No phone has used it yet.
    case neverUsed
    /// A network that ought to accept it refused it.
    case refused
    /// The subscriber is unknown or barred, or the area is not allowed.
    case maybeBarred
    /// A foreign network refused it, which is no sign of a lapse.
    case roamingRefused
    /// It was in use and is not registered now, which says nothing.
    case notRegistered
    /// A tool emptied the files, which says nothing.
    case emptied
    /// The carrier gives a date.
    case validUntil
    /// A rule that asks for use can't be met.
    case cannotBeUsed
    /// The carrier may not know that the profile is installed or enabled.
    case carrierMayNotKnow
    /// The asset is missing; the number's clock runs on.
    case missing
    /// There is nothing to keep alive.
    case nothingToKeep
  }

  /// How much a piece of evidence weighs.
  public enum Strength: String, Vocabulary {
    /// Nothing, for or against; a flag.
    case none
    /// Hardly anything.
    case weak
    /// Something.
    case medium
    /// Much.
    case strong
    /// As much as a card can say.
    case strongest
  }
}
