import Words

/// Whether cards can be read, and the one thing to do where they can't.
struct ReaderSetup: SetupPart {
  private let cards: CardOptions
  private var obstacle: SetupCheck?
  var problem: Problem?

  init(_ cards: CardOptions) {
    self.cards = cards
    look()
  }

  private mutating func look() {
    obstacle = cards.virtual.isEmpty ? SetupCheck.obstacle(in: SetupCheck.all()) : nil
  }

  mutating func ask() throws {
    while let check = obstacle {
      SetupText.say(Words("Reader: \(check.name): \(check.finding)"))
      if let hint = check.hint { SetupText.say(Words(verbatim: "→ " + hint.text), indent: 2) }
      let looksAgain = try Question.settle(
        Words("r looks again, Enter goes on without one:"), usual: false
      ) { $0.lowercased() == "r" ? true : nil }
      guard looksAgain else { return }
      look()
    }
    SetupText.say(Words("Reader: a card can be read"))
  }

  var plan: [Words] { [] }

  mutating func perform() {}

  var row: SetupAnswer.Row {
    guard let obstacle else {
      return SetupAnswer.Row(part: .reader, state: .kept, finding: Words("a card can be read"))
    }
    let finding = Words("\(obstacle.name): \(obstacle.finding)")
    return SetupAnswer.Row(
      part: .reader, state: .open,
      finding: obstacle.hint.map { Words("\(finding); \($0)") } ?? finding,
      commands: ["cardinfo doctor"])
  }
}
