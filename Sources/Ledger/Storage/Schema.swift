import FoundationEssentials
import GRDB

/// The tables, and how a file of an earlier version gets them.
///
/// A shipped migration is never changed: the next version adds one, with a test that upgrades a
/// file of each version before it.
enum Schema {
  /// Marks the file as a ledger: "CINF" in ASCII.
  static let applicationID = 0x4349_4E46

  /// Opens a file, once it is known that this version may.
  static func open(_ path: String, patience: TimeInterval) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isOurs = try queue.read(refuseOthers)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    if !isOurs { try claim(queue) }
    if try queue.read({ try !migrator.hasCompletedMigrations($0) }) { try migrator.migrate(queue) }
    return queue
  }

  /// The contents of a file, in memory; the file is brought up to date on the way.
  static func inMemory(_ path: String) throws -> DatabaseQueue {
    let file = try open(path, patience: Ledger.patience)
    // What is in the log goes into the file, and memory has none.
    try file.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    let memory = try DatabaseQueue()
    try file.backup(to: memory)
    try file.close()
    return memory
  }

  /// Marks a new file before anything else is in it: one that a killed program left half made is
  /// then known to be ours, and gets the rest.
  static func claim(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
  }

  // Reads alone, and in one transaction: a file that this version does not know stays as it is, and
  // one that another program is making is seen before or after a step of that. Whether it is marked.
  private static func refuseOthers(_ database: Database) throws -> Bool {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard id == applicationID || objects == 0 else { throw LedgerError.damaged }
    if try migrator.hasBeenSuperseded(database) { throw LedgerError.newerSchema }
    return id == applicationID
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", migrate: makeFirst)
    migrator.registerMigration("2", migrate: giveLinesTheirNumbers)
    migrator.registerMigration("3", migrate: noteWhatWaits)
    migrator.registerMigration("4", migrate: noteWhatIsToBeSent)
    migrator.registerMigration("5", migrate: noteWhatIsLost)
    return migrator
  }

  private static func makeFirst(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(
      sql: """
        -- What lines were judged with: the contents of Judging, as JSON.
        CREATE TABLE judging (
          id INTEGER PRIMARY KEY,
          contents TEXT NOT NULL UNIQUE
        ) STRICT;

        -- Lines, each with the last judgement of it: when it is due, from when on time alone may
        -- change that, when that was found and with what. No judging: to be judged again.
        CREATE TABLE line (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          iccid TEXT UNIQUE,
          json TEXT NOT NULL,
          addedAt REAL NOT NULL,
          dueOn TEXT,
          recheckAt REAL,
          judgedAt REAL,
          judging INTEGER REFERENCES judging
        ) STRICT;
        CREATE INDEX lineByName ON line(name);
        CREATE INDEX lineByDue ON line(dueOn);
        CREATE INDEX lineByJudging ON line(judging, recheckAt, judgedAt);
        CREATE INDEX lineByJudgedAt ON line(judgedAt);

        -- What a line was before each change of its settings.
        CREATE TABLE formerLine (
          line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
          until REAL NOT NULL,
          json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX formerLineByLine ON formerLine(line);

        CREATE TABLE event (
          line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
          id TEXT NOT NULL,
          json TEXT NOT NULL,
          PRIMARY KEY (line, id)
        ) STRICT, WITHOUT ROWID;

        -- Every step of every attempt; the last row of an attempt is how it stands.
        CREATE TABLE attempt (
          key INTEGER PRIMARY KEY,
          line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
          id TEXT NOT NULL,
          savedAt REAL NOT NULL,
          json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attemptByLine ON attempt(line, id);
        CREATE INDEX attemptByID ON attempt(id);

        CREATE TABLE notice (
          line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
          clock TEXT NOT NULL,
          due TEXT NOT NULL,
          threshold INTEGER NOT NULL,
          channel TEXT NOT NULL,
          sentAt REAL NOT NULL,
          PRIMARY KEY (line, clock, due, threshold, channel)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE snapshot (
          key INTEGER PRIMARY KEY,
          readAt REAL NOT NULL,
          json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX snapshotByReadAt ON snapshot(readAt);

        -- What a snapshot is about: the ICCIDs of cards and profiles, and EIDs. In use is the
        -- subscription that its registration is of.
        CREATE TABLE snapshotSubject (
          number TEXT NOT NULL,
          readAt REAL NOT NULL,
          snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
          inUse INTEGER NOT NULL,
          PRIMARY KEY (number, readAt, snapshot)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX snapshotSubjectBySnapshot ON snapshotSubject(snapshot);
        """)
  }

  /// Two numbers can be on one card, and a number moves from card to card: an ICCID is of several
  /// lines, and a line is found by its numbers and by the cards it was on. Events have an order of
  /// their own beside the second in which they were written down.
  private static func giveLinesTheirNumbers(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE newLine (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          iccid TEXT,
          json TEXT NOT NULL,
          addedAt REAL NOT NULL,
          dueOn TEXT,
          recheckAt REAL,
          judgedAt REAL,
          judging INTEGER REFERENCES judging
        ) STRICT;
        INSERT INTO newLine
          SELECT key, id, name, iccid, json, addedAt, dueOn, recheckAt, judgedAt, judging FROM line;
        DROP TABLE line;
        ALTER TABLE newLine RENAME TO line;
        CREATE INDEX lineByName ON line(name, id);
        CREATE INDEX lineByICCID ON line(iccid);
        CREATE INDEX lineByDue ON line(dueOn);
        CREATE INDEX lineByJudging ON line(judging, recheckAt, judgedAt);
        CREATE INDEX lineByJudgedAt ON line(judgedAt);

        -- What a line is found by beside its name and its present card: the ICCID of each card that
        -- it was on ('card'), and the last digits of each number ('number').
        CREATE TABLE reference (
          kind TEXT NOT NULL,
          value TEXT NOT NULL,
          line INTEGER NOT NULL REFERENCES line ON DELETE CASCADE,
          PRIMARY KEY (kind, value, line)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX referenceByLine ON reference(line);

        -- In which order a line's events were written down; 0 for those of version 1.
        ALTER TABLE event ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX eventBySequence ON event(line, sequence);
        """)
  }

  /// Notifications that wait on eUICCs, by the last read that listed them. A card doesn't date them: what
  /// is known is when they were first and last seen. Reads of before are not gone through again: the next
  /// one of each eUICC begins.
  private static func noteWhatWaits(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE waiting (
          eid TEXT NOT NULL,
          number INTEGER NOT NULL,
          firstSeen REAL NOT NULL,
          lastSeen REAL NOT NULL,
          json TEXT NOT NULL,
          PRIMARY KEY (eid, number)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// Notices are kept before they are sent as well, and say what has to be done; some are about an eUICC and
  /// no line.
  private static func noteWhatIsToBeSent(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE newNotice (
          key INTEGER PRIMARY KEY,
          line INTEGER REFERENCES line ON DELETE CASCADE,
          eid TEXT,
          duty TEXT NOT NULL,
          clock TEXT NOT NULL,
          due TEXT NOT NULL,
          threshold INTEGER NOT NULL,
          channel TEXT NOT NULL,
          intendedAt REAL NOT NULL,
          sentAt REAL
        ) STRICT;
        INSERT INTO newNotice
          SELECT NULL, line, NULL, '', clock, due, threshold, channel, sentAt, sentAt FROM notice;
        DROP TABLE notice;
        ALTER TABLE newNotice RENAME TO notice;
        CREATE UNIQUE INDEX noticeOnce ON notice(
          coalesce(line, 0), coalesce(eid, ''), duty, clock, due, channel, threshold);
        CREATE INDEX noticeByLine ON notice(line);

        -- Lines of which no notices are wanted, until a moment or, where there is none, at all.
        CREATE TABLE hush (
          line INTEGER PRIMARY KEY REFERENCES line ON DELETE CASCADE,
          until REAL
        ) STRICT;

        -- How channels have done: how often in a row they failed, when to try again, when they last sent.
        CREATE TABLE delivery (
          channel TEXT PRIMARY KEY,
          failures INTEGER NOT NULL,
          retryAt REAL,
          sentAt REAL
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// What is lost asks for nothing any more, so that no day of what is due finds it: a line's last judgement says
  /// the last day that it had as well.
  private static func noteWhatIsLost(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE line ADD COLUMN lostOn TEXT;
        CREATE INDEX lineByLoss ON line(lostOn) WHERE lostOn IS NOT NULL;
        UPDATE line SET judging = NULL;
        """)
  }
}
