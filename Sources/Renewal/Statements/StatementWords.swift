public import Words

extension Statement {
  /// What it says, as a sentence: of what, and what.
  public var sentence: Words { Words("\(about.words): \(says.words)") }
}

extension Statement.About {
  /// What a statement is about, in words.
  public var words: Words {
    switch self {
    case .number: Words("the number")
    case .pack: Words("the pack")
    case .balance: Words("the balance")
    case .bonus: Words("a bonus")
    case .offer: Words("an offer")
    case .voucher: Words("a voucher")
    case .bankCard: Words("the bank card")
    case .plan: Words("the plan")
    case .unclear: Words("something the text doesn't name")
    }
  }
}

extension Statement.Says {
  /// What is said, in words.
  public var words: Words {
    switch self {
    case .paid(let deed): deed.words(Words("paid"))
    case .renewed(let deed): deed.words(Words("renewed"))
    case .declined(let deed): deed.words(Words("could not be paid or renewed"))
    case .pending(let deed): deed.words(Words("to come, or under way"))
    case .expires(let ending): ending.words
    case .balance(let amount, let day): amount.words.on(day)
    case .dataLeft(let volume): Words("\(volume.text) left")
    case .suspended(let day): Words("suspended").on(day)
    case .barredForDebt(let day): Words("barred for debt").on(day)
    case .reactivated(let day): Words("works again").on(day)
    case .cancelled(let day): Words("ended for good").on(day)
    case .refunded(let deed): deed.words(Words("money came back"))
    case .charged(let deed): deed.words(Words("money was taken"))
    }
  }
}

extension Statement.Deed {
  fileprivate func words(_ what: Words) -> Words {
    (amount.map { Words("\(what), \($0.words)") } ?? what).on(day)
  }
}

extension Statement.Ending {
  fileprivate var words: Words {
    switch self {
    case .day(let day): Words("lasts until \(day.words)")
    case .term(let term): Words("lasts \(term.words)")
    case .unsaid: Words("has ended")
    }
  }
}

extension DayReading {
  /// The day, or the days that it can be.
  public var words: Words { Words.alternatives(days.map { Words(verbatim: $0.description) }) }
}

extension AmountReading {
  /// The amount, or the amounts that it can be.
  public var words: Words { Words.alternatives(amounts.map { Words(verbatim: $0.text) }) }
}

extension Words {
  fileprivate func on(_ day: DayReading?) -> Words {
    day.map { Words("\(self), \($0.words)") } ?? self
  }

  fileprivate static func alternatives(_ parts: [Words]) -> Words {
    guard let first = parts.first else { return Words(verbatim: "") }
    return parts.dropFirst().reduce(first) { some, next in Words("\(some) or \(next)") }
  }
}

extension TextTrick {
  /// Why a text may not be what it looks like, as a sentence.
  public var words: Words {
    switch self {
    case .cut: Words("it is longer than any carrier's text")
    case .mixedScripts: Words("it mixes letters of several alphabets in one word")
    case .turned: Words("it hides marks that turn the direction of writing")
    }
  }
}

extension StatementReading.Doubt {
  /// What speaks against a text, as a sentence.
  public var words: Words {
    switch self {
    case .code: Words("it brings a code to be typed in")
    case .thirdParty: Words("somebody else than the carrier writes")
    case .namesNumber: Words("it names a number, which may be another line's")
    case .anotherNumber: Words("it is about a phone number that is not this line's")
    case .looseFailure: Words("something failed, and it doesn't say what")
    case .loosePending: Words("something is under way, and it doesn't say what")
    case .cut: Words("its beginning or end is missing")
    case .hedged: Words("it speaks of success in a condition, a question or an advert")
    }
  }
}
