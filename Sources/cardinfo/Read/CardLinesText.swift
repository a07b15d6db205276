import CardState
import Carriers
import Renewal
import Words

/// What the ledger says of the lines on a card, and how to track those that it does not know.
struct CardLinesText {
  private let card: CardSnapshot
  private let lines: [(line: CardLine, verdict: VerdictText?)]

  init(_ card: CardSnapshot, _ verdicts: [VerdictText?]) {
    self.card = card
    lines = Array(zip(card.lines ?? [], verdicts))
  }

  func lines(_ colour: Bool) -> [String] {
    lines.flatMap { line, verdict -> [String] in
      guard let verdict, let name = line.name else { return [] }
      let severity = verdict.verdict.severity
      let title = "\(severity.mark) \(Terminal.clean(name))"
      return [
        "  \(severity.style.apply(title, colour))  \(Terminal.clean(verdict.summary.text))"
      ] + verdict.brief(indent: 6)
    } + offer
  }

  /// The command that starts to track the first line that is not tracked.
  private var offer: [String] {
    let untracked = lines.map(\.line).filter { !$0.isTracked }
    // A masked ICCID names no line.
    guard let first = untracked.first, !first.iccid.contains("*") else { return [] }
    let sentence =
      untracked.count == 1
      ? Words("not tracked yet; to track it:")
      : Words(
        untracked.count, one: "\(untracked.count) line is not tracked yet; to track it:",
        other: "\(untracked.count) lines are not tracked yet; to track one:")
    let name = title(of: first.iccid).map(ShellWord.quoted) ?? "NAME"
    let rule = rule(of: first.iccid).map { " --rule \($0)" } ?? ""
    let command = "cardinfo line add --iccid \(first.iccid) --name \(name)\(rule)"
    return Terminal.wrapped(sentence.text, indent: 2) + ["    " + Terminal.clean(command)]
  }

  /// The rule of the likeliest carrier, if it is one carrier with one rule.
  private func rule(of iccid: String) -> String? {
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    let identity =
      iccid == card.iccid ? CardIdentity(card) : profile.map { CardIdentity($0) } ?? CardIdentity()
    let candidates = CarrierFiles.shipped.candidates(for: identity)
    let likely = candidates.filter { $0.score == candidates.first?.score }
    guard likely.count == 1, let rules = likely.first?.carrier.rules else { return nil }
    return rules.count == 1 ? rules.first : nil
  }

  private func title(of iccid: String) -> String? {
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    let names = [profile?.nickname, profile?.serviceProvider, card.subscriber?.spn]
    return names.compactMap { $0 }.first { !$0.isEmpty }
  }
}
