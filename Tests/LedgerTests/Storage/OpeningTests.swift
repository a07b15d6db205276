import Foundation
import GRDB
import Renewal
import Testing
import Words

@testable import Ledger

struct OpeningTests {
  private let scratch: Scratch
  private let start = moment("2026-01-01T00:00:00Z")

  init() throws { scratch = try Scratch() }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: scratch.file)) }

  @Test func everythingIsForItsOwnerAlone() throws {
    let deep = try Scratch()
    let inside = "\(deep.directory)/share/cardinfo"
    let judging = Judging(rules: deep.rules, zone: .gmt, edition: "test", now: { Date() })
    let ledger = try Ledger(directory: inside, judging: judging)
    try ledger.add(Line(id: "a", name: "a"), at: start)
    let names = try FileManager.default.contentsOfDirectory(atPath: inside).sorted()
    #expect(names == ["ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal"])
    for name in names { #expect(try mode("\(inside)/\(name)") == 0o600, "\(name)") }
    #expect(try mode(inside) == 0o700)
    #expect(try mode("\(deep.directory)/share") == 0o700)
  }

  @Test func whatIsSetHolds() throws {
    let settings = try scratch.open().read { database in
      try ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "2", "1", "1"])
  }

  @Test(arguments: [0o750, 0o701, 0o777]) func aDirectoryThatOthersCanReadIsRefused(mode: Int)
    throws
  {
    _ = try scratch.open()
    chmod(scratch.directory, mode_t(mode))
    let error = #expect(throws: LedgerError.self) { try scratch.open() }
    #expect(error?.code == .permissions)
    #expect(error?.hint?.description.hasPrefix("make it yours alone: chmod 700") == true)
  }

  @Test func aFileThatOthersCanReadIsRefused() throws {
    _ = try scratch.open()
    chmod(scratch.file, 0o640)
    let error = #expect(throws: LedgerError.self) { try scratch.open() }
    #expect(error?.code == .permissions)
    #expect(error?.hint?.description.hasPrefix("make it yours alone: chmod 600") == true)
  }

  @Test(.enabled(if: geteuid() == 0, "needs root")) func aFileOfSomebodyElseIsRefused() throws {
    _ = try scratch.open()
    chown(scratch.file, 4_242, 4_242)
    #expect(throws: LedgerError.self) { try scratch.open() }
    chown(scratch.file, 0, 0)
    chown(scratch.directory, 4_242, 4_242)
    let error = #expect(throws: LedgerError.self) { try scratch.open() }
    #expect(error?.code == .permissions)
  }

  @Test func somethingElseIsNoLedger() throws {
    _ = try scratch.open()
    for name in ["-wal", "-shm"] { unlink(scratch.file + name) }
    let text = Data("This is a letter to my grandmother.\n".utf8)
    try text.write(to: URL(filePath: scratch.file))
    #expect(throws: LedgerError.damaged) { try scratch.open() }
    #expect(try bytes() == text)
  }

  @Test func aDatabaseOfAnotherProgramIsNoLedger() throws {
    _ = try scratch.open()
    for name in ["", "-wal", "-shm"] { unlink(scratch.file + name) }
    let other = try DatabaseQueue(path: scratch.file)
    try other.write { try $0.execute(sql: "CREATE TABLE song(title TEXT)") }
    try other.close()
    chmod(scratch.file, 0o600)
    let before = try bytes()
    #expect(throws: LedgerError.damaged) { try scratch.open() }
    #expect(try bytes() == before)
  }

  @Test func aBrokenPageIsDamage() throws {
    do {
      let ledger = try scratch.open()
      try ledger.add(Line(id: "a", name: "a"), at: start)
      try ledger.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try ledger.queue.close()
    }
    let handle = try #require(FileHandle(forWritingAtPath: scratch.file))
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: 40 * 4096))
    try handle.close()
    #expect(throws: LedgerError.damaged) { try scratch.open().lineCount() }
  }

  @Test func whatANewerVersionMadeIsNotTouched() throws {
    do {
      let ledger = try scratch.open()
      try ledger.add(Line(id: "a", name: "a"), at: start)
      try ledger.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
      try ledger.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try ledger.queue.close()
    }
    let before = try bytes()
    #expect(throws: LedgerError.newerSchema) { try scratch.open() }
    #expect(try bytes() == before)
  }

  @Test func anotherProgramThatWritesIsWaitedForAndNotForEver() throws {
    let ledger = try scratch.open(patience: 0.2)
    let other = try DatabaseQueue(path: scratch.file)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let begin = Date()
      #expect(throws: LedgerError.locked) { try ledger.add(Line(id: "a", name: "a"), at: start) }
      let waited = Date().timeIntervalSince(begin)
      #expect(waited > 0.15 && waited < 5)
      // Reading goes on meanwhile.
      #expect(try ledger.lineCount() == 0)
      try database.execute(sql: "ROLLBACK")
    }
    try ledger.add(Line(id: "a", name: "a"), at: start)
    #expect(try ledger.lineCount() == 1)
  }

  @Test func noRoomChangesNothing() throws {
    let ledger = try scratch.open()
    try ledger.add(Line(id: "a", name: "a"), at: start)
    let pages = try ledger.read { try Int.fetchOne($0, sql: "PRAGMA page_count") } ?? 0
    try ledger.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    var event = on("2026-01-01", .use)
    event.note = String(repeating: "x", count: 100_000)
    #expect(throws: LedgerError.full) { try ledger.append(event, to: "a") }
    #expect(try ledger.events(of: "a") == [])
    event.note = nil
    try ledger.append(event, to: "a")
    #expect(try ledger.events(of: "a") == [event])
  }

  /// Root may write everywhere, so it is asked of a file system that nobody may write.
  @Test func whereNothingCanBeWrittenIsSaid() throws {
    let judging = Judging(rules: scratch.rules, zone: .gmt, edition: "test", now: { Date() })
    for directory in ["/proc/cardinfo", "/proc/self/cardinfo/ledger"] {
      #expect(throws: LedgerError.readOnly) {
        try Ledger(directory: directory, judging: judging)
      }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFileThatCannotBeWrittenIsSaid() throws {
    _ = try scratch.open()
    chmod(scratch.file, 0o400)
    #expect(throws: LedgerError.readOnly) { try scratch.open() }
    chmod(scratch.file, 0o600)
    chmod(scratch.directory, 0o500)
    #expect(throws: LedgerError.readOnly) {
      try scratch.open().add(Line(id: "a", name: "a"), at: start)
    }
    chmod(scratch.directory, 0o700)
  }
}
