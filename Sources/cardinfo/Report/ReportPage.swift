import FoundationEssentials
import Renewal
import Words

/// The page of all lines: what is to be done, the timeline, each line, the sums. It is whole by itself:
/// nothing is fetched, nothing runs.
struct ReportPage {
  private let context: ReportContext
  private var rows: [ReportedLine.Band: (count: Int, rows: HTML)] = [:]
  private var timeline = HTML()
  private var cards = HTML()
  private var summary = ReportSummary()
  private var codes = QRCodes()
  private(set) var count = 0

  init(_ context: ReportContext) { self.context = context }

  /// Takes a line; they come in the order of the page.
  mutating func add(_ line: ReportedLine) {
    count += 1
    var band = rows[line.band] ?? (0, HTML())
    band.count += 1
    if line.band.isToDo { band.rows.add(ToDoRow(line: line, context: context).html(&codes)) }
    rows[line.band] = band
    timeline.add(TimelineRow(line: line, context: context).html)
    cards.add(LineCard(line: line, context: context).html(&codes))
    summary.add(line)
  }

  /// The pieces of the page, in their order.
  var pieces: [HTML] {
    [head, toDo, timelineBand, "<section id=\"lines\"><h2>\(Words("Lines"))</h2>", cards, foot]
  }

  private var head: HTML {
    let sums = Words.listed(
      ReportedLine.Band.allCases.compactMap { band in rows[band].map { band.words($0.count) } })
    let masked: HTML? =
      context.showsIdentifiers
      ? nil : " · \(Words("identifiers are masked; to show them: cardinfo report --show-ids"))"
    return """
      <!doctype html>
      <html lang="\(Language.ofThisRun.tag)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>\(PageStyle.sheet)</head><body>
      <header><h1>\(title)</h1><p class="sums">\(sums)</p>\
      <p class="soft">\(Words("made \(context.now.minuteText(in: context.zone))")) \
      \(context.zone.identifier)\(masked)</p>\
      <nav aria-label="\(Words("parts of this page"))"><a href="#todo">\(Words("To do"))</a> \
      <a href="#timeline">\(Words("Timeline"))</a> <a href="#lines">\(Words("Lines"))</a> \
      <a href="#summary">\(Words("Summary"))</a></nav></header><main>
      """
  }

  private var title: Words { Words("Lines on \(context.today)") }

  private var toDo: HTML {
    let bands = ReportedLine.Band.allCases.compactMap { band -> HTML? in
      guard band.isToDo, let found = rows[band] else { return nil }
      return "<h3>\(band.title)</h3><ul class=\"todo\">\(found.rows)</ul>"
    }
    let empty: HTML = "<p>\(Words("Nothing has to be done within a month."))</p>"
    return """
      <section id="todo"><h2>\(Words("To do"))</h2>\(bands.isEmpty ? empty : HTML(bands))</section>
      """
  }

  private var timelineBand: HTML {
    let scale = TimelineScale(today: context.today)
    return """
      <section id="timeline"><h2>\(Words("Timeline"))</h2>\(scale.html)\
      <div class="timeline">\(scale.axis)<ul class="spans">\(timeline)</ul></div></section>
      """
  }

  private var foot: HTML {
    """
    </section><section id="summary"><h2>\(Words("Summary"))</h2>\(summary.html)</section></main>\
    <footer class="soft">cardinfo \(Version.current)</footer>\(codes.drawings)</body></html>

    """
  }
}

extension ReportedLine.Band {
  /// How many lines there are of it.
  fileprivate func words(_ count: Int) -> Words {
    switch self {
    case .now: Words("\(count) now")
    case .thisWeek: Words("\(count) this week")
    case .thisMonth: Words("\(count) this month")
    case .waiting: Words("\(count) waiting for the carrier")
    case .unknown: Words("\(count) unknown")
    case .later: Words("\(count) fine")
    case .over: Words("\(count) over")
    }
  }

  fileprivate var title: Words {
    switch self {
    case .now: Words("Now")
    case .thisWeek: Words("This week")
    case .thisMonth: Words("This month")
    case .waiting: Words("Waiting for the carrier")
    case .unknown: Words("Not known")
    case .later: Words("Later")
    case .over: Words("Over")
    }
  }
}
