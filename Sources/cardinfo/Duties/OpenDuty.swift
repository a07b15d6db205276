import CardState
import FoundationEssentials
import Renewal
import Words

/// Something that a person has to do, as it is told away from the line's own page: in a notice or a
/// calendar, to a monitoring system. What it says of itself names no number, card or eUICC.
struct OpenDuty {
  /// What it is about, to tell it from others within one ledger: a line's identifier, or an EID. For the
  /// ledger alone.
  let subject: String
  /// The line; absent where it is about an eUICC no line of which is tracked.
  let line: Line?
  let matter: Matter
  let clock: Clock.ID?
  /// The last day it can be done; absent where no day is known.
  let deadline: CalendarDay?
  /// The day by which to do it.
  let actBy: CalendarDay
  /// Days from today to ``deadline``, or else to ``actBy``; negative when past.
  let daysLeft: Int
  let isPressing: Bool
  /// What to do; the first one first.
  var steps: [NextStep] = []
  /// What makes it another one than it was before, where that is neither ``deadline`` nor ``actBy``.
  var isSince: CalendarDay?

  /// What has to be done.
  enum Matter: Equatable {
    /// What the line's verdict asks for.
    case duty(Duty.Task)
    /// A renewal was submitted, and nobody has heard of it for longer than it may take.
    case stuckRenewal
    /// A renewal failed, and nothing was done since.
    case failedRenewal(FailureReason?)
    /// Servers were not told what became of profiles on an eUICC.
    case unsentNotifications(Int)
    /// The line is lost: its last day passed, and nothing was done.
    case lost
  }

  /// The matter as programs and the ledger are told.
  var word: String {
    switch matter {
    case .duty(let task): task.rawValue
    case .stuckRenewal: "stuckRenewal"
    case .failedRenewal: "failedRenewal"
    case .unsentNotifications: "unsentNotifications"
    case .lost: "lost"
    }
  }

  /// What is to be done.
  var what: Words {
    switch matter {
    case .duty(let task): task.words
    case .stuckRenewal: Words("its renewal was not heard of: ask the carrier")
    case .failedRenewal(let reason?): Words("its renewal failed: \(reason.words)")
    case .failedRenewal(nil): Words("its renewal failed")
    case .unsentNotifications(let count):
      Words(
        count, one: "\(count) notification waits to be sent",
        other: "\(count) notifications wait to be sent")
    case .lost: Words("it is lost")
    }
  }

  /// The day that it is told under: the last on which it can be done, or else the one by which.
  var day: CalendarDay { deadline ?? actBy }

  /// The day that tells it from others of its kind. A card that says something else than its line moves
  /// ``day`` with each read, and is one thing until something new is written down of the line.
  var distinctDay: CalendarDay { isSince ?? day }

  /// How to do it, the nearest way first, with what to type; no number stands in it.
  var ways: [Words] {
    let known = line?.masked
    return steps.prefix(3).map { step in known.map { step.of($0).sentence } ?? step.sentence }
  }

  /// A name that stays, for a calendar or a receiver of notices: a line has one duty of a kind and a clock.
  ///
  /// - Parameter reference: the line's name in its ledger, which tells nobody which line it is.
  func identifier(ofLine reference: String) -> String {
    let clock = Masking.numbers(in: clock ?? "line").filter { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
    return "\(word)-\(clock)-\(reference)"
  }

  /// What it is about, for people: the line's name without any number in it.
  var name: String { line.map { Self.nickname($0.name) } ?? Words("an eUICC").text }

  /// What is to be done, and by when.
  var sentence: Words {
    guard let deadline else { return what }
    if daysLeft < 0 { return Words("\(what): its last day was \(deadline)") }
    if daysLeft == 0 { return Words("\(what): today is the last day (\(deadline))") }
    return Words(
      daysLeft, one: "\(what) by \(deadline), \(daysLeft) day left",
      other: "\(what) by \(deadline), \(daysLeft) days left")
  }

  /// A name as others may see it: runs of seven digits and more, however they are spaced, are numbers.
  static func nickname(_ name: String) -> String {
    var shown = ""
    var rest = name[...]
    while let first = rest.first {
      if let end = rest.endOfNumber {
        shown += "…"
        rest = rest[end...]
      } else {
        shown.append(first)
        rest.removeFirst()
      }
    }
    return Terminal.clean(shown)
  }
}

extension Substring {
  /// Where a number ends that it begins with; nil where it begins with none.
  fileprivate var endOfNumber: Index? {
    var place = first == "+" ? index(after: startIndex) : startIndex
    var (digits, gap) = (0, 0)
    var end: Index?
    while place < endIndex {
      let character = self[place]
      formIndex(after: &place)
      if character.isNumber {
        (digits, gap) = (digits + 1, 0)
        if digits >= 7 { end = place }
      } else {
        gap += 1
        guard digits > 0, gap <= 3, character.separatesDigits else { break }
      }
    }
    return end
  }
}

extension Character {
  /// Whether people write it between the digits of a number.
  fileprivate var separatesDigits: Bool {
    if self == "." || self == "/" { return true }
    return switch unicodeScalars.first?.properties.generalCategory {
    case .spaceSeparator, .dashPunctuation, .openPunctuation, .closePunctuation: true
    default: false
    }
  }
}
