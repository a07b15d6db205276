import CardState
import Renewal
import Words

/// A duty as an event of a whole day: the last on which it can be done, or else the day by which.
struct DutyEvent {
  /// The line, masked.
  let line: Line
  /// The line's name in its ledger, which tells nobody which line it is.
  let reference: String
  let duty: Duty
  /// What to do, the nearest first.
  let steps: [Words]
  /// How many things were written down about the line: each may move an event.
  let sequence: Int
  /// Whether it no longer asks for anything.
  let isCancelled: Bool

  /// What names the event for good. A line has one of a kind and a term: a renewal moves it.
  var uid: String {
    let clock = Masking.numbers(in: duty.clock ?? "line").filter { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
    return "\(duty.what.rawValue)-\(clock)-\(reference)"
  }

  /// The day it stands on.
  var day: CalendarDay { duty.deadline ?? duty.actBy }

  /// What it is called: the line's nickname and what to do.
  var title: Words { Words("\(line.name): \(duty.what.words)") }

  /// By when, and how.
  var description: String {
    let act =
      duty.deadline.map { Words("act by \(duty.actBy), at the latest on \($0)") }
      ?? Words("act by \(duty.actBy)")
    return ([act] + steps).map(\.text).joined(separator: "\n")
  }

  /// Days before ``day`` on which to be reminded, the first one first: at the line's thresholds, and on
  /// the day by which to act.
  var reminders: [Int] {
    Set(line.thresholds.map(\.days) + [duty.actBy.days(to: day)])
      .filter { (0...3_660).contains($0) }.sorted(by: >)
  }
}
