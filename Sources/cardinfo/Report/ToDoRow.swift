import Carriers
import Renewal
import Words

/// A line that asks for something, in one row that unfolds how to do it.
struct ToDoRow {
  let line: ReportedLine
  let context: ReportContext

  func html(_ codes: inout QRCodes) -> HTML {
    let row: HTML = """
      <span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\(line.row.mark)</span>\
      <span class="when">\(when)</span>\
      <span class="who"><bdi>\(line.row.name)</bdi>\(carrier)</span>\
      <span class="what">\(line.row.what)</span>
      """
    let whole: HTML = """
      <p><a href="\(line.address)">\(Words("everything about this line"))</a></p>
      """
    guard let details = line.details else {
      return """
        <li><div class="row">\(row)</div><div class="how">\(whole)</div></li>
        """
    }
    let guide = GuidePart(guide: details.guide, line: line, context: context).html(&codes)
    return """
      <li><details><summary class="row">\(row)</summary><div class="how">\(guide)\(whole)</div>\
      </details></li>
      """
  }

  private var carrier: HTML? {
    line.carrier.map { "<span class=\"soft\"> · \($0.names.text(in: .ofThisRun))</span>" }
  }

  private var now: Words { Words("now", context: "to be done") }

  private var when: HTML {
    switch line.band {
    case .waiting: return "\(Words("waiting"))"
    case .unknown: return "\(Words("unknown"))"
    case .now, .thisWeek, .thisMonth, .later, .over:
      guard let day = line.row.actBy else { return "\(now)" }
      guard day > context.today else { return "<strong>\(now)</strong>" }
      return "\(Words("by \(day)")) <span class=\"soft\">\(context.distance(to: day))</span>"
    }
  }
}

extension ReportContext {
  /// How far away a day is.
  func distance(to day: CalendarDay) -> Words {
    let days = today.days(to: day)
    if days == 0 { return Words("today") }
    return days > 0
      ? Words(days, one: "in \(days) day", other: "in \(days) days")
      : Words(-days, one: "\(-days) day ago", other: "\(-days) days ago")
  }
}

/// A way that the device which shows the page can take itself.
enum WayLink {
  static func html(of uri: String) -> HTML? {
    guard let address = Address(uri) else { return nil }
    let words =
      if uri.hasPrefix("tel:") { Words("dial it") } else if uri.hasPrefix("sms:") {
        Words("write it")
      } else { Words("open the page") }
    return " <a href=\"\(address)\" rel=\"noreferrer\">\(words)</a>"
  }
}

/// How to do what a line asks for: the shortest way, with a code for a phone where one can be opened.
struct GuidePart {
  let guide: Guide
  let line: ReportedLine
  let context: ReportContext

  func html(_ codes: inout QRCodes) -> HTML {
    let name = line.reference
    var steps: [HTML] = []
    for action in guide.brief {
      let code = action.method?.uri.flatMap { codes.code(of: $0) }
      let link = action.method?.uri.flatMap(WayLink.html(of:))
      let source: HTML? = action.fact.map { fact in
        "<span class=\"soft\">\(Words("(\(fact.source.words(on: context.today)))"))</span>"
      }
      steps.append(
        """
        <li>\(action.sentence(for: name, in: .ofThisRun)) \
        \(source)\(link)\(code)</li>
        """)
    }
    let first: HTML? = guide.first.map { first in
      """
      <p class="first"><strong>\(first.duty.words(on: context.today))</strong><br>\
      \(first.way.sentence(for: name, in: .ofThisRun))</p>
      """
    }
    return "\(first)<ol class=\"steps\">\(steps)</ol>"
  }
}
