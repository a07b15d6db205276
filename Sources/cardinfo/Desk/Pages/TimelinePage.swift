import Ledger
import Words

/// The clocks of all lines.
struct TimelinePage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let context = try visit.context(ledger, detailed: 0)
    var band = TimelineBand(context)
    var lines = ReportedLines(ledger, context)
    try ledger.everyLine { line, verdict in
      band.add(try lines.next(line, verdict))
    }
    return DeskPage(
      title: Words("Lines on \(context.today)"), body: band.html, places: band.places
    ).answer(for: visit)
  }
}
