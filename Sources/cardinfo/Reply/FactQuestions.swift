import Renewal
import Words

extension CarrierFact {
  /// What a person says to a question on this fact; nil where it stays open.
  func ask(_ question: Question) -> Answer? {
    let asked = Words("\(quoted) \(question.sentence)")
    switch question {
    case .about(let choices):
      return Question.choices(asked, choices.map { ($0.words, .about($0)) })
    case .day(let days):
      return Question.choices(asked, days.map { (Words(verbatim: $0.description), .day($0)) })
    case .amount(let amounts):
      return Question.choices(asked, amounts.map { (Words(verbatim: $0.text), .amount($0)) })
    case .plausible, .whose, .happened, .forGood, .again:
      return cardinfo.Question.decide(Words("\(statement.sentence). \(asked)")) == true
        ? .yes : nil
    }
  }

  /// The carrier's words between quotes, or what the person gave.
  var quoted: Words {
    statement.words.isEmpty
      ? Words("\(statement.sentence):") : Words("“\(statement.words.onOneLine)”:")
  }
}

extension CarrierFact.Question {
  fileprivate static func choices(
    _ question: Words, _ choices: [(Words, CarrierFact.Answer)]
  ) -> CarrierFact.Answer? {
    cardinfo.Question.choose(question, among: choices)
  }

  /// The option that answers it where nobody can be asked.
  func option(for statement: Statement) -> Words {
    switch self {
    case .about:
      if case .expires = statement.says {
        Words("--until DATE if it is the number's; --as pack if it is a pack's")
      } else {
        Words("--as topup or --as pack")
      }
    case .day: Words("--date-order dmy, mdy or ymd")
    case .amount: Words("--currency CODE")
    case .plausible, .whose, .happened, .forGood: Words("--yes if so")
    case .again: Words("--yes if so, or --on DATE for another day")
    }
  }
}

extension RenewalProof.Question {
  /// The option that answers it where nobody can be asked.
  ///
  /// - Parameter name: the line's, as a command takes it.
  func option(for name: String) -> Words {
    switch self {
    case .succeeded:
      Words("--yes if it did; if it did not: cardinfo renew \(name) fail REASON")
    case .dateOf:
      Words(
        "--until DATE if it is the number's; --as pack if it is a pack's; --date-order dmy, mdy or ymd"
      )
    case .plausible: Words("--yes if so; --until DATE if it is another day")
    }
  }
}

extension String {
  /// With every break and run of blanks as one space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
