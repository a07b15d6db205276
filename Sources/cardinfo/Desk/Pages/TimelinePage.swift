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
    try ledger.everyWholeLine(working: { _, _, _ in }) { kept, verdict, _ in
      band.add(try lines.next(kept, verdict))
    }
    return DeskPage(
      title: Words("Lines on \(context.today)"), body: band.html, places: band.places
    ).answer(for: visit)
  }
}
