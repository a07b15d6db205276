import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Keeps how far an attempt has come. The steps before are kept as well.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``; ``LedgerError/Code/differentAttempt`` when the
  ///   ledger has it further along, or has one with this identifier of another line or time.
  public func save(_ attempt: RenewalAttempt) throws(LedgerError) {
    let moment = judging.now()
    try write { database in
      let row = try LineRow.known(database, attempt.line)
      _ = try AttemptRow.save(database, attempt, of: row.key, at: moment)
    }
  }

  /// The attempts to renew a line as they stand, the last planned first.
  public func attempts(of id: Line.ID) throws(LedgerError) -> [RenewalAttempt] {
    try read { database in
      guard let row = try LineRow.find(database, id) else { return [] }
      return try AttemptRow.all(database, of: row.key)
    }
  }

  /// The last attempt of each line, where it was submitted and not heard of since, or failed.
  public func renewalsLeftOpen() throws(LedgerError) -> [RenewalAttempt] {
    try read { database in
      var last: [Line.ID: RenewalAttempt] = [:]
      for json in try String.fetchAll(database, sql: AttemptRow.standingOfAll) {
        let attempt = try StoredJSON.value(RenewalAttempt.self, json)
        if let other = last[attempt.line],
          (other.plannedAt, other.id) > (attempt.plannedAt, attempt.id)
        {
          continue
        }
        last[attempt.line] = attempt
      }
      return last.values.filter(\.isLeftOpen)
        .sorted { ($0.plannedAt, $0.id) < ($1.plannedAt, $1.id) }
    }
  }

  /// The last attempt of one line, where it was submitted and not heard of since, or failed.
  public func renewalLeftOpen(of id: Line.ID) throws(LedgerError) -> RenewalAttempt? {
    try attempts(of: id).first.flatMap { $0.isLeftOpen ? $0 : nil }
  }

  /// Every step of an attempt, the first one first.
  public func steps(of attempt: RenewalAttempt.ID) throws(LedgerError) -> [RenewalAttempt] {
    try read { try AttemptRow.steps($0, of: attempt) }
  }
}

/// Rows of the table of attempts.
enum AttemptRow {
  /// The attempts of a line as they stand.
  static let standing = """
    SELECT json FROM attempt WHERE key IN (SELECT max(key) FROM attempt WHERE line = ? GROUP BY id)
    """

  /// The attempts of all lines as they stand.
  static let standingOfAll = """
    SELECT json FROM attempt WHERE key IN (SELECT max(key) FROM attempt GROUP BY id)
    """

  /// Whether it is a new step; false where it stands like that already.
  static func save(
    _ database: Database, _ attempt: RenewalAttempt, of line: Int64, at moment: Date
  ) throws -> Bool {
    let json = try StoredJSON.text(attempt)
    let attempt = try StoredJSON.value(RenewalAttempt.self, json)
    if let last = try steps(database, of: attempt.id).last {
      if last == attempt { return false }
      guard last.line == attempt.line, last.plannedAt == attempt.plannedAt,
        !last.phase.isClosed, last.phase.rank <= attempt.phase.rank
      else { throw LedgerError.differentAttempt }
    }
    try database.cachedStatement(
      sql: "INSERT INTO attempt(line, id, savedAt, json) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [line, attempt.id, moment.timeIntervalSince1970.rounded(.down), json])
    return true
  }

  static func steps(
    _ database: Database, of id: RenewalAttempt.ID
  ) throws -> [RenewalAttempt] {
    let statement = try database.cachedStatement(
      sql: "SELECT json FROM attempt WHERE id = ? ORDER BY key")
    return try String.fetchAll(statement, arguments: [id])
      .map { try StoredJSON.value(RenewalAttempt.self, $0) }
  }

  static func all(_ database: Database, of line: Int64) throws -> [RenewalAttempt] {
    let statement = try database.cachedStatement(sql: standing)
    return try String.fetchAll(statement, arguments: [line])
      .map { try StoredJSON.value(RenewalAttempt.self, $0) }
      .sorted { ($0.plannedAt, $0.id) > ($1.plannedAt, $1.id) }
  }
}

extension [RenewalAttempt] {
  /// When the one was paid or sent that is under way.
  var submittedAt: Date? { first { $0.phase == .submitted }?.submittedAt }
}

extension RenewalAttempt {
  fileprivate var isLeftOpen: Bool { phase == .submitted || phase == .failed }
}

extension RenewalAttempt.Phase {
  fileprivate var isClosed: Bool { self == .confirmed || self == .failed }

  fileprivate var rank: Int {
    switch self {
    case .planned: 0
    case .submitted, .unconfirmed: 1
    case .confirmed, .failed: 2
    }
  }
}
