import Renewal
import Words

extension NextStep {
  /// What to do, as a request.
  var sentence: Words {
    guard let by else { return action }
    return Words("by \(by): \(action)")
  }

  private var action: Words {
    switch code {
    case .topUp: paying(Words("top up"))
    case .buyPack: paying(Words("buy a pack"))
    case .use:
      listed.isEmpty
        ? Words("use it") : Words("use it: \(Words.listed(listed))")
    case .activate: Words("put it to use for the first time")
    case .install: Words("download or install its profile")
    case .contactCarrier: Words("call the carrier, or go to its shop")
    case .askCarrier: Words("ask the carrier for its date and balance")
    case .keepBalance: paying(Words("keep enough balance for what is taken by itself"))
    case .enableProfile: Words("enable its profile")
    case .sendNotifications: Words("have the card's notifications delivered")
    case .readAgain: Words("put it in a phone with coverage, then read the card again")
    case .findAsset: Words("find the card or the profile")
    case .record:
      listed.isEmpty
        ? Words("record what is missing")
        : Words("record: \(Words.listed(listed))")
    case .replace: Words("get another line: this one is gone")
    case .recordNotice: Words("record the date that the carrier's text gives")
    case .payOtherwise: Words("pay in another way")
    case .tryAgain: Words("try again")
    case .useHomeMarket: Words("buy or pay where the line's home is")
    }
  }

  private func paying(_ action: Words) -> Words {
    guard let amount else { return action }
    return exclusive == true
      ? Words("\(action), more than \(amount.text)") : Words("\(action), at least \(amount.text)")
  }

  private var listed: [Words] {
    (words ?? []).map { word in
      if let missing = Missing.What(rawValue: word) { return missing.words }
      if let anchor = Anchor.Word(rawValue: word) { return anchor.words }
      return Event.Kind(rawValue: word).words
    }
  }
}

extension Missing {
  /// What would have to be known.
  var sentence: Words {
    guard what == .anchor, let anyOf, !anyOf.isEmpty else { return what.words }
    return Words("one of: \(Words.listed(anyOf.map(\.words)))")
  }
}

extension Missing.What {
  var words: Words {
    switch self {
    case .rule: Words("the carrier's rule")
    case .knownRule: Words("a rule that is in the book")
    case .anchor: Words("what starts its time")
    case .term: Words("how long what was bought lasts")
    case .amount: Words("what was paid, in the currency of the rule")
    case .usage: Words("how it was used")
    case .date: Words("the date that the carrier gives")
    case .balance: Words("the balance")
    case .billingDay: Words("the billing day")
    case .stages: Words("what the carrier does after the end")
    case .activation: Words("that it is in use")
    }
  }
}
