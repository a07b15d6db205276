import ArgumentParser
import FoundationEssentials
import Ledger
import Words

/// Imports a table, as `cardinfo line import` does: what becomes of each row is shown first, and then the
/// table that was looked at is imported.
struct ImportPage {
  let visit: Visit

  /// Bytes of a table.
  static let longest = 4 << 20
  /// Rows that are shown of one.
  private static let mostRows = 500

  func answer() throws -> WebAnswer {
    guard visit.request.method == "POST" else { return page() }
    do {
      if let mark = visit.request.field("table") { return try take(mark) }
      guard let bytes = visit.request.file("file") ?? visit.request.file("text") else {
        throw Problem(.inputMalformed, Words("there is no table to take in"))
      }
      let isJSON = bytes.first { $0 > 0x20 }.map { $0 == 0x7B || $0 == 0x5B } ?? false
      let format: ExchangeFormat = isJSON ? .json : .csv
      let mark = Token()
      let found = try run(bytes, format, isRehearsal: true)
      visit.service.table = (mark, bytes, format)
      return preview(found, mark)
    } catch {
      return page(above: DeskForm.problem(Visit.problem(error)), status: 422)
    }
  }

  private func take(_ mark: String) throws -> WebAnswer {
    guard let table = visit.service.table, table.mark.isKnown(as: mark) else {
      throw Problem(
        .inputMalformed, Words("another table was looked at since, so nothing was imported"))
    }
    visit.service.table = nil
    let found = try run(table.bytes, table.format, isRehearsal: false)
    visit.service.gate.sessions.leave(found.report.sentence, for: visit.session)
    return .other(.page("/lines"))
  }

  /// What came of a table.
  private struct Found {
    var report = ImportReport()
    var rows: [(sentence: Words, isBad: Bool)] = []
    var warnings: [Words] = []
    var refused = 0
    var rowCount = 0
  }

  private func run(_ bytes: [UInt8], _ format: ExchangeFormat, isRehearsal: Bool) throws -> Found {
    let place = visit.service.ledger.ledger.map { ["--ledger=\($0)"] } ?? []
    let command = try LineImport.parse(place + (isRehearsal ? ["--dry-run"] : []) + ["-"])
    let ledger = try command.openLedger()
    var found = Found()
    var rest = bytes[...]
    do {
      found.report = try ledger.importLines(
        from: format, reading: command.reading, isStrict: true, isRehearsal: isRehearsal,
        at: Date(),
        report: { problem in
          if !problem.isWarning { found.refused += 1 }
          if found.warnings.count < 100 { found.warnings.append(problem.sentence) }
        },
        row: { row in
          found.rowCount += 1
          guard found.rows.count < Self.mostRows else { return }
          let isBad = if case .refused = row.outcome { true } else { false }
          found.rows.append((row.sentence, isBad))
        },
        read: {
          let piece = Data(rest.prefix(1 << 16))
          rest = rest.dropFirst(piece.count)
          return piece
        })
    } catch let error as LedgerError
      where error.code == .refusedImport && isRehearsal && found.refused > 0
    {
      // The rows tell why.
    }
    if !isRehearsal { try ledger.judgeAgain { _, _ in } }
    return found
  }

  private func preview(_ found: Found, _ mark: Token) -> WebAnswer {
    let rows = found.rows.map { sentence, isBad -> HTML in
      isBad
        ? "<li class=\"critical\"><bdi>\(sentence)</bdi></li>" : "<li><bdi>\(sentence)</bdi></li>"
    }
    let more: HTML? =
      found.rowCount > found.rows.count
      ? "<p class=\"soft\">\(Words("and \(found.rowCount - found.rows.count) more"))</p>" : nil
    let warnings = found.warnings.map { warning -> HTML in "<li>\(warning)</li>" }
    let warned: HTML? =
      warnings.isEmpty ? nil : "<h2>\(Words("What looks wrong"))</h2><ul>\(warnings)</ul>"
    let form =
      DeskForm(
        visit: visit, action: .page("/import"), hidden: [("table", mark.text)],
        buttons: [(Words("Import it"), nil)]
      ).html
    let end: HTML =
      found.refused > 0
      ? """
      <p class="problem" role="alert">\
      \(Words("One bad row, and nothing is imported: correct the table, and look at it again."))</p>
      """ : form
    return DeskPage(
      title: Words("What becomes of each row"),
      body: """
        <p class="soft">\(Words("Nothing is imported yet."))</p>\(warned)\
        <ol class="rows">\(rows)</ol>\(more)\(end)<p><a href="/import">\(Words("Another table"))</a></p>
        """
    ).answer(for: visit)
  }

  private func page(above: HTML? = nil, status: Int = 200) -> WebAnswer {
    let file: HTML = """
      <label><span>\(Words("a file: CSV as a spreadsheet writes it, or what cardinfo line export wrote"))</span>\
      <input type="file" name="file"></label>
      """
    let text: HTML = """
      <label><span>\(Words("or its text"))</span><textarea name="text" rows="6"></textarea></label>
      """
    let form = DeskForm(
      visit: visit, action: .page("/import"), fields: [file, text],
      buttons: [(Words("Show what becomes of each row"), nil)], takesFile: true)
    return DeskPage(
      title: Words("Import a table of lines"),
      body: """
        \(above)<p>\(Words("It needs a column for the name or the number; see \(Manual.page("import"))."))</p>\
        \(form.html)
        """
    ).answer(for: visit, status: status)
  }
}
