import PCSC
import Words

/// Which readers a person means.
struct ReaderSelection {
  /// A reader and its place in pcscd's list.
  struct Choice {
    var index: Int
    var state: ReaderState
  }

  /// The readers chosen, in pcscd's order.
  private(set) var choices: [Choice] = []
  /// What was asked for and is not there.
  private(set) var problems: [Problem] = []

  /// Chooses by number or part of a name, upper and lower case alike. Without any selector: every
  /// reader with a card.
  init(_ selectors: [String], from states: [ReaderState]) {
    let all = states.enumerated().map { Choice(index: $0.offset, state: $0.element) }
    guard !all.isEmpty else {
      problems = [PCSCError.noReadersAvailable.problem]
      return
    }
    guard !selectors.isEmpty else {
      choices = all.filter { $0.state.hasCard }
      if choices.isEmpty { problems = [Self.noCard(inAnyOf: states)] }
      return
    }
    var chosen: Set<Int> = []
    for selector in selectors {
      let matches = all.filter { $0.matches(selector) }
      if matches.isEmpty { problems.append(Self.noReader(selector, among: states)) }
      chosen.formUnion(matches.map(\.index))
    }
    choices = all.filter { chosen.contains($0.index) }
  }

  private static func noCard(inAnyOf states: [ReaderState]) -> Problem {
    Problem(
      .cardAbsent,
      states.count == 1
        ? Words("there is no card in the reader")
        : Words(
          states.count, one: "there is no card in the \(states.count) reader",
          other: "there is no card in any of the \(states.count) readers"),
      nextStep: Words(
        """
        insert one, chip towards the reader's contacts; without one try: \
        cardinfo --virtual travel-euicc
        """))
  }

  private static func noReader(_ selector: String, among states: [ReaderState]) -> Problem {
    let names = states.enumerated().map { "\($0.offset) \($0.element.name)" }
    return Problem(
      .readerUnknown, Words("no reader has the number or the name '\(selector)'"),
      nextStep: Words("there are: \(names.joined(separator: "; "))"))
  }
}

extension ReaderSelection.Choice {
  fileprivate func matches(_ selector: String) -> Bool {
    if let number = Int(selector) { return number == index }
    return state.isCalled(selector)
  }
}

extension ReaderState {
  /// Whether a text is a part of its name, in any case.
  func isCalled(_ text: String) -> Bool {
    !text.isEmpty && name.lowercased().contains(text.lowercased())
  }
}
