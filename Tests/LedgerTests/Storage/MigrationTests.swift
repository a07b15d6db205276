import Foundation
import GRDB
import Renewal
import Testing

@testable import Ledger

/// Files that each shipped version made are in `Versions/`, as SQL. The file of the present version
/// is written by this test where `CARDINFO_WRITE_VERSION` is set; once a version is shipped, its
/// file is never written again.
struct MigrationTests {
  private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Versions")
  private static let versions = Schema.migrator.migrations

  private func sql(_ version: String) throws -> String {
    try String(contentsOf: Self.directory.appending(path: "\(version).sql"), encoding: .utf8)
  }

  /// Everything in a file, as the SQL that makes it again.
  private func dump(_ database: Database) throws -> String {
    let schema = try Row.fetchAll(
      database, sql: "SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid")
    var text = "PRAGMA application_id = \(Schema.applicationID);\n"
    for row in schema { text += "\(row["sql"] as String);\n" }
    for row in schema where row["type"] == "table" {
      let name: String = row["name"]
      let columns = try database.columns(in: name).map(\.name)
      let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
      let lines = try String.fetchAll(database, sql: "SELECT \(values) FROM \"\(name)\" ORDER BY 1")
      for line in lines { text += "INSERT INTO \"\(name)\" VALUES (\(line));\n" }
    }
    return text
  }

  private func fill(_ ledger: Ledger) throws {
    let start = moment("2026-01-01T00:00:00Z")
    var line = Line(id: "8985200000000000001", name: "Hongkong 香港", rule: "3hk")
    line.iccid = line.id
    line.clocks = [Clock(id: "pack", .pack, anchor: [.purchase], period: Period(30, .day))]
    try ledger.add(line, at: start)
    line.lowBalance = try money("20 HKD")
    try ledger.change(line, at: start)
    var topUp = on("2026-02-01", .topUp)
    topUp.amount = try money("100 HKD")
    try ledger.append(topUp, to: line.id)
    try ledger.undo(topUp.id, of: line.id, as: "undo", at: start, note: "it's wrong")
    topUp.id = "again"
    try ledger.append(topUp, to: line.id)
    var attempt = RenewalAttempt(id: "attempt", line: line.id, plannedAt: start)
    try ledger.save(attempt)
    try attempt.submit(at: start)
    try ledger.save(attempt)
    let notice = Notice(
      about: .line(line.id), duty: "renew", clock: "number",
      due: try #require(CalendarDay("2026-07-31")), threshold: 30, channel: "mail")
    try ledger.intend([notice])
    try ledger.noteSent([notice], over: "mail")
    try ledger.set(Hush(until: start), of: line.id)
    var random = SplitMix(seed: 1)
    try ledger.save(random.card(line.id, at: start))
    try ledger.forEachLine { _, _ in true }
    try ledger.write { try $0.execute(sql: "UPDATE judging SET contents = 'of that version'") }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["CARDINFO_WRITE_VERSION"] != nil, "asked for"))
  func theFileOfThisVersionIsWritten() throws {
    let ledger = try Scratch().open()
    try fill(ledger)
    let version = try #require(Self.versions.last)
    try Data(ledger.read(dump).utf8)
      .write(to: Self.directory.appending(path: "\(version).sql"))
  }

  @Test(arguments: versions) func aFileOfAnEarlierVersionIsReadAndGoesOn(version: String) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let queue = try DatabaseQueue(path: scratch.file)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: try sql(version))
    }
    try queue.close()
    chmod(scratch.file, 0o600)

    let ledger = try scratch.open()
    let line = try ledger.line(matching: "hongkong")
    #expect(line.lowBalance == (try money("20 HKD")))
    #expect(line.clocks.map(\.id) == ["pack"])
    #expect(try ledger.formerSettings(of: line.id).map(\.line.lowBalance) == [nil])
    // All three of one second: those of version 1 have no order but that of their names.
    #expect(
      try ledger.events(of: line.id).map(\.id)
        == (version == "1"
          ? ["again", "topUp 2026-02-01", "undo"] : ["topUp 2026-02-01", "undo", "again"]))
    #expect(try ledger.attempts(of: line.id).map(\.phase) == [.submitted])
    #expect(try ledger.steps(of: "attempt").count == 2)
    #expect(try ledger.snapshots(of: line.id).count == 1)
    // Before version 4 a notice did not say what had to be done.
    let notice = Notice(
      about: .line(line.id), duty: ["1", "2", "3"].contains(version) ? "" : "renew",
      clock: "number", due: try #require(CalendarDay("2026-07-31")), threshold: 30, channel: "mail")
    #expect(try ledger.states(of: [notice]) == [.sent])
    #expect(try ledger.verdict(of: line.id).dueOn == CalendarDay("2026-05-02"))
    var listed: [Line.ID] = []
    try ledger.forEachLine(dueBy: CalendarDay("2026-05-02")) { line, _ in
      listed.append(line.id)
      return true
    }
    #expect(listed == [line.id])
    try ledger.append(on("2026-02-02", .use), to: line.id)
    try ledger.purge(line.id)
    let check = try ledger.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(check == ["ok"])
  }

  /// A migration that was shipped makes today what it made then.
  @Test(arguments: versions) func aShippedMigrationIsNotChanged(version: String) throws {
    func schema(_ make: (DatabaseQueue) throws -> Void) throws -> [String] {
      let queue = try DatabaseQueue()
      try make(queue)
      return try queue.read {
        try String.fetchAll(
          $0, sql: "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
      }
    }
    let text = try sql(version)
    let then = try schema { queue in
      try queue.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + text) }
    }
    let now = try schema { try Schema.migrator.migrate($0, upTo: version) }
    #expect(now == then)
  }
}
