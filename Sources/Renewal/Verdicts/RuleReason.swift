import Words

extension Reason {
  /// What follows from the line's rule, or from what its owner set.
  public enum FromRule: Equatable, Sendable {
    /// The clock runs.
    case clockRuns(End)
    /// The clock has not started: nothing that starts it has happened.
    case clockNotStarted
    /// The clock ended, and a stage with these effects followed.
    case clockEnded(End, [Stage.Effect])
    /// The clock ended, and the rule does not say what follows.
    case whatFollowsUnknown(End)
    /// The clock ended, and the carrier may have done this to the line, with these effects.
    case mayBe(LineState, End, [Stage.Effect])
    /// Another source gives the clock this end, by which the line is in this state; no end where
    /// nothing that starts the clock there is known.
    case otherReading(End?, LineState)
    /// The last stage is over, or there was none: lost.
    case clockOver(End)
    /// The line has to be used first within a time.
    case windowOpen(End)
    /// The line was put to use in time; the window's end, where it began.
    case windowMet(End?)
    /// Time takes nothing away from this line.
    case noEndDate
    /// Months or years counted in days end earlier, on this day.
    case stricterReading(CalendarDay)
    /// The clock itself has the day that a person gave as its end.
    case personsDate(CalendarDay)
    /// The clock follows another one that no event gave its end, to this day.
    case followsClock(CalendarDay)
    /// The end is capped at this day.
    case capped(CalendarDay)
    /// The clock renews by itself.
    case renewsItself
    /// So many debits carry it on.
    case debited(Int, of: Money)
    /// It is expected to have gone on by itself so many times, and nothing shows it, since this day.
    case renewalExpected(Int, since: CalendarDay?)

    /// The line is of no rule, or of this one, which the book does not have.
    case noRule(Rule.ID?)
    /// Its carrier has these rules, and nobody chose one.
    case chooseRule([Rule.ID])
    /// The source does not state these; they were chosen on the stricter side.
    case assumed([Clock.Member])
    /// The rule is what users report.
    case userReport
    /// Only the day of the start is known; the end may be later on its day.
    case dayOnly
    /// The end before was not known; this is the earliest it can be.
    case previousEndUnknown
    /// It was renewed after its end, and the rule does not say whether that is possible.
    case renewedAfterEnd
    /// It was renewed when the carrier may have ended it already.
    case renewedWhenOverdue
    /// It began before the day from which its terms are known.
    case termsSince(CalendarDay)
    /// The carrier's zone is not known; the person's, named here, was taken.
    case zoneAssumed(String)
  }
}

extension Reason.FromRule {
  /// The sentence about what a clock counts down for.
  func sentence(about subject: Words) -> Words {
    switch self {
    case .clockRuns(let end): end.lasting(subject, strictly: nil)
    case .clockNotStarted: Words("\(subject): nothing that starts its time is recorded")
    case .clockEnded(let end, let effects):
      effects.isEmpty
        ? Words("\(subject) ended on \(end.day)")
        : Words("\(subject) ended on \(end.day): \(Words.listed(effects.map(\.words)))")
    case .mayBe(let state, let end, let effects):
      effects.isEmpty
        ? Words("\(subject) ended on \(end.day), and the line may be \(state.asPossibility) since")
        : Words(
          "\(subject) ended on \(end.day), and the line may be \(state.asPossibility) since: \(Words.listed(effects.map(\.words)))"
        )
    case .otherReading(let end?, .active):
      Words("another source says that \(subject) lasts until \(end.day)")
    case .otherReading(let end?, let state):
      Words(
        "another source says that \(subject) ended on \(end.day), and the line is \(state.words)")
    case .otherReading(nil, _):
      Words("another source counts from something that is not recorded")
    case .whatFollowsUnknown(let end): end.whatFollowsUnknown(for: subject)
    case .clockOver(let end): Words("\(subject) ended for good after \(end.day)")
    case .windowOpen(let end): Words("it has to be used first by \(end.day)")
    case .windowMet: Words("it was put to use in time")
    case .noEndDate: Words("time takes nothing away from this line")
    case .stricterReading(let day):
      Words("\(day) comes of a term that is read in days; it is the earlier day, and counts here")
    case .personsDate(let day): Words("you gave \(day)")
    case .followsClock: Words("\(subject) counts from the end of another term")
    case .capped(let day): Words("no payment carries \(subject) beyond \(day)")
    case .renewsItself: Words("\(subject) renews by itself as long as it is paid")
    case .debited(let count, let amount):
      Words(
        count, one: "\(count) debit of \(amount.text) carries it on",
        other: "\(count) debits of \(amount.text) carry it on")
    case .renewalExpected(let count, let day?):
      Words(
        count,
        one: "\(subject) is expected to have renewed \(count) time; nothing shows it since \(day)",
        other:
          "\(subject) is expected to have renewed \(count) times; nothing shows it since \(day)")
    case .renewalExpected(_, nil):
      Words("\(subject) is expected to renew; nothing shows that it did")
    case .noRule: Words("no carrier's rule is known for it")
    case .chooseRule(let rules):
      Words("none of its carrier's rules is chosen: \(rules.joined(separator: ", "))")
    case .assumed(let members):
      Words(
        "the source does not state \(Words.listed(members.map(\.words))); the stricter side was taken"
      )
    case .userReport: Words("the rule is what users report")
    case .dayOnly: Words("only the day of the start is known; it may end later on its day")
    case .previousEndUnknown:
      Words("the end before is not known; this is the earliest it can be")
    case .renewedAfterEnd:
      Words("it was renewed after its end, and the rule does not say if that is possible")
    case .renewedWhenOverdue:
      Words("it was renewed when the carrier may have ended it already")
    case .termsSince(let day):
      Words("it began before \(day), and its terms are known from then on")
    case .zoneAssumed: Words("the carrier's time zone is not known; yours was taken")
    }
  }
}

