import FoundationEssentials
import Renewal
import Words

/// What the ledger says of the lines on a card, and how to track those that it does not know.
struct CardLinesText {
  private let report: CardReport

  init(_ report: CardReport) { self.report = report }

  func lines(_ colour: Bool) -> [String] {
    (report.lines ?? []).compactMap(\.tracked).flatMap { lines($0, colour) }
      + (report.lines ?? []).compactMap(\.former).flatMap(lines)
      + (report.offer.map(lines) ?? [])
      + (WaitingReminder(report.waiting)?.lines(indent: 2) ?? [])
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

  private func lines(_ offer: TrackingOffer) -> [String] {
    guard offer.untracked == 1 else {
      let sentence = Words(
        offer.untracked, one: "\(offer.untracked) line is not tracked yet; to track it:",
        other: "\(offer.untracked) lines are not tracked yet; to track them all:")
      return Terminal.wrapped(sentence.text, indent: 2) + ["    cardinfo line add --card"]
    }
    let name = offer.name.map(ShellWord.quoted) ?? "NAME"
    let rule = offer.rule.map { " --rule \($0)" } ?? ""
    let term = offer.term.map { " --lasts \($0.argument)" } ?? ""
    let command = "cardinfo line add --iccid \(offer.iccid) --name \(name)\(rule)\(term)"
    return Terminal.wrapped(Words("not tracked yet; to track it:").text, indent: 2)
      + ["    " + Terminal.clean(command)]
  }
}
