import CardState
import Carriers
import Renewal
import Words

/// What a desk notes of a card.
struct CardRow {
  var iccid: String?
  var imsi: String?
  var eid: String?
  var carrier: String?
  var line: String?
  var state: String?
  var due: CalendarDay?

  init(_ report: CardReport) {
    let card = report.card
    iccid = card.iccid
    imsi = card.subscriber?.imsi
    eid = card.euiccs.first?.eid
    let found = CarrierFiles.known.book.candidates(for: CardIdentity(card))
    let likely = found.filter { $0.score == found.first?.score }.map(\.carrier)
    // Of two that are as likely neither is named.
    carrier = likely.count == 1 ? likely.first?.names.text(in: .ofThisRun) : card.subscriber?.spn
    let tracked = (report.lines ?? []).compactMap(\.tracked)
    line = tracked.isEmpty ? nil : tracked.map(\.line.name).joined(separator: "; ")
    let urgent = tracked.min {
      ($0.verdict.deadline.map(\.description) ?? "9")
        < ($1.verdict.deadline.map(\.description) ?? "9")
    }
    state = urgent?.verdict.state.rawValue
    due = urgent?.verdict.deadline
  }

  /// What a table says of a card, as far as it tells the card from others.
  init(cells: [String?]) {
    let named = Dictionary(zip(Self.columns, cells)) { first, _ in first }
    iccid = named["iccid"] ?? nil
    eid = named["eid"] ?? nil
  }

  /// The columns of a table.
  static let columns = ["iccid", "imsi", "eid", "carrier", "line", "state", "due"]

  /// The cells, in the order of the columns.
  var cells: [String?] { [iccid, imsi, eid, carrier, line, state, due?.description] }
}
