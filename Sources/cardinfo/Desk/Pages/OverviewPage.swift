import Ledger
import Renewal
import Words

/// What has to be done, the soonest first; each row unfolds how.
struct OverviewPage {
  let visit: Visit

  /// How many rows of a kind there are at most: the rest is on the page of lines.
  private static let most = 200

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let context = try visit.context(ledger, detailed: 100)
    var band = ToDoBand(most: Self.most)
    var codes = QRCodes()
    var lines = ReportedLines(ledger, context)
    let open = Dictionary(grouping: try ledger.renewalsLeftOpen(), by: \.line)
    var isEmpty = true
    try ledger.everyLine { line, verdict in
      isEmpty = false
      // Most lines of very many ask for nothing now: of these it is enough to know that.
      let row = OverviewRow(
        line, verdict, open[line.id] ?? [], context.today, context.zone)
      let kind = ReportedLine.Band(row, listedOn: verdict.listedOn, today: context.today)
      if !band.count(kind) {
        band.add(try lines.next(try ledger.wholeLine(line.id), verdict), context, &codes)
      }
    }
    guard !isEmpty else { return DeskPage.empty(visit) }
    let cards = try CardsPage(visit: visit).column { try ledger.reference(of: $0) }
    return DeskPage(
      title: Words("Lines on \(context.today)"),
      body: "\(cards)\(band.html)",
      summary: "<p class=\"sums\">\(band.sums)</p>", codes: codes
    ).answer(for: visit)
  }
}
