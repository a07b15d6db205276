import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// Asks about what was probably typed wrong, before it is recorded.
struct DoubtOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: ArgumentHelp(Words("Do not ask about what looks wrong.")))
  var yes = false

  /// Asks about what looks wrong in events that are to be recorded.
  ///
  /// - Throws: A ``Problem`` that says what it is, where nobody says that it is right.
  func ask(about events: [Event], of line: Line, beside recorded: [Event], _ ledger: Ledger) throws
  {
    guard !yes else { return }
    let zone = line.rule.flatMap { ledger.judging.rules[$0] }?.zone?.timeZone
    let zones = [ledger.judging.zone] + [zone].compactMap { $0 }
    let doubts = events.flatMap {
      $0.doubts(beside: recorded, at: ledger.judging.now(), in: zones)
    }
    guard !doubts.isEmpty else { return }
    let sentence = Words.listed(doubts.map(\.words))
    switch Question.consent(to: Words("\(sentence); is that right? [y/N]")) {
    case .given: return
    case .declined: throw Problem(.declined, Words("nothing was recorded"))
    case .interrupted: throw Problem(.interrupted, Words("nothing was recorded"))
    case .notAsked:
      throw Problem(
        .doubtful, Words("nothing was recorded: \(sentence)"),
        nextStep: Words("if it is right, say --yes"))
    }
  }
}
