import Words

/// The clocks of all lines beside each other, under a rule of days.
struct TimelineBand {
  private let context: ReportContext
  private var rows = HTML()
  private let axis: HTML
  /// Where the bars are: the page has these rules.
  private(set) var places = DayPlaces()

  init(_ context: ReportContext) {
    self.context = context
    axis = TimelineScale(today: context.today).axis(&places)
  }

  /// Takes a line; they come in the order of the page.
  mutating func add(_ line: ReportedLine) {
    rows.add(TimelineRow(line: line, context: context).html(&places))
  }

  var html: HTML {
    """
    <section id="timeline"><h2>\(Words("Timeline"))</h2>\
    \(TimelineScale(today: context.today).html)\
    <div class="timeline">\(axis)<ul class="spans">\(rows)</ul></div></section>
    """
  }
}
