import Card
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// The readers with the cards in them: a column of a page, and by itself for the script that renews it.
struct CardsPage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    DeskPage(
      title: Words("Cards"), body: column(try visit.service.ledger.openIfThere())
    ).answer(for: visit)
  }

  func column(_ ledger: Ledger?) -> HTML {
    let (readers, problem) = visit.service.cards.now
    let found = readers.map { reader($0, ledger) }
    let none: HTML? =
      readers.allSatisfy { $0.card == nil && $0.problems.isEmpty } && problem == nil
      ? "<p>\(Words("Insert a card: it is read, and shown here."))</p>" : nil
    let broken: HTML? = problem.map { problem in
      let next: HTML? = problem.nextStep.map { "<p class=\"soft\">\($0)</p>" }
      return "<p>\(problem.sentence)</p>\(next)"
    }
    return """
      <aside id="cards" aria-live="polite" aria-labelledby="cards-title">\
      <h2 id="cards-title">\(Words("In the readers"))</h2>\(broken)\(none)\(found)</aside>
      """
  }

  private func reader(_ reader: DeskCards.Reader, _ ledger: Ledger?) -> HTML {
    let problems = reader.problems.map { problem -> HTML in
      "<li><span class=\"mark critical\" aria-hidden=\"true\">✖</span> \(problem.sentence)</li>"
    }
    guard let whole = reader.card else {
      let empty: HTML? =
        problems.isEmpty ? "<li class=\"soft\">\(Words("no card"))</li>" : nil
      return "<h3><bdi>\(reader.name)</bdi></h3><ul>\(problems)\(empty)</ul>"
    }
    let report = visit.service.showsIdentifiers ? whole : whole.redacted()
    let row = CardRow(report)
    let identity: HTML =
      """
      <li><bdi>\(row.carrier ?? row.iccid ?? Words("a card without an ICCID").text)</bdi></li>
      """
    let lines = (whole.lines ?? []).map { line($0, ledger) }
    let profiles = report.card.euiccs.compactMap(\.profiles).joined().map { profile -> HTML in
      let isOn = profile.state == .enabled
      let name = profile.nickname ?? profile.serviceProvider ?? profile.name ?? profile.iccid ?? ""
      return """
        <li><span class="mark" aria-hidden="true">\(isOn ? "●" : "○")</span> <bdi>\(name)</bdi> \
        <span class="soft">\(isOn ? Words("enabled") : Words("disabled"))</span></li>
        """
    }
    return """
      <h3><bdi>\(reader.name)</bdi></h3><ul>\(identity)\(lines)\(profiles)\(problems)</ul>
      """
  }

  private func line(_ line: LineOnCard, _ ledger: Ledger?) -> HTML {
    guard let tracked = line.tracked else {
      return "<li class=\"soft\">\(Words("not tracked"))</li>"
    }
    let shown = visit.service.showsIdentifiers ? tracked.line : tracked.line.masked
    let verdict = VerdictText(
      verdict: tracked.verdict, events: tracked.events, zone: .current)
    let reference = ledger.flatMap { try? $0.reference(of: tracked.line.id) } ?? ""
    return """
      <li><span class="mark \(tracked.verdict.severity.rawValue)" aria-hidden="true">\
      \(tracked.verdict.severity.mark)</span> \
      <a href="\(Address.page("/line", "of", reference))"><bdi>\(shown.name)</bdi></a> \
      <span class="soft">\(verdict.summary)</span></li>
      """
  }
}
