import ArgumentParser
import Words

/// `cardinfo setup`.
struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: Words(
      "Set up language, reader, a first line, notices and timers, by a few questions."),
    discussion: Words(
      """
      Enter takes what stands in brackets. What is there is shown, and kept unless you change it. Nothing is \
      written before the last question: Ctrl-C leaves everything as it was.
      """))

  @OptionGroup var cards: CardOptions
  @OptionGroup var notify: NotifyOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    var parts: [any SetupPart] = [
      LanguageSetup(), ReaderSetup(cards), LineSetup(ledger, cards),
      ChannelSetup(notify, isSilent: answer.json), TimerSetup(),
    ]
    guard Question.canBeAsked else {
      try SetupAnswer(setup: parts.map(\.row)).report(
        asJSON: answer.json,
        problems: [
          Problem(
            .setupNotAsked, Words("there is no terminal to ask on, so nothing was set up"),
            nextStep: Words("run it on a terminal, or run the commands that are shown"))
        ])
      return
    }
    do {
      for index in parts.indices { try parts[index].ask() }
      guard try consent(to: parts.flatMap(\.plan)) else {
        throw Problem(.declined, Words("nothing was changed"))
      }
    } catch is Question.Stopped {
      throw Problem(.interrupted, Words("stopped: nothing was changed"))
    }
    for index in parts.indices { parts[index].tryToPerform() }
    var problems: [Problem] = []
    do {
      for index in parts.indices { try parts[index].prove() }
    } catch is Question.Stopped {
      problems = [
        Problem(.interrupted, Words("stopped before the test; everything else is set up"))
      ]
    }
    try SetupAnswer(setup: parts.map(\.row)).report(
      asJSON: answer.json, problems: parts.compactMap(\.problem) + problems)
  }

  /// Shows what will be done, and asks.
  private func consent(to plan: [Words]) throws(Question.Stopped) -> Bool {
    guard !plan.isEmpty else { return true }
    SetupText.say(Words("This will be done:"))
    for step in plan { SetupText.say(step, indent: 2) }
    return try Question.agree(to: Words("Do it?"), usual: true)
  }
}

/// One part of setting up: how it stands, what is asked about it, what is done.
protocol SetupPart {
  /// Asks what is wanted. Nothing is changed here.
  mutating func ask() throws
  /// What was wanted, a sentence each; nothing where all stays as it is.
  var plan: [Words] { get }
  /// Does it.
  mutating func perform() throws
  /// Shows that it works, where a person wants to see it.
  mutating func prove() throws
  /// What went wrong with it.
  var problem: Problem? { get set }
  /// How it stands now.
  var row: SetupAnswer.Row { get }
}

extension SetupPart {
  mutating func prove() throws {}

  /// Does what was wanted; what goes wrong stops no other part.
  fileprivate mutating func tryToPerform() {
    do {
      try perform()
    } catch let error as any Explained {
      problem = error.problem
    } catch {
      problem = Problem(.usage, Words(verbatim: LineAdd.message(for: error)))
    }
  }
}

/// What stands between the questions.
enum SetupText {
  /// Says something, beside the answer.
  static func say(_ words: Words, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for line in Terminal.wrapped(words.text, indent: indent, label: margin) {
      StandardError.write(line)
    }
  }
}
