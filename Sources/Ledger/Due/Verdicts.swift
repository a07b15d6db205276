public import CardState
public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Where a line stands, by everything that the ledger has of it.
  ///
  /// - Parameters:
  ///   - id: the line.
  ///   - moment: when; now if left out.
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func verdict(of id: Line.ID, at moment: Date? = nil) throws(LedgerError) -> Verdict {
    let now = moment ?? judging.now()
    return try read { database in
      let row = try LineRow.known(database, id)
      return try verdict(database, of: try row.line(), row.key, at: now)
    }
  }

  /// What the last reads of its card say about a line.
  public func evidence(of line: Line) throws(LedgerError) -> [Evidence] {
    try read { try evidence($0, of: line) }
  }

  func verdict(
    _ database: Database, of line: Line, _ key: Int64, at now: Date
  ) throws -> Verdict {
    try lineToJudge(database, line, key).verdict(by: judging, at: now)
  }

  func lineToJudge(_ database: Database, _ line: Line, _ key: Int64) throws -> LineToJudge {
    LineToJudge(
      line: line, events: try EventRow.stored(database, of: key),
      evidence: try evidence(database, of: line),
      submitted: try AttemptRow.all(database, of: key).submittedAt)
  }

  func evidence(_ database: Database, of line: Line) throws -> [Evidence] {
    guard let reads = try LastReads(database, of: line) else { return [] }
    if try isOfOther(database, reads.newer, than: line, on: reads.iccid) { return [] }
    var newer = judging.reading(line, reads.newer)
    if newer.carrierTexts.isEmpty, let texts = reads.withMessages {
      newer.carrierTexts = judging.reading(line, texts).carrierTexts
    }
    if let since = reads.since { newer.set(since.state, ofProfile: reads.iccid) }
    return Evidence.about(
      reads.iccid, newer: newer, older: reads.older.map { judging.reading(line, $0) },
      knownHosts: judging.hints(line, reads.newer).hosts)
  }

  // Of two numbers on one card a read is about both, unless it names the other one alone.
  private func isOfOther(
    _ database: Database, _ card: CardSnapshot, than line: Line, on iccid: String
  ) throws -> Bool {
    let read = (card.subscriber?.msisdns ?? []).compactMap { PhoneNumber($0) }
    guard !read.isEmpty else { return false }
    let isNamed = { (line: Line) in
      line.numbers.compactMap { PhoneNumber($0) }.contains { number in
        read.contains { $0.isSame(as: number) }
      }
    }
    guard !isNamed(line) else { return false }
    return try LineRow.find(database, onCard: iccid).map { try $0.line() }
      .contains { $0.id != line.id && isNamed($0) }
  }
}

/// A line with all that the ledger has of it, so that it can be judged without the ledger.
struct LineToJudge: Sendable {
  let line: Line
  /// As they are kept.
  let events: [String]
  let evidence: [Evidence]
  /// When the renewal was paid or sent that is under way.
  let submitted: Date?

  func verdict(by judging: Judging, at now: Date) throws -> Verdict {
    judge(
      line, by: judging.rules, events: try events.map { try StoredJSON.value(Event.self, $0) },
      evidence: evidence, submitted: submitted, at: now, zone: judging.zone)
  }
}

/// The two reads that say most of a line.
private struct LastReads {
  /// The ICCID as the card has it.
  let iccid: String
  let newer: CardSnapshot
  let older: CardSnapshot?
  /// What a later read says of the state of the profile.
  let since: Sight?
  /// The last of them that has the card's messages.
  let withMessages: CardSnapshot?

  /// Reads of the card that a line is on, or of the last one it was on, from before it moved.
  init?(_ database: Database, of line: Line) throws {
    if let iccid = line.iccid, let present = try LastReads(database, of: iccid) {
      self = present
      return
    }
    for card in line.formerCards.reversed() {
      if let former = try LastReads(database, of: card.iccid, before: card.until.ended) {
        self = former
        return
      }
    }
    return nil
  }

  private init?(_ database: Database, of iccid: String, before end: Date? = nil) throws {
    let forms = ICCIDForms(iccid).all
    let reads = try SnapshotRow.latest(database, forms, before: end, limit: Self.most)
      .map { try $0.snapshot() }
    // A read of some parts alone does not hide what the one before told of the registration.
    guard let last = reads.first(where: { $0.registration != nil }) ?? reads.first,
      let number = last.iccids.first(where: forms.contains)
    else { return nil }
    self.iccid = number
    withMessages = reads.first { $0.messages != nil }
    let homes = last.euiccs.filter { $0.profiles?.contains { $0.iccid == number } == true }
    let ofHomes = try Self.latest(ofProfilesOn: homes.map(\.eid), before: end, database)
    let latest = [ofHomes, reads.first].compactMap { $0 }.max { $0.readAt < $1.readAt }
      .flatMap { $0.readAt > last.readAt ? $0 : nil }
    if let latest, latest.showsGone(number, from: homes.map(\.eid)) {
      // The profile has gone from its eUICC since.
      (newer, older) = (latest, last)
      since = nil
    } else {
      since = latest.map { Sight(state: $0.state(of: number)) }
      // An eUICC shows the registration of the profile in use: the read before is one of that.
      newer = last
      older = try SnapshotRow.latest(
        database, forms, inUse: last.iccid == number, before: last.readAt, limit: 1
      ).first?.snapshot()
    }
  }

  /// The last read that asked any of some eUICCs for its profiles.
  private static func latest(
    ofProfilesOn eids: [String], before end: Date?, _ database: Database
  ) throws -> CardSnapshot? {
    for row in try SnapshotRow.latest(database, eids, before: end, limit: most) {
      let snapshot = try row.snapshot()
      if snapshot.wasAskedForProfiles(of: eids) { return snapshot }
    }
    return nil
  }

  /// What one read says of the state of a profile; nil is unknown.
  struct Sight {
    let state: Profile.State?
  }

  /// How many reads to look through.
  private static let most = 10
}

extension CardSnapshot {
  /// The state of a profile: as its eUICC lists it, or because its ICCID is the card's. Nil where
  /// neither was read.
  fileprivate func state(of iccid: String) -> Profile.State? {
    let listed = euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    return listed?.state ?? (self.iccid == iccid ? .enabled : nil)
  }

  /// Whether an eUICC was asked for its profiles, whatever came of it: a read that was about something else
  /// says nothing of them.
  fileprivate func wasAskedForProfiles(of eids: [String]) -> Bool {
    euiccs.contains {
      eids.contains($0.eid) && ($0.profiles != nil || $0.isUnread(.profiles))
    }
  }

  /// Whether all profiles of an eUICC were listed, and it is not among them.
  fileprivate func showsGone(_ iccid: String, from eids: [String]) -> Bool {
    iccid != self.iccid
      && euiccs.contains { euicc in
        eids.contains(euicc.eid) && euicc.listsAllProfiles
          && euicc.profiles?.contains { $0.iccid == iccid } == false
      }
  }
}

extension CardReading {
  fileprivate mutating func set(_ state: Profile.State?, ofProfile iccid: String) {
    for index in euiccs.indices {
      guard let profile = euiccs[index].profiles?.firstIndex(where: { $0.iccid == iccid }) else {
        continue
      }
      euiccs[index].profiles?[profile].state = state
    }
  }
}

extension CalendarDay {
  /// A moment at which the day is surely over, wherever it was.
  fileprivate var ended: Date? {
    Calendar(identifier: .gregorian).date(
      from: DateComponents(timeZone: .gmt, year: year, month: month, day: day, hour: 36))
  }
}
