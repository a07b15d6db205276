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
    try ask(about: events, of: line, beside: recorded, ledger.judging)
  }

  /// The same before there is a ledger.
  func ask(
    about events: [Event], of line: Line, beside recorded: [Event], _ judging: Judging
  ) throws {
    if let doubt = Self.doubt(about: events, of: line, beside: recorded, judging) { try ask(doubt) }
  }

  /// What looks wrong in events that are to be recorded; nil where nothing does.
  static func doubt(
    about events: [Event], of line: Line, beside recorded: [Event], _ judging: Judging
  ) -> Words? {
    let zone = line.rule.flatMap { judging.rules[$0] }?.zone?.timeZone
    let zones = [judging.zone] + [zone].compactMap { $0 }
    let doubts = events.flatMap {
      $0.doubts(beside: recorded, at: judging.now(), in: zones)
    }
    return doubts.isEmpty ? nil : Words.listed(doubts.map(\.words))
  }

  /// Asks whether what looks wrong is right.
  ///
  /// - Throws: A ``Problem`` that says what it is, where nobody says that it is right.
  func ask(_ sentence: Words) throws {
    guard !yes else { return }
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
