import CardState
import FoundationEssentials
import GRDB
import Renewal

/// The last judgement of a line, which stands beside it.
enum Judgement {
  /// What is known of a line has changed: it has to be judged again.
  static func forget(_ database: Database, _ line: Int64) throws {
    try database.cachedStatement(
      sql: "UPDATE line SET judging = NULL WHERE key = ? AND judging IS NOT NULL"
    ).execute(arguments: [line])
  }

  static func verdict(
    _ database: Database, of line: Line, key: Int64, by judging: Judging, at now: Date
  ) throws -> (verdict: Verdict, events: [Event]) {
    let events = try EventRow.all(database, of: key)
    let evidence = try line.iccid.map { try self.evidence(database, of: $0, by: judging) } ?? []
    let verdict = judge(
      line, by: judging.rules, events: events, evidence: evidence, at: now, zone: judging.zone)
    return (verdict, events)
  }

  /// What the last reads say about a line.
  static func evidence(
    _ database: Database, of iccid: String, by judging: Judging
  ) throws -> [Evidence] {
    let forms = ICCIDForms(iccid).all
    guard let last = try SnapshotRow.latest(database, forms, limit: 1).first?.snapshot()
    else { return [] }
    let number = last.iccids.first(where: forms.contains) ?? iccid
    if let since = try lastReadWithout(number, database, after: last) {
      return Evidence.about(
        number, newer: judging.reading(since), older: judging.reading(last))
    }
    // An eUICC shows the registration of the profile in use: the read before is one of that.
    let before = try SnapshotRow.latest(
      database, forms, inUse: last.iccid == number, before: last.readAt, limit: 1
    ).first?.snapshot()
    return Evidence.about(
      number, newer: judging.reading(last), older: before.map(judging.reading))
  }

  /// The last read of the eUICC that a profile was on, if the profile has gone since.
  private static func lastReadWithout(
    _ iccid: String, _ database: Database, after last: CardSnapshot
  ) throws -> CardSnapshot? {
    let homes = last.euiccs.filter { $0.profiles?.contains { $0.iccid == iccid } == true }
    let since = try SnapshotRow.latest(database, homes.map(\.eid), limit: 1).first?.snapshot()
    return since.flatMap { $0.readAt > last.readAt ? $0 : nil }
  }
}
