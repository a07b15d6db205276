import Words

/// What is to be done, by when it is: the sums, and a row a line.
struct ToDoBand {
  private var rows: [ReportedLine.Band: (count: Int, shown: Int, rows: HTML)] = [:]
  /// How many lines of a kind have a row; nil for all.
  private let most: Int?

  init(most: Int? = nil) { self.most = most }

  /// Takes a line; they come in the order of the page.
  mutating func add(_ line: ReportedLine, _ context: ReportContext, _ codes: inout QRCodes) {
    var band = rows[line.band] ?? (0, 0, HTML())
    band.count += 1
    if line.band.isToDo, most.map({ band.shown < $0 }) ?? true {
      band.rows.add(ToDoRow(line: line, context: context).html(&codes))
      band.shown += 1
    }
    rows[line.band] = band
  }

  /// Takes a line that has no row of its own, as it has nothing to be done or there are rows enough.
  ///
  /// - Returns: False where it is to have one.
  mutating func count(_ kind: ReportedLine.Band) -> Bool {
    let band = rows[kind] ?? (0, 0, HTML())
    guard !kind.isToDo || most.map({ band.shown >= $0 }) ?? false else { return false }
    rows[kind] = (band.count + 1, band.shown, band.rows)
    return true
  }

  /// How many lines there are of each kind.
  var sums: Words {
    Words.listed(
      ReportedLine.Band.allCases.compactMap { band in rows[band].map { band.words($0.count) } })
  }

  var html: HTML {
    let bands = ReportedLine.Band.allCases.compactMap { band -> HTML? in
      guard band.isToDo, let found = rows[band] else { return nil }
      let rest: HTML? =
        found.count > found.shown
        ? "<p class=\"soft\">\(Words("and \(found.count - found.shown) more"))</p>" : nil
      return "<h3>\(band.title)</h3><ul class=\"todo\">\(found.rows)</ul>\(rest)"
    }
    let empty: HTML = "<p>\(Words("Nothing has to be done within a month."))</p>"
    return """
      <section id="todo"><h2>\(Words("To do"))</h2>\(bands.isEmpty ? empty : HTML(bands))</section>
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
