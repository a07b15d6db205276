public import Words

extension RenewalProof.Objection {
  /// Why a text proves nothing, as a sentence.
  public var sentence: Words {
    switch self {
    case .unknownLanguage: Words("the carrier's text is in no language that is read")
    case .tricks(let tricks):
      Words("the text may not be what it looks like: \(Self.listed(tricks))")
    case .code: Words("the text brings a code to be typed in, and proves nothing")
    case .anotherNumber: Words("the text is about a phone number that is not this line's")
    case .declined(let statement): Words("the carrier says that it failed: \(statement.sentence)")
    case .pending(let statement):
      Words("the carrier says that it has not happened yet: \(statement.sentence)")
    case .earlier(let statement):
      Words("the success it speaks of was before this renewal: \(statement.sentence)")
    case .noSuccess: Words("the carrier's text says nothing of success")
    }
  }

  private static func listed(_ tricks: Set<TextTrick>) -> Words {
    Words.listed(tricks.sorted { $0.rawValue < $1.rawValue }.map(\.words))
  }
}

extension RenewalProof.Question {
  /// What has to be answered, as a question.
  public var sentence: Words {
    switch self {
    case .succeeded: Words("did this renewal succeed?")
    case .dateOf: Words("what is the date the date of, and which day is it?")
    case .plausible: Words("can the date or the amount be right?")
    }
  }
}