extension Reason.End {
  /// Until when something lasts: by the stricter reading of its months first, where that differs.
  func lasting(_ subject: Words, strictly day: CalendarDay?) -> Words {
    guard let strict = day, strict < self.day else {
      return Words("\(subject) lasts until \(self.day)")
    }
    return Words("\(subject) lasts until \(strict), or \(self.day) by the calendar's months")
  }

  func whatFollowsUnknown(for subject: Words) -> Words {
    Words("\(subject) ended on \(day), and the rule does not say what follows")
  }

  init(_ container: Reason.Reader) throws {
    day = try container.decode(CalendarDay.self, forKey: .day)
    on = try container.decode(Occurrence.self, forKey: .on)
  }

  func encode(into container: inout Reason.Writer) throws {
    try container.encode(day, forKey: .day)
    try container.encode(on, forKey: .on)
  }
}

extension Reason.FromRule {
  package enum Code: String, Vocabulary {
    case clockRuns, clockNotStarted, clockEnded, whatFollowsUnknown, clockOver, windowOpen
    case windowMet, noEndDate, stricterReading, personsDate, followsClock, capped, renewsItself
    case debited, renewalExpected, noRule, chooseRule, assumed, userReport, dayOnly,
      previousEndUnknown,
      renewedAfterEnd
    case zoneAssumed, mayBe, otherReading, renewedWhenOverdue, termsSince
  }

  package var code: Code {
    switch self {
    case .clockRuns: .clockRuns
    case .clockNotStarted: .clockNotStarted
    case .clockEnded: .clockEnded
    case .whatFollowsUnknown: .whatFollowsUnknown
    case .clockOver: .clockOver
    case .windowOpen: .windowOpen
    case .windowMet: .windowMet
    case .noEndDate: .noEndDate
    case .stricterReading: .stricterReading
    case .personsDate: .personsDate
    case .followsClock: .followsClock
    case .capped: .capped
    case .renewsItself: .renewsItself
    case .debited: .debited
    case .renewalExpected: .renewalExpected
    case .noRule: .noRule
    case .chooseRule: .chooseRule
    case .assumed: .assumed
    case .userReport: .userReport
    case .dayOnly: .dayOnly
    case .previousEndUnknown: .previousEndUnknown
    case .renewedAfterEnd: .renewedAfterEnd
    case .zoneAssumed: .zoneAssumed
    case .mayBe: .mayBe
    case .otherReading: .otherReading
    case .renewedWhenOverdue: .renewedWhenOverdue
    case .termsSince: .termsSince
    }
  }

