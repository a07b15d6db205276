import CardState
import FoundationEssentials
import Renewal
import Words

/// The reasons of a verdict in words.
struct ReasonWords {
  let verdict: Verdict
  let events: [Event]
  let zone: TimeZone

  /// The reason as a sentence, without its source.
  func sentence(_ reason: Reason) -> Words {
    timeSentence(reason) ?? causeSentence(reason) ?? eventSentence(reason) ?? doubtSentence(reason)
      ?? cardSentence(reason) ?? Words(verbatim: reason.code.rawValue)
  }

  /// Where the reason comes from, and from when that is.
  func source(_ reason: Reason) -> Words? {
    switch reason.source.kind {
    case .rule:
      guard let provenance = reason.source.provenance else { return Words("your own clock") }
      guard let day = provenance.checkedOn else { return provenance.quality.words }
      return Words("\(provenance.quality.words), checked \(day)")
    case .record: return nil
    case .card: return reason.on.map { Words("card read \($0.dayText(in: zone))") }
    case .person: return Words("you")
    }
  }

  private func timeSentence(_ reason: Reason) -> Words? {
    let subject = subject(of: reason)
    let day = reason.day?.description ?? "?"
    switch reason.code {
    case .clockRuns: return Words("\(subject) lasts until \(day)")
    case .clockNotStarted: return Words("\(subject): nothing that starts its time is recorded")
    case .clockEnded:
      let effects = (reason.words ?? []).compactMap(Stage.Effect.init).map(\.words)
      return effects.isEmpty
        ? Words("\(subject) ended on \(day)")
        : Words("\(subject) ended on \(day): \(Words.listed(effects))")
    case .whatFollowsUnknown:
      return Words("\(subject) ended on \(day), and the rule does not say what follows")
    case .clockOver: return Words("\(subject) ended for good after \(day)")
    case .windowOpen: return Words("it has to be used first by \(day)")
    case .windowMet: return Words("it was put to use in time")
    case .packExhausted: return Words("the pack is used up")
    case .noEndDate: return Words("time takes nothing away from this line")
    case .stricterReading:
      return Words("read in days, the term ends on \(day); warnings count to it")
    case .capped: return Words("no payment carries \(subject) beyond \(day)")
    case .renewsItself: return Words("\(subject) renews by itself as long as it is paid")
    default: return nil
    }
  }

  private func causeSentence(_ reason: Reason) -> Words? {
    let day = reason.day?.description ?? "?"
    switch reason.code {
    case .startedBy: return Words("\(subject(of: reason)) counts from: \(event(of: reason))")
    case .renewedBy: return Words("\(subject(of: reason)) was renewed by: \(event(of: reason))")
    case .carrierNotice: return Words("the carrier gave \(day)")
    case .personsDate: return Words("you gave \(day)")
    case .reinstated: return Words("the carrier reinstated it: \(event(of: reason))")
    case .cancelled: return Words("it was cancelled: \(event(of: reason))")
    case .portedOut: return Words("the number moved to another carrier: \(event(of: reason))")
    case .followsClock:
      return Words("\(subject(of: reason)) counts from the end of another term")
    case .debited:
      let count = reason.count ?? 0
      let amount = reason.amount?.text ?? "?"
      return Words(
        count, one: "\(count) debit of \(amount) carries it on",
        other: "\(count) debits of \(amount) carry it on")
    default: return nil
    }
  }

  private func eventSentence(_ reason: Reason) -> Words? {
    let event = event(of: reason)
    let amount = reason.amount?.text ?? "?"
    switch reason.code {
    case .cameTooLate: return Words("\(event) came too late to count")
    case .belowMinimum: return Words("\(event) was too small: it takes \(amount)")
    case .sumNotReached: return Words("the amounts so far do not reach \(amount)")
    case .excluded: return Words("\(event) does not count: free, or a service or emergency number")
    case .cannotTell: return Words("\(event): nobody can tell whether it counts")
    case .inFuture: return Words("\(event) lies ahead and does not count yet")
    case .usedAfterEnd: return Words("\(event) came after its supposed end")
    default: return nil
    }
  }

  private func doubtSentence(_ reason: Reason) -> Words? {
    switch reason.code {
    case .noRule: return Words("no carrier's rule is known for it")
    case .assumed:
      let members = (reason.words ?? []).joined(separator: ", ")
      return Words("the source does not state \(members); the stricter side was taken")
    case .userReport: return Words("the rule is what users report")
    case .dayOnly: return Words("only the day of the start is known; it may end later on its day")
    case .previousEndUnknown:
      return Words("the end before is not known; this is the earliest it can be")
    case .renewedAfterEnd:
      return Words("it was renewed after its end, and the rule does not say if that is possible")
    case .zoneAssumed: return Words("the carrier's time zone is not known; yours was taken")
    case .lowBalance: return Words("the balance is below \(reason.amount?.text ?? "?")")
    default: return nil
    }
  }

  private func cardSentence(_ reason: Reason) -> Words? {
    let says = evidence(of: reason)
    switch reason.code {
    case .cardSupports: return Words("the card bears it out: \(says)")
    case .cardContradicts: return Words("the card says something else: \(says)")
    case .cardNotes: return Words("the card: \(says)")
    case .carrierText:
      return Words("a text of the carrier on the card gives \(reason.day?.description ?? "?")")
    default: return nil
    }
  }

  private func evidence(of reason: Reason) -> Words {
    if reason.source.evidence == .carrierText, let day = reason.day {
      return Words("a text of the carrier gives \(day)")
    }
    return reason.source.evidence?.words ?? Words(verbatim: "")
  }

  private func event(of reason: Reason) -> Words {
    let event = events.first { $0.id == reason.source.event }
    let kind = event?.kind.words ?? Words("an event")
    guard let on = reason.on ?? event?.on else { return kind }
    let day = on.dayText(in: zone)
    guard let amount = event?.amount else { return Words("\(kind) on \(day)") }
    return Words("\(kind) of \(amount.text) on \(day)")
  }

  /// What the reason's clock counts down for, with the clock's name where two count for the same.
  private func subject(of reason: Reason) -> Words {
    guard let clock = verdict.clocks.first(where: { $0.clock == reason.clock }) else {
      return Words("the line")
    }
    let isAlone = verdict.clocks.count { $0.subject == clock.subject } == 1
    return isAlone ? clock.subject.words : Words("\(clock.subject.words) (\(clock.clock))")
  }
}
