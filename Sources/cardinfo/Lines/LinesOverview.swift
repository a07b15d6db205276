import FoundationEssentials
import Renewal
import Words

/// What a person has to do about their lines, as one screen: the sums, then one row a line.
struct LinesOverview {
  private let today: CalendarDay
  private let zone: TimeZone
  private var rows: [Urgency: [OverviewRow]] = [:]
  private var sums: [Urgency: Int] = [:]

  init(today: CalendarDay, zone: TimeZone) {
    self.today = today
    self.zone = zone
  }

  /// How soon a line asks for something, the soonest first.
  enum Urgency: CaseIterable {
    case now, thisWeek, waiting, unknown, fine, over
  }

  /// Takes a line. It is always counted; whether it has a row, `isShown` says.
  mutating func add(_ line: Line, _ verdict: Verdict, _ attempts: [RenewalAttempt], isShown: Bool) {
    let row = OverviewRow(line, verdict, attempts, today, zone)
    sums[row.urgency, default: 0] += 1
    if isShown { rows[row.urgency, default: []].append(row) }
  }

  /// Whether no line has a row.
  var isEmpty: Bool { rows.isEmpty }

  /// The screen. What is over for good has no row of its own unless `all` are wanted.
  func lines(all: Bool, withSums: Bool, _ colour: Bool) -> [String] {
    var table = Table()
    let shown = Urgency.allCases.filter { all || $0 != .over }.flatMap { rows[$0] ?? [] }
    if shown.contains(where: { $0.actBy != nil }) {
      table.add(
        .empty, Table.Cell(Words("line"), .label), Table.Cell(Words("act by"), .label),
        Table.Cell(Words("last day"), .label), Table.Cell(Words("what to do"), .label))
    }
    let room = Self.room(beside: shown)
    for row in shown { row.add(to: &table, room: room) }
    let over = all ? [] : rows[.over] ?? []
    return (withSums ? [Style.heading.apply(summary.text, colour)] : [])
      + table.lines(colour: colour) + (over.isEmpty ? [] : offer(over))
  }

  /// The columns that marks, names and days leave of a line.
  private static func room(beside rows: [OverviewRow]) -> Int {
    let names = rows.map { min(Terminal.width($0.name), OverviewRow.longestName) }.max() ?? 0
    func days(_ label: Words, _ isThere: Bool) -> Int {
      isThere ? max(10, Terminal.width(label.text)) : 0
    }
    let hasHead = rows.contains { $0.actBy != nil }
    let dates =
      days(Words("act by"), hasHead)
      + days(Words("last day"), hasHead || rows.contains { $0.hasDeadline })
    return Terminal.columns - 3 - max(names, hasHead ? Terminal.width(Words("line").text) : 0)
      - 2 - dates - 4
  }

  private var summary: Words {
    Words.listed(
      Urgency.allCases.compactMap { urgency in sums[urgency].map { urgency.words($0) } })
  }

  // Folded away, with the commands that show it and that take it off the list.
  private func offer(_ over: [OverviewRow]) -> [String] {
    let names = over.prefix(3).map(\.name).joined(separator: ", ") + (over.count > 3 ? ", …" : "")
    return Terminal.wrapped(
      Words(
        over.count,
        one:
          "\(over.count) over for good: \(names); off this list: cardinfo line remove NAME; or see --all",
        other:
          "\(over.count) over for good: \(names); off this list: cardinfo line remove NAME; or see --all"
      ).text, indent: 2)
  }
}

extension LinesOverview.Urgency {
  /// How many lines there are of it.
  func words(_ count: Int) -> Words {
    switch self {
    case .now: Words("\(count) now")
    case .thisWeek: Words("\(count) this week")
    case .waiting: Words("\(count) waiting for the carrier")
    case .unknown: Words("\(count) unknown")
    case .fine: Words("\(count) fine")
    case .over: Words("\(count) over")
    }
  }
}

/// One line in one row.
struct OverviewRow {
  let name: String
  let urgency: LinesOverview.Urgency
  let actBy: CalendarDay?
  private let verdict: Verdict
  private let submitted: RenewalAttempt?
  private let isOverdueAtCarrier: Bool
  private let zone: TimeZone

  init(
    _ line: Line, _ verdict: Verdict, _ attempts: [RenewalAttempt], _ today: CalendarDay,
    _ zone: TimeZone
  ) {
    name = Terminal.clean(line.name)
    self.verdict = verdict
    self.zone = zone
    actBy = verdict.actBy
    submitted = attempts.first { $0.phase == .submitted }
    isOverdueAtCarrier = submitted.map { $0.phase(at: Date(), zone: zone) == .unconfirmed } ?? false
    urgency =
      if verdict.isOver {
        .over
      } else if submitted != nil {
        .waiting
      } else if let listed = verdict.listedOn, listed <= today {
        .now
      } else if let listed = verdict.listedOn, let week = today.adding(Period(7, .day)),
        listed <= week
      {
        .thisWeek
      } else if verdict.severity == .unknown || verdict.state == .unknown {
        .unknown
      } else {
        .fine
      }
  }

  /// Columns of a name.
  static let longestName = 24

  var hasDeadline: Bool { verdict.deadline != nil }

  func add(to table: inout Table, room: Int) {
    let style = verdict.severity.style
    table.add(
      Table.Cell(mark, style), Table.Cell(Terminal.cut(name, to: Self.longestName), style),
      Table.Cell(actBy?.description ?? ""), Table.Cell(verdict.deadline?.description ?? ""),
      Table.Cell(Terminal.cut(what.text, to: room)))
  }

  /// One character, so that the row tells without colour too.
  var mark: String {
    switch urgency {
    case .waiting: "…"
    case .over, .now, .thisWeek, .unknown, .fine: verdict.mark
    }
  }

  /// What is to be done, or how it stands where nothing is.
  var what: Words {
    if let submitted, urgency == .waiting {
      let day = Occurrence.moment(submitted.submittedAt ?? submitted.plannedAt).dayText(in: zone)
      return isOverdueAtCarrier
        ? Words("sent \(day): arrived?") : Words("sent \(day), waits")
    }
    if let duty = verdict.duty { return step(for: duty)?.action.words ?? duty.what.words }
    if verdict.state == .unknown, let step = verdict.next.first { return step.action.words }
    let renewsItself = verdict.reasons.contains { reason in
      if case .rule(.renewsItself, _, _) = reason { true } else { false }
    }
    let state = verdict.state.words
    return renewsItself ? Words("\(state), renews by itself") : state
  }

  // The step says how; where there are several ways, the duty says what for.
  private func step(for duty: Duty) -> NextStep? {
    let steps = verdict.next.filter { $0.clock == duty.clock && $0.isWayTo(duty.what) }
    return steps.count == 1 ? steps.first : nil
  }
}

extension NextStep {
  fileprivate func isWayTo(_ task: Duty.Task) -> Bool {
    switch (task, action) {
    case (.renew, .topUp), (.renew, .buyPack), (.renew, .use), (.buyPack, .buyPack),
      (.keepBalance, .topUp), (.keepBalance, .use), (.topUp, .topUp):
      true
    default: false
    }
  }
}
