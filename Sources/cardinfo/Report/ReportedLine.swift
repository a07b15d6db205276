import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal
import Words

/// What a page says of one line, with identifiers masked where the page is to hold none.
struct ReportedLine {
  /// Its place on the page, from 1: nothing of the line itself.
  let number: Int
  /// Where there is more of it.
  let address: Address
  let line: Line
  /// What commands know it by: where its name is masked, its beginning.
  let reference: String
  let verdict: Verdict
  let events: [Event]
  let attempts: [RenewalAttempt]
  let row: OverviewRow
  let band: Band
  let country: String?
  let carrier: Carrier?
  let cost: YearlyCost
  /// What takes longer to find out; absent on a page of very many lines, for those at its end.
  let details: Details?

  /// What takes longer to find out.
  struct Details {
    let guide: Guide
    let history: [HistoryStep]
    let lastRead: Date?
  }

  /// When a line asks for something, as a page is divided.
  enum Band: CaseIterable {
    case now, thisWeek, thisMonth, waiting, unknown, later, over

    /// Whether its lines are to be looked at this month.
    var isToDo: Bool {
      switch self {
      case .now, .thisWeek, .thisMonth, .waiting, .unknown: true
      case .later, .over: false
      }
    }
  }
}

extension ReportedLine.Band {
  init(_ row: OverviewRow, listedOn: CalendarDay?, today: CalendarDay) {
    switch row.urgency {
    case .now: self = .now
    case .thisWeek: self = .thisWeek
    case .waiting: self = .waiting
    case .unknown: self = .unknown
    case .over: self = .over
    case .fine:
      let month = today.adding(Period(1, .month))
      let isSoon = listedOn.flatMap { day in month.map { day <= $0 } } ?? false
      self = isSoon ? .thisMonth : .later
    }
  }
}

/// What a page is made with: the day, the zone, and whether it may hold identifiers.
struct ReportContext {
  let now: Date
  let today: CalendarDay
  let zone: TimeZone
  let showsIdentifiers: Bool
  /// How many lines have all their details.
  let detailed: Int
  /// Whether each line has a page of its own, and not a place on this one.
  var hasPages = false
}

/// Makes what a page says of lines from the ledger.
struct ReportedLines {
  let ledger: Ledger
  let context: ReportContext
  private(set) var count = 0

  init(_ ledger: Ledger, _ context: ReportContext) {
    self.ledger = ledger
    self.context = context
  }

  /// The next line, in the order of the page.
  mutating func next(_ kept: WholeLine, _ verdict: Verdict) throws(LedgerError) -> ReportedLine {
    count += 1
    return try line(at: count, kept, verdict)
  }

  /// A line at a place of the page, from 1; on any thread.
  func line(
    at count: Int, _ kept: WholeLine, _ verdict: Verdict
  ) throws(LedgerError) -> ReportedLine {
    let (line, events, attempts) = (kept.line, kept.events, kept.attempts)
    let known = context.showsIdentifiers ? line : line.masked
    var verdict = verdict
    verdict.next = verdict.next.map { $0.of(known) }
    let row = OverviewRow(known, verdict, attempts, context.today, context.zone)
    let isDetailed = count <= context.detailed
    let guide = isDetailed ? try self.guide(kept, known, verdict) : nil
    let card = guide?.card
    let carrier =
      guide.map { $0.carriers.first } ?? CarrierFiles.known.book.carrier(of: line, on: nil)
    let address: Address =
      context.hasPages
      ? .page("/line", "of", kept.reference) : .line(count)
    return ReportedLine(
      number: count, address: address, line: known, reference: known.reference(of: line),
      verdict: verdict, events: events,
      attempts: attempts, row: row,
      band: .init(row, listedOn: verdict.listedOn, today: context.today),
      country: LineHome.market(of: line, on: card),
      carrier: carrier, cost: YearlyCost(line, events, on: context.today, in: context.zone),
      details: guide.map { guide in
        let history = kept.history(by: ledger.judging)
        return ReportedLine.Details(
          guide: Guide(guide),
          history: context.showsIdentifiers ? history : history.map(\.masked),
          lastRead: card?.readAt)
      })
  }

  private func guide(
    _ kept: WholeLine, _ known: Line, _ verdict: Verdict
  ) throws(LedgerError) -> GuideCase {
    var situation = try GuideCase(ledger, kept.line, verdict, kept.attempts)
    guard !context.showsIdentifiers else { return situation }
    situation.line.name = known.name
    let numbers = situation.card?.redacted().serviceNumbers
    situation.card?.serviceNumbers = numbers
    return situation
  }
}

extension HistoryStep {
  fileprivate var masked: HistoryStep {
    var step = self
    if let settings {
      step.settings?.before = settings.before.masked
      step.settings?.after = settings.after.masked
    }
    return step
  }
}
