import FoundationEssentials
import Ledger
import Renewal
import Words

/// Sends what has come due, once for each channel.
///
/// That something is to be sent is kept before it is, and that it was after: a run that ends in between sends
/// it again, and nothing is lost. What was done in the meantime is not sent.
struct NoticeRun {
  let ledger: Ledger
  let configuration: NotifyConfiguration
  /// The channel of a name, ready to send.
  let channel: (ConfiguredChannel) -> any NoticeChannel
  /// Whether only to say what would be sent.
  var isDry = false
  /// Told of each step that was taken, in turn; what it throws ends the run there, as a crash would.
  var onStep: (Step) throws -> Void = { _ in }

  /// The steps of sending one message.
  enum Step: CaseIterable {
    case chosen, intended, sent, noted
  }

  /// What became of a channel's messages.
  struct Report: Encodable {
    let channel: String
    let kind: String
    var state: State
    /// When it goes on, where it waits.
    var until: Date?
    var notices: [NoticeMessage.Row] = []
    private(set) var problem: Problem?

    enum State: String, Encodable {
      /// What there was has been sent.
      case sent
      /// There was nothing.
      case nothing
      /// It would have been sent.
      case dry
      /// It waits for the end of the quiet hours.
      case quiet
      /// It waits for the next day's digest.
      case digest
      /// It waits since the channel failed.
      case resting
      /// It failed just now.
      case failed
    }

    private enum CodingKeys: CodingKey { case channel, kind, state, until, notices }

    fileprivate mutating func fail(_ problem: Problem, until: Date?) {
      var problem = problem
      problem.sentence = Words("\(channel): \(problem.sentence)")
      (self.problem, self.until, state) = (problem, until, .failed)
    }
  }

  /// Sends what there is to each channel; one that fails stops no other.
  func send() throws -> [Report] {
    if !isDry { try ledger.refuseWhereReadOnly() }
    let all = try ledger.announcements(days: configuration.thresholds)
    if Interruption.isRequested { throw Problem(.interrupted, Words("interrupted")) }
    return try configuration.channels.map { try send(all, to: $0) }
  }

  private func send(_ all: [Announcement], to configured: ConfiguredChannel) throws -> Report {
    var report = Report(
      channel: configured.name, kind: configured.kind.rawValue, state: .nothing)
    let states = try ledger.states(of: all.map { $0.notice(over: configured.name) })
    var waiting = zip(all, states).compactMap { announcement, state -> Announcement? in
      guard state != .sent else { return nil }
      var announcement = announcement
      announcement.mayBeRepeated = state == .intended
      return announcement
    }
    guard !waiting.isEmpty else { return report }
    let wasCutShort = waiting.contains(where: \.mayBeRepeated)
    if let (state, until) = try pause(of: configured.name, wasCutShort: wasCutShort) {
      (report.state, report.until) = (state, until)
      report.notices = rows(waiting, configured)
      return report
    }
    guard !isDry else {
      report.state = .dry
      report.notices = rows(waiting, configured)
      return report
    }
    // All of them, so that a run that is cut short goes on with the rest, whatever the digest.
    try onStep(.chosen)
    waiting = try ledger.open(waiting)
    guard !waiting.isEmpty else { return report }
    try ledger.intend(waiting.map { $0.notice(over: configured.name) })
    let way = channel(configured)
    // The disk is slow, and asked once a second: where the power goes, what was sent since is sent again.
    var isSafe = true
    var savedAt = ContinuousClock.now
    for message in NoticeMessage.messages(waiting, hasIdentifiers: configured.identifiers) {
      let open = try ledger.open(message.announcements)
      guard !open.isEmpty else { continue }
      try onStep(.intended)
      do {
        try way.send(
          NoticeMessage(announcements: open, hasIdentifiers: configured.identifiers))
      } catch let error as any Explained {
        // Whoever stopped the run is no failure of the channel's.
        if Interruption.isRequested { throw error }
        report.fail(error.problem, until: try ledger.noteFailed(over: configured.name))
        return report
      }
      try onStep(.sent)
      isSafe = savedAt.duration(to: .now) >= .seconds(1)
      try ledger.noteSent(
        open.map { $0.notice(over: configured.name) }, over: configured.name, isSafe: isSafe)
      if isSafe { savedAt = .now }
      report.state = .sent
      report.notices += rows(open, configured)
      try onStep(.noted)
    }
    if !isSafe { try ledger.noteSent([], over: configured.name) }
    return report
  }

  private func rows(
    _ announcements: [Announcement], _ configured: ConfiguredChannel
  ) -> [NoticeMessage.Row] {
    let message = NoticeMessage(
      announcements: announcements, hasIdentifiers: configured.identifiers)
    return announcements.map(message.row)
  }

  /// Why a channel has to wait, and for how long.
  private func pause(
    of channel: String, wasCutShort: Bool
  ) throws -> (Report.State, Date?)? {
    let now = ledger.judging.now()
    let zone = ledger.judging.zone
    if let end = configuration.quietHours?.end(at: now, in: zone) { return (.quiet, end) }
    let delivery = try ledger.delivery(over: channel)
    if let retryAt = delivery.retryAt, retryAt > now { return (.resting, retryAt) }
    if configuration.digest == .daily, !wasCutShort, delivery.failures == 0,
      let sentAt = delivery.sentAt, let day = CalendarDay(sentAt, in: zone),
      try day == ledger.day(of: now)
    {
      return (.digest, day.adding(1, .day)?.firstMoment(in: zone))
    }
    return nil
  }
}

extension Ledger {
  /// What can't be noted must not be sent: it would be sent for ever.
  fileprivate func refuseWhereReadOnly() throws {
    guard !isReadOnly else {
      throw Problem(
        Problem.Code(rawValue: LedgerError.Code.readOnly.rawValue),
        Words("the ledger can't be written, so that notices would be sent again and again"),
        nextStep: Words("check who owns its directory and files, and how the disk is mounted"))
    }
  }
}
