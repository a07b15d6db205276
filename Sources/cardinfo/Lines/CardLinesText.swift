import CardState
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
    let sentence = Words(
      untracked.count, one: "not tracked yet; to track it:",
      other: "\(untracked.count) lines are not tracked yet; to track one:")
    let name = title(of: first.iccid).map(Self.quoted) ?? "NAME"
    return Terminal.wrapped(sentence.text, indent: 2)
      + Terminal.wrapped("cardinfo line add --iccid \(first.iccid) --name \(name)", indent: 4)
  }

  private func title(of iccid: String) -> String? {
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    let names = [profile?.nickname, profile?.serviceProvider, card.subscriber?.spn]
    return names.compactMap { $0 }.first { !$0.isEmpty }
  }

  /// A word that a shell takes as it stands.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
