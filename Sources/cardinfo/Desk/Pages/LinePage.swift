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
    var card = LineCard(line: line, context: context)
    card.actions = { undo($0, reference) }
    let body = card.unfolded(&codes)
    return DeskPage(
      title: Words(verbatim: line.row.name), body: "\(ways(reference))\(body)",
      summary: """
        <p class="sums"><span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\
        \(line.row.mark)</span> \(card.summary)</p>
        """, codes: codes
    ).answer(for: visit)
  }

  /// What takes an event back, folded up: two steps, so that none is undone by a slip.
  private func undo(_ event: Event, _ reference: String) -> HTML {
    let form = DeskForm(
      visit: visit, action: .page("/log"),
      hidden: [("of", reference), ("what", "undo"), ("event", event.id)],
      fields: [
        """
        <label><span>\(Words("note"))</span><input type="text" name="note" autocomplete="off"></label>
        """
      ], buttons: [(Words("Undo it"), nil)])
    return """
      <details class="undo"><summary>\(Words("undo"))</summary>\
      <p class="soft">\(Words("It stays in the history, as undone."))</p>\(form.html)</details>
      """
  }

  private func ways(_ reference: String) -> HTML {
    let ways: [(Address, Words)] = [
      (.page("/log", "of", reference), Words("Record what happened")),
      (.page("/reply", "of", reference), Words("Paste what the carrier wrote")),
      (.page("/renew", "of", reference), Words("Renewal")),
      (.page("/guide", "of", reference), Words("How to renew it")),
    ]
    let links = ways.map { address, words -> HTML in "<a href=\"\(address)\">\(words)</a>" }
    return "<p class=\"ways\">\(links)</p>"
  }
}
