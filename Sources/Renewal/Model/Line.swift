public import Words

/// One SIM subscription or one eSIM profile: what a person keeps alive.
///
/// It need not have a card: a number can be worth keeping that no reader has seen.
public struct Line: Codable, Equatable, Sendable, Identifiable {
  /// What names a line for good: its ICCID, where there is one.
  public var id: String
  /// What its owner calls it.
  public var name: String
  /// The ICCID of its card or profile, 18 to 20 digits.
  public var iccid: String?
  /// What was bought.
  public var plan: Plan?
  /// The carrier's rule it lives by, from the rule book.
  public var rule: Rule.ID?
  /// Clocks of its own: beside those of the rule, or in place of one with the same name.
  public var clocks: [Clock]
  /// The day of the month that its plan renews on, 1 to 31.
  public var billingDay: Int?
  /// When its owner wants to be warned.
  public var thresholds: [Threshold]
  /// The balance below which its owner wants to be warned.
  public var lowBalance: Money?
  /// The day its owner took it off the lists; absent while it is tracked.
  public var retiredOn: CalendarDay?

  /// A line that nothing but its name is known of.
  public init(id: String, name: String, rule: Rule.ID? = nil) {
    self.id = id
    self.name = name
    self.rule = rule
    self.clocks = []
    self.thresholds = Threshold.usual
  }

  /// What was bought.
  public enum Plan: String, Vocabulary {
    /// A bundle of minutes.
    case voice
    /// A bundle of data.
    case data
    /// A bundle of both.
    case combined
    /// No bundle: no end date, only a balance.
    case payAsYouGo
  }
}

/// How many days before the end a line becomes a worry.
public struct Threshold: Codable, Hashable, Sendable {
  /// Days before the last day.
  public var days: Int
  /// How much of a worry.
  public var severity: Severity

  /// A worry from so many days before the last day.
  public init(days: Int, _ severity: Severity) {
    self.days = days
    self.severity = severity
  }

  /// A month to plan, a week to act.
  public static let usual = [Threshold(days: 30, .warning), Threshold(days: 7, .critical)]
}

/// How much of a worry a line is. "Due soon" is this, and not a state.
public enum Severity: String, Vocabulary {
  /// Nothing to do.
  case ok
  /// Something to do soon.
  case warning
  /// Something to do now, or too late.
  case critical
  /// Nobody can tell.
  case unknown
}

extension Line.Plan {
  /// What is in it, in words.
  public var words: Words {
    switch self {
    case .voice: Words("voice")
    case .data: Words("data only")
    case .combined: Words("voice and data")
    case .payAsYouGo: Words("pay as you go")
    }
  }

  /// Whom it is for.
  public var advice: Words {
    switch self {
    case .voice: Words("voice: for calls and codes by SMS, with little or no data")
    case .data: Words("data: for a tablet, a router, or a second line abroad")
    case .combined: Words("voice and data: for the phone that is used every day")
    case .payAsYouGo: Words("pay as you go: for a number that is only kept; watch the balance")
    }
  }
}
