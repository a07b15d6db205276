import FoundationEssentials
import Renewal

extension Clock {
  /// What is wrong with a clock although every member of it can be read.
  func flaws() -> [DataFlaw] {
    termFlaws() + countingFlaws() + qualifierFlaws() + stageFlaws()
  }

  private func termFlaws() -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    if anchor.isEmpty {
      flaws.append(.at("anchor", "nothing starts the clock; allowed: at least one anchor"))
    }
    if period != nil, !tiers.isEmpty {
      flaws.append(.at("tiers", "a clock has a period or tiers, not both"))
    }
    if let first = tiers.first, first.from.amount < 0 {
      flaws.append(.at("tiers", "an amount below zero"))
    }
    for (index, pair) in zip(tiers, tiers.dropFirst()).enumerated()
    where pair.0.from.currency != pair.1.from.currency || pair.0.from.amount >= pair.1.from.amount {
      flaws.append(
        DataFlaw(
          path: [.member("tiers"), .element(index + 1), .member("from")],
          message: "tiers stand in one currency, the smallest amount first"))
    }
    if anchor.contains(where: { $0.word == .clockEnd }), period == nil {
      flaws.append(.at("anchor", "a clock that follows another one needs a period"))
    }
    for (index, anchor) in anchor.enumerated() {
      guard case .billingDay = anchor, period?.unit != .month, period?.unit != .year else {
        continue
      }
      flaws.append(
        DataFlaw(
          path: [.member("anchor"), .element(index)],
          message: "a billing day needs a period of months or years"))
    }
    return flaws
  }

  private func countingFlaws() -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    if id.isEmpty || !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
      flaws.append(.at("id", "\"\(id)\" is not a name; allowed: letters and digits"))
    }
    if firstDayCounts, boundary == .instant {
      flaws.append(
        .at("firstDayCounts", "counting the first day needs the boundary \"endOfDay\""))
    }
    if anchor.contains(where: { $0.word == .billingDay }), auto != .renew, renewFrom != .previousEnd
    {
      flaws.append(
        .at(
          "renewFrom", "a billing day needs \"renewFrom\": \"previousEnd\" or \"auto\": \"renew\""))
    }
    if once, !qualifying.isEmpty || auto != .none {
      flaws.append(.at("once", "what runs once is renewed by nothing: no qualifying, no auto"))
    }
    if auto == .renew, period == nil {
      flaws.append(.at("auto", "renewing by itself needs a period"))
    }
    return flaws
  }

  private func qualifierFlaws() -> [DataFlaw] {
    qualifying.enumerated().flatMap { index, qualifier in
      var flaws: [DataFlaw] = []
      for (member, limit) in [("atLeast", qualifier.atLeast), ("moreThan", qualifier.moreThan)] {
        if let limit, limit.amount < 0 { flaws.append(.at(member, "an amount below zero")) }
      }
      if qualifier.events.isEmpty {
        flaws.append(.at("events", "nothing counts; allowed: at least one event"))
      }
      if qualifier.atLeast != nil, qualifier.moreThan != nil {
        flaws.append(.at("moreThan", "a minimum is \"atLeast\" or \"moreThan\", not both"))
      }
      if qualifier.summedOver != nil, qualifier.atLeast == nil, qualifier.moreThan == nil {
        flaws.append(.at("summedOver", "a sum needs \"atLeast\" or \"moreThan\""))
      }
      return flaws.map { $0.inside(.member("qualifying"), .element(index)) }
    }
  }

  private func stageFlaws() -> [DataFlaw] {
    guard let stages else {
      return loss == nil ? [] : [.at("loss", "a loss follows stages; allowed: \"stages\", or none")]
    }
    let kept = stages.enumerated().filter { $1.name == .grace && $1.discretion == .may }.map {
      DataFlaw(
        path: [.member("stages"), .element($0.offset), .member("discretion")],
        message: "what a line has in a time of grace is not taken; allowed: does")
    }
    return kept
      + zip(stages, stages.dropFirst()).enumerated().flatMap { index, pair in
        var flaws: [DataFlaw] = []
        if pair.0.period == nil {
          flaws.append(
            DataFlaw(
              path: [.element(index)], message: "only the last stage can do without a period"))
        }
        if pair.0.name.isWorse(than: pair.1.name) {
          flaws.append(
            DataFlaw(
              path: [.element(index + 1), .member("name")],
              message: "a line gets worse from stage to stage; allowed: "
                + "grace, then suspended, then quarantined"))
        }
        return flaws.map { $0.inside(.member("stages")) }
      }
  }
}

extension Stage.Name {
  /// The words stand in the order in which a line gets worse.
  fileprivate func isWorse(than other: Self) -> Bool {
    Self.allCases.drop { $0 != other }.dropFirst().contains(self)
  }
}
