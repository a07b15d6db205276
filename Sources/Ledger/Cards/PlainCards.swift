import CardState
public import FoundationEssentials
import GRDB

extension Ledger {
  /// For how long a search for eUICCs that found none is believed, in seconds: 90 days. What was wrong is
  /// found out then.
  public static let believesSearch: TimeInterval = 90 * 86_400

  /// Whether a card is known to be no eUICC: the last kept read of it that searched for eUICCs came to the
  /// end of the search and found none.
  ///
  /// The card is one with this ICCID and this answer to reset: a profile on an eUICC can have the number of
  /// a SIM before it. A search that met any failure is not believed, nor one from a time to come.
  ///
  /// - Parameters:
  ///   - iccid: EF.ICCID.
  ///   - answerToReset: As hexadecimal.
  public func knowsAsPlain(
    iccid: String, answerToReset: String
  ) throws(LedgerError) -> Bool {
    let now = judging.now()
    return try read { database in
      let forms = ICCIDForms(iccid).all
      let row = try SnapshotRow.fetchOne(
        database,
        sql: """
          SELECT key, json FROM snapshotSubject JOIN snapshot ON key = snapshot
          WHERE number IN (\(databaseQuestionMarks(count: forms.count)))
          AND json ->> 'euiccSearch' IN ('whole', 'brief')
          ORDER BY snapshotSubject.readAt DESC, key DESC LIMIT 1
          """, arguments: StatementArguments(forms))
      guard let snapshot = try row?.snapshot() else { return false }
      let age = now.timeIntervalSince(snapshot.readAt)
      // The ledger keeps whole seconds.
      return snapshot.atr == answerToReset && snapshot.iccid == iccid && snapshot.euiccs.isEmpty
        && snapshot.unread == nil && (-1...Self.believesSearch).contains(age)
    }
  }
}
