import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// A duty whose time to be told of has come.
struct Announcement {
  let duty: OpenDuty
  /// The threshold that was passed: days before the last one, or one of the occasions below.
  let threshold: Int
  /// What names it for good, for whoever gets it twice; it tells nobody which line it is about.
  let id: String
  /// Whether it may have been sent before: a run ended before it noted what became of it.
  var mayBeRepeated = false
  /// What the ledger held, and when, as the duty was looked at last.
  var seen: Sight?

  /// A look at the ledger.
  struct Sight {
    let edition: Ledger.Edition
    let moment: Date
    let day: CalendarDay

    /// Whether a later look sees the same: nothing was written, and the time has hardly gone on.
    func isSame(as later: Sight) -> Bool {
      edition == later.edition && day == later.day
        && (0..<60).contains(later.moment.timeIntervalSince(moment))
    }
  }

  /// The last day has passed.
  static let overdue = -1
  /// It is to be done at once, whatever its last day.
  static let atOnce = 100_000

  /// Days before the last one on which people are told who set no thresholds of their own.
  static let usualDays = [7, 3, 1, 0]

  /// How much of a worry it is.
  var severity: Severity {
    switch duty.matter {
    case .failedRenewal, .lost: .critical
    case .stuckRenewal, .unsentNotifications: .warning
    case .duty: duty.deadline != nil && duty.daysLeft <= 3 ? .critical : .warning
    }
  }

  /// What makes it one of a kind in the ledger, on a channel.
  func notice(over channel: String) -> Notice {
    let subject: Notice.Subject
    switch duty.matter {
    case .unsentNotifications: subject = .euicc(duty.subject)
    case .duty, .stuckRenewal, .failedRenewal, .lost: subject = .line(duty.subject)
    }
    return Notice(
      about: subject, duty: duty.word, clock: duty.clock, due: duty.distinctDay,
      threshold: threshold,
      channel: channel)
  }

  /// The threshold that was passed last; nil where it is too early.
  ///
  /// - Parameter days: the thresholds of whoever set none for the line.
  static func threshold(of duty: OpenDuty, else days: [Int]) -> Int? {
    guard duty.deadline != nil else { return duty.isPressing ? atOnce : nil }
    guard duty.daysLeft >= 0 else { return overdue }
    let own = duty.line?.ownThresholds
    let passed = (own?.map(\.days) ?? days).filter { $0 >= duty.daysLeft }.min()
    return passed ?? (duty.isPressing ? atOnce : nil)
  }
}

extension Ledger {
  /// What it holds now.
  func sight() throws -> Announcement.Sight {
    let now = judging.now()
    return Announcement.Sight(edition: try edition(), moment: now, day: try day(of: now))
  }

  /// Those whose duty is to be done still, by all that the ledger has at this moment.
  func open(_ announcements: [Announcement]) throws -> [Announcement] {
    let seen = try sight()
    return try announcements.compactMap { announcement in
      guard announcement.seen?.isSame(as: seen) != true else { return announcement }
      guard try isOpen(announcement.duty) else { return nil }
      var announcement = announcement
      announcement.seen = seen
      return announcement
    }
  }

  /// All whose time has come, the most pressing first; nothing of lines whose owner wants no notices.
  func announcements(days: [Int]) throws -> [Announcement] {
    let seen = try sight()
    let hushes = try hushes()
    // A line's day may be another one than its owner's.
    let most = max(days.max() ?? 0, try mostDaysOfThresholds() ?? 0, 0) + 1
    let due = (try openDuties(within: most) + lostLines())
      .filter { duty in duty.line.map { hushes[$0.id] == nil } ?? true }
      .compactMap { duty in
        Announcement.threshold(of: duty, else: days).map { (duty: duty, threshold: $0) }
      }
    // A name takes longer to make than to compare.
    let named = due.map { (name: $0.duty.name, due: $0) }
    let sorted = named.sorted { one, other in
      (one.due.duty.day, one.name, one.due.duty.word)
        < (other.due.duty.day, other.name, other.due.duty.word)
    }
    return try sorted.map(\.due).map { duty, threshold in
      let reference = try duty.line.map { try self.reference(of: $0.id) } ?? "euicc"
      return Announcement(
        duty: duty, threshold: threshold,
        id: "\(duty.identifier(ofLine: reference))-\(duty.distinctDay)-\(threshold)", seen: seen)
    }
  }
}
