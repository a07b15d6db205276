public import Words

/// Something to do about a line.
public struct NextStep: Equatable, Sendable {
  /// What to do.
  public let action: Action
  /// The clock it is for.
  public let clock: Clock.ID?
  /// The last day it helps.
  public let by: CalendarDay?
  /// The command that takes it, or that writes down that it was taken; absent where there is nothing to
  /// type.
  public let command: StepCommand?

  package init(
    _ action: Action, clock: Clock.ID? = nil, by: CalendarDay? = nil, of line: Line? = nil
  ) {
    self.action = action
    self.clock = clock
    self.by = by
    command = line.flatMap { StepCommand(action, of: $0) }
  }

  /// The step with its command for a line.
  package func of(_ line: Line) -> NextStep { NextStep(action, clock: clock, by: by, of: line) }

  /// The step without what there is to type.
  package var withoutCommand: NextStep { NextStep(action, clock: clock, by: by) }

  /// What there is to do.
  public enum Action: Equatable, Sendable {
    /// Put money on the line.
    case topUp(LeastAmount? = nil)
    /// Buy a pack.
    case buyPack(LeastAmount? = nil)
    /// Use the line: these count.
    case use([Qualifier.Word], LeastAmount? = nil)
    /// See whether the line still works: any of these shows it.
    case test([Qualifier.Word])
    /// Put the line to use for the first time; its time counts from this, where that is not the
    /// activation.
    case activate(Anchor.Word? = nil)
    /// Download or install the profile.
    case install
    /// Call the carrier, or ask it in its shop.
    case contactCarrier
    /// Ask the carrier for the date or the balance: hotline, SMS, USSD, app.
    case askCarrier
    /// See that there is enough balance for what is taken by itself.
    case keepBalance
    /// Enable the profile: disabled, it can't be used.
    case enableProfile
    /// Have the eUICC's reports delivered.
    case sendNotifications
    /// Put the card in a phone with coverage, and read it again.
    case readAgain
    /// Find the card or the profile.
    case findAsset
    /// Write down what is missing; of what starts a clock one of these.
    case record(Missing.What, anyOf: [Anchor.Word] = [])
    /// Get another line: this one is gone.
    case replace
    /// Write down the date that the carrier's text gives.
    case recordNotice(CalendarDay)
    /// Choose another way to pay.
    case payOtherwise
    /// Wait, and try again.
    case tryAgain
    /// Buy or pay where the line's market is.
    case useHomeMarket
    /// See whether what renews itself did, and record it.
    case confirmRenewal
    /// See whether the renewal that was paid or sent took effect.
    case verifyRenewal
    /// End the suspension that its owner wished for, or prolong it.
    case resume
    /// Use what is on the line and move its number before the end that is planned.
    case prepareEnd
    /// Take the line off the lists: nothing of it is left to keep.
    case removeFromList
  }

  /// The parts of the guide for a line.
  public enum Phase: String, Vocabulary {
    /// Find out how the line stands.
    case check
    /// Choose what to buy and how.
    case choose
    /// Do it.
    case renew
    /// See whether it took effect.
    case verify
  }

  /// Where it stands in the guide: check, choose, renew, verify.
  public var phase: Phase {
    switch action {
    case .test, .askCarrier, .record, .recordNotice, .findAsset, .sendNotifications,
      .confirmRenewal, .removeFromList:
      .check
    case .payOtherwise, .useHomeMarket, .replace, .prepareEnd: .choose
    case .topUp, .buyPack, .use, .activate, .install, .contactCarrier, .keepBalance,
      .enableProfile, .tryAgain, .resume:
      .renew
    case .readAgain, .verifyRenewal: .verify
    }
  }
}

extension NextStep {
  /// What to do, as a request, with the command for it.
  public var sentence: Words {
    let request = by.map { Words("by \($0): \(action.words)") } ?? action.words
    guard let command else { return request }
    return command.records
      ? Words("\(request); then: \(command.text)") : Words("\(request): \(command.text)")
  }
}

