import CardState
import FoundationEssentials
import PCSC
import Renewal
import Words

/// One thing that happened while cards were watched.
struct WatchEvent: Encodable {
  let at: Date
  let event: Kind
  /// The reader it happened in.
  var reader: String?
  /// The card that was read.
  var card: CardReport?

  init(_ event: Kind, reader: String? = nil, card: CardReport? = nil, at: Date = Date()) {
    self.at = at
    self.event = event
    self.reader = reader
    self.card = card
  }

  init?(_ change: ReaderChange) {
    switch change {
    case .readerAdded(let state): self.init(.readerAdded, reader: state.name)
    case .readerRemoved(let state): self.init(.readerRemoved, reader: state.name)
    case .cardRemoved(let state): self.init(.cardRemoved, reader: state.name)
    // It is told when the card was read.
    case .cardInserted: return nil
    }
  }

  /// What can happen.
  enum Kind: String, Encodable, CaseIterable {
    /// A card was inserted, and read as far as it could be.
    case cardRead
    /// A card was taken out.
    case cardRemoved
    /// A reader was plugged in.
    case readerAdded
    /// A reader was unplugged.
    case readerRemoved
    /// pcscd can't be reached any more, or not yet.
    case serviceLost
    /// pcscd can be reached again.
    case serviceBack
    /// The machine's clock was set.
    case clockSet
  }
}

extension WatchEvent {
  /// What happened, in one line: when, where, what.
  func line(_ errors: [Problem], colour: Bool) -> String {
    let time = at.formatted(
      Date.ISO8601FormatStyle(timeZone: .current).time(includingFractionalSeconds: false))
    let place = reader.map { [Terminal.clean($0)] } ?? []
    return ([time] + place + what(errors, colour)).joined(separator: "  ")
  }

  private func what(_ errors: [Problem], _ colour: Bool) -> [String] {
    switch event {
    case .cardRead: return cardParts(colour) + errors.map { Terminal.clean($0.sentence.text) }
    case .cardRemoved: return [Words("card removed").text]
    case .readerAdded: return [Words("reader plugged in").text]
    case .readerRemoved: return [Words("reader unplugged").text]
    case .serviceLost: return errors.prefix(1).map { Terminal.clean($0.sentence.text) }
    case .serviceBack: return [Words("pcscd is back").text]
    case .clockSet: return [Words("the clock was set").text]
    }
  }

  private func cardParts(_ colour: Bool) -> [String] {
    guard let report = card else { return [] }
    let row = CardRow(report)
    let identity = [row.iccid ?? row.eid, row.carrier].compactMap { $0 }.map(Terminal.clean)
    // Without a ledger that could be read nothing is known of lines.
    guard let lines = report.lines, !lines.isEmpty else { return identity }
    let tracked = lines.compactMap(\.tracked).map {
      VerdictText(verdict: $0.verdict, events: $0.events, zone: .current)
        .headline($0.line.name, colour)
    }
    return identity + (tracked.isEmpty ? [Words("not tracked").text] : tracked)
  }
}
