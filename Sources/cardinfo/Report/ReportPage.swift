import FoundationEssentials
import Renewal
import Words

/// The page of all lines: what is to be done, the timeline, each line, the sums. It is whole by itself:
/// nothing is fetched, nothing runs.
struct ReportPage {
  private let context: ReportContext
  private var toDo = ToDoBand()
  private var timeline: TimelineBand
  private var cards = HTML()
  private var summary = ReportSummary()
  private var codes = QRCodes()
  private(set) var count = 0

  init(_ context: ReportContext) {
    self.context = context
    timeline = TimelineBand(context)
  }

  /// Takes a line; they come in the order of the page.
  mutating func add(_ line: ReportedLine) {
    count += 1
    toDo.add(line, context, &codes)
    timeline.add(line)
    cards.add(LineCard(line: line, context: context).html(&codes))
    summary.add(line)
  }

  /// The pieces of the page, in their order.
  var pieces: [HTML] {
    [
      head, toDo.html, timeline.html, "<section id=\"lines\"><h2>\(Words("Lines"))</h2>", cards,
      foot,
    ]
  }

  private var head: HTML {
    let masked: HTML? =
      context.showsIdentifiers
      ? nil : " · \(Words("identifiers are masked; to show them: cardinfo report --show-ids"))"
    return """
      <!doctype html>
      <html lang="\(Language.ofThisRun.tag)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title><style>
      \(PageStyle.rules)\(timeline.places.rules)</style></head><body>
      <header><h1>\(title)</h1><p class="sums">\(toDo.sums)</p>\
      <p class="soft">\(Words("made \(context.now.minuteText(in: context.zone))")) \
      \(context.zone.identifier)\(masked)</p>\
      <nav aria-label="\(Words("parts of this page"))"><a href="#todo">\(Words("To do"))</a> \
      <a href="#timeline">\(Words("Timeline"))</a> <a href="#lines">\(Words("Lines"))</a> \
      <a href="#summary">\(Words("Summary"))</a></nav></header><main>
      """
  }

  private var title: Words { Words("Lines on \(context.today)") }

  private var foot: HTML {
    """
    </section><section id="summary"><h2>\(Words("Summary"))</h2>\(summary.html)</section></main>\
    <footer class="soft">cardinfo \(Version.current)</footer>\(codes.drawings)</body></html>

    """
  }
}
