import FoundationEssentials
import Renewal
import Words

/// What the ledger says of the lines on a card, and how to track those that it does not know.
struct CardLinesText {
  private let report: CardReport
  private let hasOffers: Bool

  /// - Parameter hasOffers: Whether to say how to track what is not tracked, and to recall what waits.
  init(_ report: CardReport, hasOffers: Bool = true) {
    self.report = report
    self.hasOffers = hasOffers
  }

  func lines(_ colour: Bool) -> [String] {
    (report.lines ?? []).compactMap(\.tracked).flatMap { lines($0, colour) }
      + (report.lines ?? []).compactMap(\.former).flatMap(lines)
      + (hasOffers ? report.offer.map { lines($0, colour) } ?? [] : [])
      + (hasOffers ? WaitingReminder(report.waiting)?.lines(indent: 2) ?? [] : [])
  }

  private func lines(_ tracked: LineOnCard.Tracked, _ colour: Bool) -> [String] {
    let text = VerdictText(verdict: tracked.verdict, events: tracked.events, zone: .current)
    return ["  " + text.headline(tracked.line.name, colour)] + text.brief(indent: 6)
  }

  private func lines(_ former: LineOnCard.Former) -> [String] {
    Terminal.wrapped(
      Words(
        "\(former.name) was on this card until \(former.until), and is on another one since"
      ).text, indent: 2)
  }

  private func lines(_ offer: TrackingOffer, _ colour: Bool) -> [String] {
    guard offer.untracked == 1 else {
      return next(
        Words(
          offer.untracked, one: "\(offer.untracked) line is not tracked yet; to track it:",
          other: "\(offer.untracked) lines are not tracked yet; to track them all:"),
        "cardinfo line add --card", colour)
    }
    let name = offer.name.map(ShellWord.quoted) ?? "NAME"
    let rule = offer.rule.map { " --rule \($0)" } ?? ""
    let term = offer.term.map { " --lasts \($0.argument)" } ?? ""
    return next(
      Words("not tracked yet; to track it:"),
      "cardinfo line add --iccid \(offer.iccid) --name \(name)\(rule)\(term)", colour)
  }

  private func next(_ sentence: Words, _ command: String, _ colour: Bool) -> [String] {
    var table = Table()
    table.add(.next, sentence)
    return table.cardLines(colour: colour) + ["    " + Terminal.clean(command)]
  }
}