extension NextStep.Action {
  /// What to do, as a request without a day.
  public var words: Words {
    switch self {
    case .topUp(let least): Self.paying(Words("top up"), least)
    case .buyPack(let least): Self.paying(Words("buy a pack"), least)
    case .use(let kinds, let least): Self.using(kinds, least)
    case .test(let kinds):
      Words("test it now: \(Words.listed(kinds.map(\.words)))")
    case .activate: Words("put it to use for the first time")
    case .install: Words("download or install its profile")
    case .contactCarrier: Words("call the carrier, or go to its shop")
    case .askCarrier: Words("ask the carrier for its date and balance")
    case .keepBalance: Words("keep enough balance for what is taken by itself")
    case .enableProfile: Words("enable its profile")
    case .sendNotifications: Words("have the card's notifications delivered")
    case .readAgain: Words("put it in a phone with coverage, then read the card again")
    case .findAsset: Words("find the card or the profile")
    case .record(_, let anchors) where anchors == [.explicitDate]:
      Words("record: \(Missing.What.date.words)")
    case .record(_, let anchors) where !anchors.isEmpty:
      Words("record one of: \(Words.listed(anchors.map(\.words)))")
    case .record(.rule, _):
      Words("choose its carrier's rule, or give its last day with --expires DATE instead")
    case .record(let missing, _): Words("record: \(missing.words)")
    case .replace: Words("get another line: this one is gone")
    case .recordNotice(let day): Words("record the date that the carrier's text gives: \(day)")
    case .payOtherwise: Words("pay in another way")
    case .tryAgain: Words("try again")
    case .useHomeMarket: Words("buy or pay where the line's home is")
    case .confirmRenewal:
      Words("see whether it renewed")
    case .verifyRenewal: Words("see whether what was sent took effect")
    case .resume: Words("end its suspension, or prolong it")
    case .prepareEnd: Words("use what is on it, and move its number if you want to keep that")
    case .removeFromList: Words("take it off the lists")
    }
  }

  // The amount may be that of several calls together.
  private static func using(_ kinds: [Qualifier.Word], _ least: LeastAmount?) -> Words {
    let uses = Words.listed(kinds.map(\.words))
    return switch least {
    case nil: kinds.isEmpty ? Words("use it") : Words("use it: \(uses)")
    case .atLeast(let amount): Words("use it for at least \(amount.text): \(uses)")
    case .moreThan(let amount): Words("use it for more than \(amount.text): \(uses)")
    }
  }

  private static func paying(_ action: Words, _ least: LeastAmount?) -> Words {
    switch least {
    case nil: action
    case .atLeast(let amount): Words("\(action), at least \(amount.text)")
    case .moreThan(let amount): Words("\(action), more than \(amount.text)")
    }
  }
}

extension NextStep.Phase {
  /// What the step is about.
  public var words: Words {
    switch self {
    case .check: Words("check: how does it stand?")
    case .choose: Words("choose: what keeps it, at what cost?")
    case .renew: Words("renew")
    case .verify: Words("verify: did it take effect?")
    }
  }
}

extension NextStep: Codable {
  package enum Code: String, Vocabulary {
    case topUp, buyPack, use, activate, install, contactCarrier, askCarrier, keepBalance
    case enableProfile, sendNotifications, readAgain, findAsset, record, replace, recordNotice
    case payOtherwise, tryAgain, useHomeMarket, confirmRenewal, resume, prepareEnd, removeFromList
    case test, verifyRenewal
  }

  package var code: Code {
    switch action {
    case .topUp: .topUp
    case .buyPack: .buyPack
    case .use: .use
    case .activate: .activate
    case .install: .install
    case .contactCarrier: .contactCarrier
    case .askCarrier: .askCarrier
    case .keepBalance: .keepBalance
    case .enableProfile: .enableProfile
    case .sendNotifications: .sendNotifications
    case .readAgain: .readAgain
    case .findAsset: .findAsset
    case .record: .record
    case .replace: .replace
    case .recordNotice: .recordNotice
    case .payOtherwise: .payOtherwise
    case .tryAgain: .tryAgain
    case .useHomeMarket: .useHomeMarket
    case .confirmRenewal: .confirmRenewal
    case .resume: .resume
    case .prepareEnd: .prepareEnd
    case .removeFromList: .removeFromList
    case .test: .test
    case .verifyRenewal: .verifyRenewal
    }
  }

