public import FoundationEssentials
public import Words

/// One try to renew a line, from the plan to the answer to "did it take effect?".
///
/// It goes planned → submitted → confirmed or failed. A submitted one that nobody heard of for
/// ``patience`` days counts as unconfirmed, and can still be confirmed or fail.
public struct RenewalAttempt: Codable, Equatable, Sendable, Identifiable {
  /// What names an attempt for good.
  public let id: String
  /// The line.
  public let line: Line.ID
  /// The clock it is to renew, where that is known.
  public var clock: Clock.ID?
  /// What is paid.
  public var amount: Money?
  /// How it is paid.
  public var channel: Channel?
  /// Days after which a submitted attempt counts as unconfirmed.
  public var patience: Int
  /// How far it has come.
  public private(set) var phase: Phase
  /// When it was planned.
  public let plannedAt: Date
  /// When it was submitted.
  public private(set) var submittedAt: Date?
  /// When it was confirmed or failed.
  public private(set) var closedAt: Date?
  /// What confirmed it.
  public private(set) var confirmation: Confirmation?
  /// Why it failed.
  public private(set) var failure: FailureReason?

  /// Plans an attempt.
  public init(id: String, line: Line.ID, plannedAt: Date, patience: Int = 3) {
    self.id = id
    self.line = line
    self.patience = patience
    self.phase = .planned
    self.plannedAt = plannedAt
  }

  /// How far an attempt has come.
  public enum Phase: String, Vocabulary {
    /// Decided on.
    case planned
    /// Paid, or sent.
    case submitted
    /// It took effect.
    case confirmed
    /// It did not.
    case failed
    /// Nobody heard of it for too long. Never stored: it follows from the time.
    case unconfirmed
  }

  /// How a renewal is paid. An open list: keep unknown ones.
  public struct Channel: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Online, WeChat Pay.
    public static let weChatPay = Channel(rawValue: "weChatPay")
    /// Online, Alipay.
    public static let alipay = Channel(rawValue: "alipay")
    /// Online, a bank card.
    public static let bankCard = Channel(rawValue: "bankCard")
    /// The carrier's shop.
    public static let shop = Channel(rawValue: "shop")
    /// A machine in a shop or street.
    public static let kiosk = Channel(rawValue: "kiosk")
    /// The carrier's app.
    public static let carrierApp = Channel(rawValue: "carrierApp")
  }
}

extension RenewalAttempt {
  /// How far the attempt has come at a moment.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - zone: the zone in which the days of ``patience`` are counted.
  public func phase(at now: Date, zone: TimeZone) -> Phase {
    guard phase == .submitted, let submittedAt else { return phase }
    let limit = ClockCalendar(zone: zone).adding(patience, .day, to: submittedAt)
    return limit.map { now >= $0 } == true ? .unconfirmed : .submitted
  }

  /// It was paid, or sent.
  public mutating func submit(at moment: Date) throws(AttemptError) {
    guard phase == .planned else { throw AttemptError(from: phase, to: .submitted) }
    guard moment >= plannedAt else {
      throw AttemptError(from: phase, to: .submitted, tooEarly: true)
    }
    phase = .submitted
    submittedAt = moment
  }

  /// It took effect.
  public mutating func confirm(by confirmation: Confirmation, at moment: Date)
    throws(AttemptError)
  {
    try close(as: .confirmed, at: moment)
    self.confirmation = confirmation
  }

  /// It did not take effect.
  public mutating func fail(_ reason: FailureReason, at moment: Date) throws(AttemptError) {
    try close(as: .failed, at: moment)
    failure = reason
  }

  private mutating func close(as new: Phase, at moment: Date) throws(AttemptError) {
    guard phase == .submitted, let submittedAt else { throw AttemptError(from: phase, to: new) }
    guard moment >= submittedAt else { throw AttemptError(from: phase, to: new, tooEarly: true) }
    phase = new
    closedAt = moment
  }

  /// What to do now.
  public func next(at now: Date, zone: TimeZone) -> [NextStep] {
    switch phase(at: now, zone: zone) {
    case .planned, .submitted, .confirmed: []
    case .unconfirmed: [NextStep(.askCarrier, clock: clock), NextStep(.readAgain, clock: clock)]
    case .failed: failure?.next(clock: clock) ?? []
    }
  }
}

/// A step that an attempt can't take from where it is.
public struct AttemptError: Error, Equatable, Sendable {
  /// Where it is.
  public let from: RenewalAttempt.Phase
  /// Where it was to go.
  public let to: RenewalAttempt.Phase
  /// Whether the only thing wrong is that the step would lie before the one before.
  public let tooEarly: Bool

  init(from: RenewalAttempt.Phase, to: RenewalAttempt.Phase, tooEarly: Bool = false) {
    self.from = from
    self.to = to
    self.tooEarly = tooEarly
  }
}

extension AttemptError: CustomStringConvertible {
  /// Why the step can't be taken.
  public var words: Words {
    tooEarly
      ? Words("the renewal can't be \(to.words) before it was \(from.words)")
      : Words("a renewal that is \(from.words) can't become \(to.words)")
  }

  /// Why the step can't be taken, in English.
  public var description: String { words.description }
}

extension RenewalAttempt.Phase {
  /// How far it has come, in words.
  public var words: Words {
    switch self {
    case .planned: Words("planned")
    case .submitted: Words("submitted")
    case .confirmed: Words("confirmed")
    case .failed: Words("failed")
    case .unconfirmed: Words("unconfirmed")
    }
  }
}

extension RenewalAttempt.Channel {
  /// How it is paid; a person's own word as it is written.
  public var words: Words {
    switch self {
    case .weChatPay: Words("WeChat Pay")
    case .alipay: Words("Alipay")
    case .bankCard: Words("bank card")
    case .shop: Words("shop")
    case .kiosk: Words("kiosk")
    case .carrierApp: Words("the carrier's app")
    default: Words(verbatim: rawValue)
    }
  }
}

/// What confirms a renewal, the most certain first.
public enum Confirmation: String, Vocabulary {
  /// The carrier says so.
  case carrierNotice
  /// The balance rose.
  case balanceRose
  /// The line registered again after it was suspended.
  case registration
  /// The person says so.
  case person
}

extension Confirmation {
  /// What confirms it, in words.
  public var words: Words {
    switch self {
    case .carrierNotice: Words("the carrier's word")
    case .balanceRose: Words("the higher balance")
    case .registration: Words("the new registration")
    case .person: Words("your word")
    }
  }
}
