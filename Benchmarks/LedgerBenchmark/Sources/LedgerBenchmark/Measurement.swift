import Foundation
import GRDB
import GRDBSQLite
import Ledger
import Renewal

/// One import and the questions after it.
struct Measurement {
  private let format: ExchangeFormat
  private let count: Int
  private let directory: String
  private let judging: Judging

  init(_ format: ExchangeFormat, _ count: Int) throws {
    self.format = format
    self.count = count
    directory = FileManager.default.temporaryDirectory
      .appending(path: "ledger-benchmark-\(UUID().uuidString)").path()
    judging = Judging(
      rules: try RuleBook.shipped(), zone: .gmt, edition: "benchmark", now: { MadeDocument.today })
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let ledger = try Ledger(directory: directory, judging: judging)
    let document = MadeDocument(format, count: count)
    let making = MadeDocument(format, count: count)
    let made = try seconds { while try !making.next().isEmpty {} }
    var report = ImportReport()
    let wall = Stopwatch()
    let imported =
      try seconds {
        report = try ledger.importLines(
          from: format, at: MadeDocument.today, report: { print("  \($0)") },
          read: { try document.next() })
      } - made
    let records = report.lines + report.events
    say("\(format.rawValue), \(count) lines, \(records) records, \(document.bytes / 1024) KiB")
    say("  import      \(text(imported)) s  \(Int(Double(records) / imported)) records/s")
    say("              \(text(wall.elapsed)) s by the clock, with making the document")
    let judged = try seconds { try ledger.judgeAgain() }
    say("  judging     \(text(judged)) s  \(Int(Double(count) / judged)) lines/s")
    say("  peak memory \(peakMemory() / 1024) MiB, file \(fileSize() >> 20) MiB")
    try askWhatIsDue(ledger)
  }

  private func askWhatIsDue(_ ledger: Ledger) throws {
    let limit = CalendarDay(
      String(MadeDocument.today.addingTimeInterval(30 * 86_400).formatted(.iso8601).prefix(10)))
    var found = 0
    let due = try seconds {
      try ledger.forEachLine(dueBy: limit) { _, _ in
        found += 1
        return true
      }
    }
    // The same question for a handful, whose answer does not grow with the ledger.
    var first = 0
    let ten = try seconds {
      for _ in 0..<20 {
        first = 0
        try ledger.forEachLine(dueBy: limit) { _, _ in
          first += 1
          return first < 10
        }
      }
    }
    let perLine = String(format: "%.1f", due / Double(max(1, found)) * 1e6)
    say("  due 30d     \(text(due)) s  \(found) lines, \(perLine) µs each")
    say("  first ten   \(String(format: "%.2f", ten / 20 * 1e3)) ms")
    try pages()
  }

  // The plan and the pages of the question itself, on a connection that has nothing cached.
  private func pages() throws {
    let queue = try DatabaseQueue(path: "\(directory)/\(Ledger.fileName)")
    try queue.read { database in
      let sql = """
        SELECT key, dueOn FROM line WHERE (dueOn, key) > ('', 0) AND dueOn <= '2026-03-31'
        ORDER BY dueOn, key LIMIT 1000
        """
      let plan = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map {
        $0["detail"] as String
      }
      let rows = try Row.fetchAll(database, sql: sql).count
      let misses = database.pagesRead
      say("  plan        \(plan.joined(separator: "; "))")
      say("  pages read  \(misses) for \(rows) entries of the index")
    }
  }

  private func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  // Of the processor: other programs on the machine change nothing. Waiting for the disk is not in.
  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = usage()
    try work()
    return usage() - start
  }

  private func usage() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func text(_ seconds: Double) -> String { String(format: "%8.3f", seconds) }

  private func peakMemory() -> Int {
    // 0 is RUSAGE_SELF, which Swift imports as another type than it asks for.
    var usage = rusage()
    getrusage(0, &usage)
    return usage.ru_maxrss
  }

  private func fileSize() -> Int {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: "\(directory)/\(Ledger.fileName)")
    return attributes?[.size] as? Int ?? 0
  }
}

extension Database {
  /// Pages that were fetched from the file on this connection.
  fileprivate var pagesRead: Int {
    var current: CInt = 0
    var highest: CInt = 0
    sqlite3_db_status(sqliteConnection, SQLITE_DBSTATUS_CACHE_MISS, &current, &highest, 0)
    return Int(current)
  }
}

/// Time by the clock on the wall.
struct Stopwatch {
  private let start = ContinuousClock.now

  var elapsed: Double {
    let time = ContinuousClock.now - start
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
