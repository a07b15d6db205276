import Carriers
import Ledger
import Renewal
import Words

/// Every line in one row, and sums over them.
struct LinesPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let context = try visit.context(ledger, detailed: 0)
    var rows = HTML()
    var summary = ReportSummary()
    let lines = ReportedLines(ledger, context)
    try ledger.everyWholeLine(working: { try lines.line(at: $0, $1, $2) }) { _, _, reported in
      rows.add(row(reported, context))
      summary.add(reported)
    }
    return DeskPage(
      title: Words("Lines"),
      body: """
        <ul class="rows">\(rows)</ul><section id="summary"><h2>\(Words("Summary"))</h2>\
        \(summary.html)</section>
        """
    ).answer(for: visit)
  }

  private func row(_ line: ReportedLine, _ context: ReportContext) -> HTML {
    let carrier: HTML? = line.carrier.map {
      "<span class=\"soft\"> · \($0.names.text(in: .ofThisRun))</span>"
    }
    return """
      <li><span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\(line.row.mark)</span> \
      <a href="\(line.address)"><bdi>\(line.row.name)</bdi></a>\(carrier) \
      <span class="soft">\(LineCard(line: line, context: context).summary)</span></li>
      """
  }
}
