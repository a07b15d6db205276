import CardState
import FoundationEssentials
import Ledger
import Renewal

/// Joins what was read with what the ledger keeps: saves reads of known cards, and says of each
/// line on a card where it stands.
struct TrackedCards {
  /// Where the ledger is.
  let options: LedgerOptions
  /// Whether to save reads of cards without a tracked line as well.
  let savesAll: Bool

  /// Adds the lines of each card to a document. What goes wrong with the ledger stands beside what
  /// was read.
  ///
  /// - Returns: for each card the verdicts on its lines, in their order; nil for those that are not
  ///   tracked.
  func join(_ document: inout CardStateDocument) -> [[VerdictText?]] {
    var verdicts: [[VerdictText?]] = []
    do throws(LedgerError) {
      let ledger = savesAll ? try options.openOrMake() : try options.openIfThere()
      for index in document.cards.indices {
        let found = try lines(on: document.cards[index], ledger)
        document.cards[index].lines = found.map(\.line)
        verdicts.append(found.map(\.verdict))
      }
    } catch {
      document.errors.append(ReadFailure(error))
    }
    return verdicts
  }

  private func lines(
    on card: CardSnapshot, _ ledger: Ledger?
  ) throws(LedgerError) -> [(line: CardLine, verdict: VerdictText?)] {
    let iccids = card.lineICCIDs
    guard let ledger else { return iccids.map { (CardLine(iccid: $0), nil) } }
    var tracked: [String: Line] = [:]
    for iccid in iccids {
      let line = try ledger.line(iccid: iccid)
      if line?.retiredOn == nil { tracked[iccid] = line }
    }
    if savesAll || !tracked.isEmpty { try ledger.save(card) }
    var lines: [(line: CardLine, verdict: VerdictText?)] = []
    for iccid in iccids {
      var line = CardLine(iccid: iccid)
      var text: VerdictText?
      if let known = tracked[iccid] {
        let verdict = try ledger.verdict(of: known.id)
        line.take(known.name, verdict)
        text = VerdictText(
          verdict: verdict, events: try ledger.events(of: known.id), zone: ledger.judging.zone)
      }
      lines.append((line, text))
    }
    return lines
  }
}

extension CardLine {
  fileprivate mutating func take(_ name: String, _ verdict: Verdict) {
    isTracked = true
    self.name = name
    state = verdict.state.rawValue
    severity = verdict.severity.rawValue
    confidence = verdict.confidence.rawValue
    dueOn = verdict.dueOn?.description
    daysLeft = verdict.daysLeft
    reasons = verdict.reasons.compactMap(JSONValue.init(encoding:))
    next = verdict.next.compactMap(JSONValue.init(encoding:))
    missing = verdict.missing.compactMap(JSONValue.init(encoding:))
  }
}

extension ReadFailure {
  init(_ error: LedgerError) {
    self.init(
      code: error.code.rawValue, message: error.message, hint: error.hint)
  }
}
