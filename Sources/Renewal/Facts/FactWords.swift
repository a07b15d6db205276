public import Words

extension CarrierFact.Question {
  /// What has to be known, as a question.
  public var sentence: Words {
    switch self {
    case .about: Words("what is it said of?")
    case .day(let days):
      Words("which day is it: \(Words.listed(days.map { Words(verbatim: $0.description) }))?")
    case .amount(let amounts):
      Words("how much is it: \(Words.listed(amounts.map { Words(verbatim: $0.text) }))?")
    case .plausible: Words("can that be right?")
    case .whose: Words("is it of this line?")
    case .happened: Words("did it really happen?")
    case .forGood: Words("has the line ended for good?")
    case .again(let day): Words("the carrier said the same of \(day): did it happen again?")
    }
  }
}

extension CarrierFact.Omission {
  /// Why nothing is kept, in words.
  public var words: Words {
    switch self {
    case .recorded: Words("recorded before")
    case .toCome: Words("not recorded: it has not happened yet")
    case .notTheLine: Words("not recorded: it is not of the line itself")
    case .nothingToKeep: Words("not recorded: it gives no day or amount to keep")
    case .given: Words("not recorded: what you gave counts")
    }
  }
}
