public import Words

/// Something that a person has to do about a line, and by when.
///
/// A line has as many duties as there are things to do: each of its terms has its own day, and so have its
/// balance and its plan. What renews itself is none until it is in doubt.
public struct Duty: Equatable, Sendable {
  /// What has to be done.
  public let what: Task
  /// The clock it is for.
  public let clock: Clock.ID?
  /// The last day it can be done, by the stricter of two readings. Absent where no day is known, or
  /// where nothing is lost on a certain one.
  public let deadline: CalendarDay?
  /// The day by which to do it: the last one less the lead of the line's owner, or, where there is no
  /// last day, the day from which it was to be done.
  public let actBy: CalendarDay
  /// The day from which it was to be done at once, whatever the lead: something has ended, or is in
  /// doubt. Absent where it can wait.
  public let since: CalendarDay?
  /// Days from today to ``deadline``, or else to ``actBy``; negative when past.
  public let daysLeft: Int

  /// What a person has to do.
  public enum Task: String, Vocabulary {
    /// Renew the number or the service: what does it stands in the verdict's next steps.
    case renew
    /// Keep or use the money on the line.
    case keepBalance
    /// Buy the next pack.
    case buyPack
    /// Put the line to use for the first time.
    case activate
    /// Download or install the profile.
    case install
    /// Put money on the line: for the next fee, for the days to come, or since it is low.
    case topUp
    /// See whether what renews itself did.
    case confirmRenewal
    /// See that what was declined gets paid.
    case payAgain
    /// See whether what was declined and paid again arrived.
    case verifyRenewal
    /// Have the carrier bring it back.
    case contactCarrier
    /// End the suspension, or prolong it.
    case resume
    /// Get ready for the end that its owner planned: the balance, the number.
    case prepareEnd
    /// Find out how it stands: something was read, or ended, that leaves that open.
    case findOut
  }
}

extension Duty {
  /// The day that a line is listed under for it: no later than ``actBy``.
  public var listedOn: CalendarDay { since.map { min($0, actBy) } ?? actBy }

  /// Whether it is to be done today or was before, on a day.
  public func isPressing(on today: CalendarDay) -> Bool { listedOn <= today }
}

extension Duty.Task {
  /// What has to be done, as a request.
  public var words: Words {
    switch self {
    case .renew: Words("renew it")
    case .keepBalance: Words("keep or use its credit")
    case .buyPack: Words("buy a pack")
    case .activate: Words("put it to use for the first time")
    case .install: Words("download or install its profile")
    case .topUp: Words("top up")
    case .confirmRenewal: Words("did it renew? confirm")
    case .payAgain: Words("pay again: it was declined")
    case .verifyRenewal: Words("see whether what was sent took effect")
    case .contactCarrier: Words("ask the carrier to bring it back")
    case .resume: Words("end its suspension, or prolong it")
    case .prepareEnd: Words("prepare its planned end")
    case .findOut: Words("find out how it stands")
    }
  }
}

extension Duty: Codable {
  private enum CodingKeys: String, CodingKey {
    case what, clock, deadline, actBy, since, daysLeft
  }
}
