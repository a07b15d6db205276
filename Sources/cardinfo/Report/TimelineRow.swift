import Renewal
import Words

/// A line's clocks as bars on a row of the timeline, with the state in words beside them.
///
/// A bar says in days from today where it begins and ends; the style sheet, which knows how many days
/// are shown, puts it in its place.
struct TimelineRow {
  let line: ReportedLine
  let context: ReportContext

  func html(_ places: inout DayPlaces) -> HTML {
    """
    <li class="span"><a class="who" href="\(line.address)">\
    <span class="mark \(line.verdict.severity.rawValue)" aria-hidden="true">\(line.row.mark)</span> \
    <bdi>\(line.row.name)</bdi></a>\
    <div class="track">\(bars(&places))</div><span class="state">\(state)</span></li>
    """
  }

  private func bars(_ places: inout DayPlaces) -> [HTML] {
    line.verdict.clocks.filter { $0.overruled != true }.flatMap { clock -> [HTML] in
      guard let last = clock.lastDay else { return [] }
      let end = days(to: last) + 1
      let start = min(clock.since.flatMap(began).map(days) ?? -Self.most, end)
      let what = Words("\(clock.subject.words): until \(last)")
      var bars: [HTML] = [
        """
        <i class="bar \(clock.subject.rawValue) \(worry(of: clock)) \(places.from(start, to: end))" \
        title="\(what)"></i>
        """
      ]
      if let stage = clock.stageLastDay, stage > last {
        let grace = Words("\(clock.state.words) until \(stage)")
        let place = places.from(end, to: days(to: stage) + 1)
        bars.append(
          """
          <i class="bar grace \(clock.subject.rawValue) \(place)" title="\(grace)"></i>
          """)
      }
      return bars
    }
  }

  private var state: HTML {
    let balance: HTML? = line.verdict.balance.map { balance in
      " <span class=\"soft\">\((balance.expected ?? balance.present).text)</span>"
    }
    let verdict = line.verdict
    guard let day = verdict.deadline ?? verdict.dueOn else { return "\(verdict.words)\(balance)" }
    let state = verdict.words
    return """
      \(state) <span class="day">\(Words("until \(day)"))</span>\(balance)
      """
  }

  // What is over has no worry left, whatever its clocks would have said.
  private func worry(of clock: ClockVerdict) -> String {
    line.verdict.isOver ? "over" : clock.severity.rawValue
  }

  // Days far from today are beyond every scale.
  private static let most = 2_000

  private func days(to day: CalendarDay) -> Int {
    min(max(context.today.days(to: day), -Self.most), Self.most)
  }

  private func began(_ event: Event.ID) -> CalendarDay? {
    switch line.events.first(where: { $0.id == event })?.on {
    case .day(let day)?: day
    case .moment(let moment)?: CalendarDay(moment, in: context.zone)
    case nil: nil
    }
  }
}

/// Where bars begin and end, in days from today: classes, and the rules that put them in their places. No
/// element has a style of its own, which a page may forbid.
struct DayPlaces {
  private var starts: Set<Int> = []
  private var ends: Set<Int> = []

  /// The classes of a bar.
  mutating func from(_ start: Int, to end: Int? = nil) -> String {
    starts.insert(start)
    guard let end else { return "a\(start)" }
    ends.insert(end)
    return "a\(start) b\(end)"
  }

  /// The rules for all classes that were given.
  var rules: HTML {
    HTML(
      starts.sorted().map { day -> HTML in ".a\(day){--a:\(day)}" }
        + ends.sorted().map { day -> HTML in ".b\(day){--b:\(day)}" })
  }
}

/// The rule above the timeline, on each of its scales, and what shapes mean.
struct TimelineScale {
  let today: CalendarDay

  var html: HTML {
    """
    <fieldset class="scale"><legend>\(Words("scale"))</legend>\
    <label><input type="radio" name="scale" id="scale-week">\(Words("week"))</label>\
    <label><input type="radio" name="scale" id="scale-month">\(Words("month"))</label>\
    <label><input type="radio" name="scale" id="scale-year" checked>\(Words("year"))</label>\
    </fieldset>\
    <ul class="legend">\
    <li><i class="bar number"></i>\(Words("number or service"))</li>\
    <li><i class="bar pack"></i>\(Words("pack"))</li>\
    <li><i class="bar balance"></i>\(Words("credit"))</li>\
    <li><i class="bar activationWindow"></i>\(Words("to be used first"))</li>\
    <li><i class="bar number grace"></i>\(Words("after its end"))</li>\
    <li><i class="now"></i>\(Words("today"))</li></ul>
    """
  }

  /// The days that each scale marks.
  func axis(_ places: inout DayPlaces) -> HTML {
    let days = (-1...14).compactMap {
      mark(today.adding($0, .day), "week", &places) { Words(verbatim: "\($0.day)") }
    }
    let weeks = (-1...5).compactMap { week in
      mark(today.adding(7 * week, .day), "month", &places) {
        Words("\($0.day) \($0.monthName)", context: "day and month")
      }
    }
    let first = CalendarDay(year: today.year, month: today.month, day: 1)
    let months = (-1...12).compactMap { month in
      mark(first?.adding(month, .month), "year", &places) { day in
        day.month == 1 ? Words(verbatim: "\(day.year)") : day.monthName
      }
    }
    return """
      <div class="axis" aria-hidden="true"><div class="track">\(days)\(weeks)\(months)</div></div>
      """
  }

  private func mark(
    _ day: CalendarDay?, _ scale: String, _ places: inout DayPlaces,
    _ label: (CalendarDay) -> Words
  ) -> HTML? {
    guard let day else { return nil }
    let place = places.from(today.days(to: day))
    return "<b class=\"\(scale) \(place)\">\(label(day))</b>"
  }
}

extension CalendarDay {
  /// The month's name, as short as it is written in a table.
  fileprivate var monthName: Words {
    switch month {
    case 1: Words("Jan")
    case 2: Words("Feb")
    case 3: Words("Mar")
    case 4: Words("Apr")
    case 5: Words("May")
    case 6: Words("Jun")
    case 7: Words("Jul")
    case 8: Words("Aug")
    case 9: Words("Sep")
    case 10: Words("Oct")
    case 11: Words("Nov")
    default: Words("Dec")
    }
  }
}
