extension Reason {
  /// What a reason says. In the comments, *day*, *count* and so on are the reason's members.
  public enum Code: String, Vocabulary {
    /// The clock runs to the end of *day*.
    case clockRuns
    /// The clock has not started: nothing that starts it has happened.
    case clockNotStarted
    /// The clock ended on *day* and a stage followed; *words* are its effects.
    case clockEnded
    /// The clock ended on *day*, and the rule does not say what follows.
    case whatFollowsUnknown
    /// The last stage is over, or there was none: lost after *day*.
    case clockOver
    /// The line has to be used first by *day*.
    case windowOpen
    /// The line was put to use in time.
    case windowMet
    /// The pack was used up.
    case packExhausted
    /// Time takes nothing away from this line.
    case noEndDate
    /// Months or years counted in days end earlier, on *day*.
    case stricterReading

    /// This started the clock.
    case startedBy
    /// This renewed the clock.
    case renewedBy
    /// The carrier gave *day* as the end.
    case carrierNotice
    /// The person gave *day* as the end.
    case personsDate
    /// The carrier reinstated the line.
    case reinstated
    /// The line was cancelled.
    case cancelled
    /// The number moved away.
    case portedOut
    /// The clock follows another one, named in *words*.
    case followsClock
    /// The end is capped at *day*.
    case capped
    /// The clock renews by itself.
    case renewsItself
    /// *count* debits of *amount* carry it on.
    case debited

    /// This came too late to count.
    case cameTooLate
    /// *amount* is the least that counts.
    case belowMinimum
    /// The amounts so far do not reach *amount*.
    case sumNotReached
    /// Service and emergency numbers, or free use, don't count.
    case excluded
    /// Nobody can tell whether this counts; what is missing is in the verdict.
    case cannotTell
    /// This lies in the future and does not count yet.
    case inFuture

    /// The line is of no rule, or of one that the book does not have.
    case noRule
    /// The source does not state the members in *words*; they were chosen on the stricter side.
    case assumed
    /// The rule is what users report.
    case userReport
    /// Only the day of the start is known; the end may be later on its day.
    case dayOnly
    /// The end before was not known; this is the earliest it can be.
    case previousEndUnknown
    /// It was renewed after its end, and the rule does not say whether that is possible.
    case renewedAfterEnd
    /// The carrier's zone is not known; the person's was taken.
    case zoneAssumed
    /// The balance is below *amount*.
    case lowBalance

    /// The card bears it out.
    case cardSupports
    /// The card says something else.
    case cardContradicts
    /// The card says something that does not bear on the state.
    case cardNotes
    /// The carrier's text gives *day*.
    case carrierText
    /// The line was used after its supposed end.
    case usedAfterEnd
  }
}
