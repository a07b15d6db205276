import Ledger
import Renewal
import Words

/// One line: where it stands, what next, why, what happened, and what can be done.
struct LinePage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let (line, context) = try visit.reported(try visit.line(in: ledger), ledger)
    return try page(of: line, in: context, reference: ledger.reference(of: line.line.id))
  }

  private func page(of line: ReportedLine, in context: ReportContext, reference: String) throws
    -> WebAnswer
  {
    var codes = QRCodes()
    let card = LineCard(line: line, context: context)
    let body = card.unfolded(&codes)
    return DeskPage(
      title: Words(verbatim: line.row.name), body: "\(ways(reference))\(body)",
      summary: """
        <p class="sums"><span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\
        \(line.row.mark)</span> \(card.summary)</p>
        """, codes: codes
    ).answer(for: visit)
  }

  private func ways(_ reference: String) -> HTML {
    let ways: [(Address, Words)] = [
      (.page("/log", "of", reference), Words("Record what happened")),
      (.page("/reply", "of", reference), Words("Paste what the carrier wrote")),
      (.page("/guide", "of", reference), Words("How to renew it")),
    ]
    let links = ways.map { address, words -> HTML in "<a href=\"\(address)\">\(words)</a>" }
    return "<p class=\"ways\">\(links)</p>"
  }
}