  private enum CodingKeys: String, CodingKey {
    case code, clock, by, amount, exclusive, kinds, missing, anyOf, day, command, records
  }

  /// Reads a step.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    command = try container.decodeIfPresent(String.self, forKey: .command).map {
      StepCommand($0, records: try container.decodeIfPresent(Bool.self, forKey: .records) ?? false)
    }
    clock = try container.decodeIfPresent(Clock.ID.self, forKey: .clock)
    by = try container.decodeIfPresent(CalendarDay.self, forKey: .by)
    let amount = try container.decodeIfPresent(Money.self, forKey: .amount)
    let isExclusive = try container.decodeIfPresent(Bool.self, forKey: .exclusive) ?? false
    let least = amount.map { isExclusive ? LeastAmount.moreThan($0) : .atLeast($0) }
    switch try container.decode(Code.self, forKey: .code) {
    case .topUp: action = .topUp(least)
    case .buyPack: action = .buyPack(least)
    case .use:
      action = .use(try container.decode([Qualifier.Word].self, forKey: .kinds), least)
    case .activate:
      let starts = try container.decodeIfPresent([Anchor.Word].self, forKey: .anyOf)
      action = .activate(starts?.first)
    case .install: action = .install
    case .contactCarrier: action = .contactCarrier
    case .askCarrier: action = .askCarrier
    case .keepBalance: action = .keepBalance
    case .enableProfile: action = .enableProfile
    case .sendNotifications: action = .sendNotifications
    case .readAgain: action = .readAgain
    case .findAsset: action = .findAsset
    case .record:
      action = .record(
        try container.decode(Missing.What.self, forKey: .missing),
        anyOf: try container.decodeIfPresent([Anchor.Word].self, forKey: .anyOf) ?? [])
    case .replace: action = .replace
    case .recordNotice:
      action = .recordNotice(try container.decode(CalendarDay.self, forKey: .day))
    case .payOtherwise: action = .payOtherwise
    case .tryAgain: action = .tryAgain
    case .useHomeMarket: action = .useHomeMarket
    case .confirmRenewal: action = .confirmRenewal
    case .resume: action = .resume
    case .prepareEnd: action = .prepareEnd
    case .removeFromList: action = .removeFromList
    case .verifyRenewal: action = .verifyRenewal
    case .test: action = .test(try container.decode([Qualifier.Word].self, forKey: .kinds))
    }
  }

  /// Writes a step.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encodeIfPresent(clock, forKey: .clock)
    try container.encodeIfPresent(by, forKey: .by)
    try container.encodeIfPresent(command?.text, forKey: .command)
    if command?.records == true { try container.encode(true, forKey: .records) }
    func encode(_ least: LeastAmount?) throws {
      try container.encodeIfPresent(least?.amount, forKey: .amount)
      if least?.isExclusive == true { try container.encode(true, forKey: .exclusive) }
    }
    switch action {
    case .topUp(let least), .buyPack(let least): try encode(least)
    case .use(let kinds, let least):
      try container.encode(kinds, forKey: .kinds)
      try encode(least)
    case .test(let kinds): try container.encode(kinds, forKey: .kinds)
    case .record(let missing, let anchors):
      try container.encode(missing, forKey: .missing)
      if !anchors.isEmpty { try container.encode(anchors, forKey: .anyOf) }
    case .recordNotice(let day): try container.encode(day, forKey: .day)
    case .activate(let word?): try container.encode([word], forKey: .anyOf)
    case .activate(nil), .install, .contactCarrier, .askCarrier, .keepBalance, .enableProfile,
      .sendNotifications, .readAgain, .findAsset, .replace, .payOtherwise, .tryAgain,
      .useHomeMarket, .confirmRenewal, .verifyRenewal, .resume, .prepareEnd, .removeFromList:
      break
    }
  }
}
