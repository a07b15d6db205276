import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Removes a line and everything that is kept of it, for good: no byte of it stays in the files.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func purge(_ id: Line.ID) throws(LedgerError) {
    try write { database in
      let row = try LineRow.known(database, id)
      try database.execute(sql: "DELETE FROM line WHERE key = ?", arguments: [row.key])
    }
  }
}
