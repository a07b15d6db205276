public import CardState
public import FoundationEssentials
import GRDB
public import Renewal
import Synchronization

/// What is kept of lines: themselves, what happened to them, what their cards said, how they were
/// renewed, and which notices went out.
///
/// It is one SQLite file in a directory of its owner. Every call is one transaction: it is done, or
/// nothing of it is. Times are kept to the second. Several programs can have it open at once; one
/// that waits for longer than ``patience`` for another to finish writing gets
/// ``LedgerError/Code/locked``.
public final class Ledger: Sendable {
  /// The file's name in its directory.
  public static let fileName = "ledger.sqlite"
  /// How long to wait for another program that writes, in seconds.
  public static let patience: TimeInterval = 5

  /// What lines are judged with.
  public let judging: Judging
  let queue: DatabaseQueue
  /// How often this program wrote something that a judgement may follow from.
  private let writes = Atomic<Int>(0)
  /// Whether it can't be written, and ``queue`` is a copy of it in memory.
  public let isReadOnly: Bool

  /// Opens the ledger of a directory, or makes both.
  ///
  /// - Parameters:
  ///   - directory: its path; made with mode 0700, with the directories above it.
  ///   - judging: what lines are judged with.
  /// - Throws: ``LedgerError``, before anything is written, when the directory or the file can be
  ///   read by others, belongs to somebody else, can't be written, or holds something else.
  public convenience init(directory: String, judging: Judging) throws(LedgerError) {
    try self.init(directory: directory, judging: judging, patience: Self.patience)
  }

  init(directory: String, judging: Judging, patience: TimeInterval) throws(LedgerError) {
    self.judging = judging
    let place = LedgerDirectory(path: directory)
    try place.prepare()
    queue = try place.alone(patience: patience) { try Schema.open(place.file, patience: patience) }
    isReadOnly = false
  }

  /// Opens the ledger of a directory that has one, and makes nothing. One that can't be written is
  /// copied into memory, and whatever would change it throws ``LedgerError/Code/readOnly``.
  ///
  /// - Throws: ``LedgerError``: ``LedgerError/Code/missing`` where there is none, else what
  ///   ``init(directory:judging:)`` throws.
  public convenience init(existingIn directory: String, judging: Judging) throws(LedgerError) {
    try self.init(existingIn: directory, judging: judging, patience: Self.patience)
  }

  init(
    existingIn directory: String, judging: Judging, patience: TimeInterval
  ) throws(LedgerError) {
    self.judging = judging
    let place = LedgerDirectory(path: directory)
    isReadOnly = try !place.isWritable()
    queue =
      isReadOnly
      ? try attempting { try ReadOnlyCopy(of: place.file).open() }
      : try place.alone(patience: patience) { try Schema.open(place.file, patience: patience) }
  }

  /// A ledger in memory, gone with its last user: to see what would come of something.
  ///
  /// - Parameter judging: what lines are judged with.
  public init(inMemoryFor judging: Judging) throws(LedgerError) {
    self.judging = judging
    isReadOnly = false
    queue = try attempting {
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      return queue
    }
  }

  /// Reads in one transaction.
  func read<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try attempting {
      // GRDB's own way to read sets and clears a flag that has SQLite compile every statement again.
      try queue.writeWithoutTransaction { database in
        var found: Result?
        try database.inTransaction(.deferred) {
          found = try body(database)
          return .commit
        }
        guard let found else { throw LedgerError.damaged }
        return found
      }
    }
  }

  /// Writes in one transaction: all of it, or nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try refuseReadOnly()
    writes.add(1, ordering: .relaxed)
    return try attempting { try queue.write(body) }
  }

  /// Writes what no judgement follows from, in one transaction.
  ///
  /// - Parameter isSafe: whether it has reached the disk then. What has not outlives this program, and is lost
  ///   where the power goes before the next thing that is written safely.
  func writeAside(isSafe: Bool, _ body: (Database) throws -> Void) throws(LedgerError) {
    try refuseReadOnly()
    try attempting {
      guard !isSafe else { return try queue.write(body) }
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        let outcome = Result {
          try database.inTransaction(.immediate) {
            try body(database)
            return .commit
          }
        }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try outcome.get()
      }
    }
  }

  /// What stands for all that judgements follow from: the same twice where nothing was written in between, by
  /// this program or another one.
  public func edition() throws(LedgerError) -> Edition {
    let own = writes.load(ordering: .relaxed)
    return try read { database in
      guard let others = try Int.fetchOne(database, sql: "PRAGMA data_version") else {
        throw LedgerError.damaged
      }
      return Edition(others: others, own: own)
    }
  }

  /// See ``edition()``.
  public struct Edition: Equatable, Sendable {
    fileprivate let others: Int
    fileprivate let own: Int
  }

  /// Writes what only helps to find lines: also in the copy of a ledger that can't be written.
  func writeIndex<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try attempting { try queue.write(body) }
  }

  /// Keeps what would change the ledger from changing a copy alone.
  func refuseReadOnly() throws(LedgerError) {
    if isReadOnly { throw .readOnly }
  }
}

/// Does something, and says what went wrong in the ledger's words.
func attempting<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
  do {
    return try body()
  } catch {
    throw LedgerError(error)
  }
}

/// What lines are judged with, beside what the ledger keeps of them.
public struct Judging: Sendable {
  /// The carriers' rules.
  public var rules: RuleBook
  /// The person's zone, for clocks without one.
  public var zone: TimeZone
  /// What stands for the way of judging, such as the program's version: another one makes the
  /// ledger judge its lines anew.
  public var edition: String
  /// The clock.
  public var now: @Sendable () -> Date
  /// What a read says about a line; the place to tell which messages are its carrier's.
  public var reading: @Sendable (Line, CardSnapshot) -> CardReading
  /// What is known of a line's carrier, by its rule or by the read of its card.
  public var hints: @Sendable (Line, CardSnapshot) -> CarrierHints

  /// What lines are judged with.
  public init(
    rules: RuleBook, zone: TimeZone, edition: String, now: @escaping @Sendable () -> Date,
    reading: @escaping @Sendable (Line, CardSnapshot) -> CardReading = { CardReading($1) },
    hints: @escaping @Sendable (Line, CardSnapshot) -> CarrierHints = { _, _ in CarrierHints() }
  ) {
    self.rules = rules
    self.zone = zone
    self.edition = edition
    self.now = now
    self.reading = reading
    self.hints = hints
  }
}
