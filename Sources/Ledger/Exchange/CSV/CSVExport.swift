import FoundationEssentials
import GRDB
import Renewal

/// Writes lines, their events and their attempts as a table.
struct CSVExport {
  let ledger: Ledger
  let write: (Data) throws -> Void

  func run() throws {
    try put([LineTable.exported.map { CSVRecord.Field.written($0) }.joined(separator: ",")])
    try ledger.forEachKeptLine { database, row in
      let line = try row.line()
      var rows = [try Self.row(of: line)]
      rows += try EventRow.all(database, of: row.key).map { Self.row(of: $0, line.id) }
      rows += try AttemptRow.all(database, of: row.key).sorted { $0.id < $1.id }
        .map(Self.row(of:))
      return try rows.map { try text(of: $0) }
    } write: {
      try put($0)
    }
  }

  private func put(_ rows: [String]) throws {
    try write(Data(rows.map { $0 + "\r\n" }.joined().utf8))
  }

  private func text(of row: Row) throws -> String {
    LineTable.exported.map { CSVRecord.Field.written(row[$0].map(FormulaGuard.written)) }
      .joined(separator: ",")
  }

  private typealias Row = [String: String]

  private static func row(of line: Line) throws -> Row {
    var row = try line.cells().filter { LineTable.exported.contains($0.key) }
    row[LineTable.record] = "line"
    row[LineTable.id] = line.id
    return row
  }

  private static func row(of event: Event, _ line: Line.ID) -> Row {
    var row = [LineTable.record: "event", LineTable.id: line, "event": event.id]
    row["kind"] = event.kind.rawValue
    row["on"] = event.on.text
    row["recordedAt"] = event.recordedAt.formatted(.iso8601)
    row["amount"] = event.amount?.amount.description
    row["currency"] = event.amount?.currency.rawValue
    row["term"] = event.term.map { String($0.n) }
    row["termUnit"] = event.term?.unit.rawValue
    row["date"] = event.date?.description
    row["volume"] = event.volume?.figure
    row["volumeUnit"] = event.volume?.unit.rawValue
    row["origin"] = event.origin?.rawValue
    row["words"] = event.words
    row["counterpart"] = event.counterpart?.rawValue
    row["clock"] = event.clock
    row["undoes"] = event.undoes
    row["note"] = event.note
    return row
  }

  private static func row(of attempt: RenewalAttempt) -> Row {
    var row = [LineTable.record: "attempt", LineTable.id: attempt.line, "attempt": attempt.id]
    row["clock"] = attempt.clock
    row["amount"] = attempt.amount?.amount.description
    row["currency"] = attempt.amount?.currency.rawValue
    row["channel"] = attempt.channel?.rawValue
    row["patience"] = String(attempt.patience)
    row["phase"] = attempt.phase.rawValue
    row["plannedAt"] = attempt.plannedAt.formatted(.iso8601)
    row["submittedAt"] = attempt.submittedAt?.formatted(.iso8601)
    row["closedAt"] = attempt.closedAt?.formatted(.iso8601)
    row["confirmation"] = attempt.confirmation?.rawValue
    row["failure"] = attempt.failure?.rawValue
    return row
  }
}

extension Occurrence {
  fileprivate var text: String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment): moment.formatted(.iso8601)
    }
  }
}