  init(_ container: Reason.Reader) throws {
    func day() throws -> CalendarDay { try container.decode(CalendarDay.self, forKey: .day) }
    switch try container.decode(Code.self, forKey: .code) {
    case .clockRuns: self = .clockRuns(try Reason.End(container))
    case .clockNotStarted: self = .clockNotStarted
    case .clockEnded:
      self = .clockEnded(
        try Reason.End(container), try container.decode([Stage.Effect].self, forKey: .effects))
    case .whatFollowsUnknown: self = .whatFollowsUnknown(try Reason.End(container))
    case .clockOver: self = .clockOver(try Reason.End(container))
    case .windowOpen: self = .windowOpen(try Reason.End(container))
    case .windowMet:
      self = .windowMet(container.contains(.day) ? try Reason.End(container) : nil)
    case .noEndDate: self = .noEndDate
    case .stricterReading: self = .stricterReading(try day())
    case .personsDate: self = .personsDate(try day())
    case .followsClock: self = .followsClock(try day())
    case .capped: self = .capped(try day())
    case .renewsItself: self = .renewsItself
    case .debited:
      self = .debited(
        try container.decode(Int.self, forKey: .count),
        of: try container.decode(Money.self, forKey: .amount))
    case .renewalExpected:
      self = .renewalExpected(
        try container.decode(Int.self, forKey: .count),
        since: try container.decodeIfPresent(CalendarDay.self, forKey: .day))
    case .chooseRule:
      self = .chooseRule(try container.decode([Rule.ID].self, forKey: .rules))
    case .noRule:
      self = .noRule(try container.decodeIfPresent(Rule.ID.self, forKey: .rule))
    case .assumed:
      self = .assumed(try container.decode([Clock.Member].self, forKey: .assumed))
    case .userReport: self = .userReport
    case .dayOnly: self = .dayOnly
    case .previousEndUnknown: self = .previousEndUnknown
    case .renewedAfterEnd: self = .renewedAfterEnd
    case .zoneAssumed:
      self = .zoneAssumed(try container.decode(String.self, forKey: .zone))
    case .mayBe:
      self = .mayBe(
        try container.decode(LineState.self, forKey: .state), try Reason.End(container),
        try container.decode([Stage.Effect].self, forKey: .effects))
    case .otherReading:
      self = .otherReading(
        container.contains(.day) ? try Reason.End(container) : nil,
        try container.decode(LineState.self, forKey: .state))
    case .renewedWhenOverdue: self = .renewedWhenOverdue
    case .termsSince: self = .termsSince(try day())
    }
  }

  func encode(into container: inout Reason.Writer) throws {
    try container.encode(code, forKey: .code)
    switch self {
    case .clockRuns(let end), .whatFollowsUnknown(let end), .clockOver(let end),
      .windowOpen(let end), .windowMet(let end?):
      try end.encode(into: &container)
    case .clockEnded(let end, let effects):
      try end.encode(into: &container)
      try container.encode(effects, forKey: .effects)
    case .otherReading(let end, let state):
      try container.encode(state, forKey: .state)
      try end?.encode(into: &container)
    case .mayBe(let state, let end, let effects):
      try container.encode(state, forKey: .state)
      try end.encode(into: &container)
      try container.encode(effects, forKey: .effects)
    case .stricterReading(let day), .personsDate(let day), .followsClock(let day),
      .capped(let day), .termsSince(let day):
      try container.encode(day, forKey: .day)
    case .debited(let count, let amount):
      try container.encode(count, forKey: .count)
      try container.encode(amount, forKey: .amount)
    case .renewalExpected(let count, let day):
      try container.encode(count, forKey: .count)
      try container.encodeIfPresent(day, forKey: .day)
    case .noRule(let rule?): try container.encode(rule, forKey: .rule)
    case .chooseRule(let rules): try container.encode(rules, forKey: .rules)
    case .assumed(let members): try container.encode(members, forKey: .assumed)
    case .zoneAssumed(let zone): try container.encode(zone, forKey: .zone)
    case .clockNotStarted, .windowMet(nil), .noEndDate, .renewsItself, .noRule(nil), .userReport,
      .dayOnly, .previousEndUnknown, .renewedAfterEnd, .renewedWhenOverdue:
      break
    }
  }
}
