import Ledger
import Words

/// The clocks of all lines.
struct TimelinePage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let context = try visit.context(ledger, detailed: 0)
    var band = TimelineBand(context)
    let lines = ReportedLines(ledger, context)
    try ledger.everyWholeLine(working: { try lines.line(at: $0, $1, $2) }) { _, _, line in
      band.add(line)
    }
    return DeskPage(
      title: Words("Lines on \(context.today)"), body: band.html, places: band.places
    ).answer(for: visit)
  }
}
