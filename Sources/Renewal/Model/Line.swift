public import Words

/// One SIM subscription or one eSIM profile: what a person keeps alive.
///
/// It need not have a card: a number can be worth keeping that no reader has seen.
public struct Line: Equatable, Sendable, Identifiable {
  /// What names a line for good: its ICCID, where there is one.
  public var id: String
  /// What its owner calls it.
  public var name: String
  /// The ICCID of its card or profile, 18 to 20 digits.
  public var iccid: String?
  /// The cards and profiles it was on before, the first one first.
  public var formerCards: [FormerCard]
  /// Its phone numbers, as its owner writes them.
  public var numbers: [String]
  /// Who runs it: the name of a carrier in the carriers' files.
  public var carrier: String?
  /// Whose it is.
  public var owner: String?
  /// What it is kept together with.
  public var group: String?
  /// Words that its owner finds it by.
  public var tags: [String]
  /// What its owner wants to remember of it.
  public var note: String?
  /// How it is paid for, in its owner's words.
  public var paymentMethod: String?
  /// What its plan costs, and how it goes on; absent where it has none or nobody said.
  public var subscription: Subscription?
  /// What a day costs, where it costs something without being used.
  public var dayRate: Money?
  /// How many days before the last one its owner wants to be done; absent where the usual lead will do.
  public var leadDays: Int?
  /// What was bought.
  public var plan: Plan?
  /// The carrier's rule it lives by, from the rule book.
  public var rule: Rule.ID?
  /// Clocks of its own: beside those of the rule, or in place of one with the same name.
  public var clocks: [Clock]
  /// The day of the month that its plan renews on, 1 to 31.
  public var billingDay: Int?
  /// When to warn of it: as its owner said, or else as is usual. Setting it is saying so.
  public var thresholds = Threshold.usual { didSet { thresholdsAreOwn = true } }
  /// Whether its owner said so; absent where nobody did.
  private var thresholdsAreOwn: Bool?
  /// The balance below which its owner wants to be warned.
  public var lowBalance: Money?
  /// The day its owner took it off the lists; absent while it is tracked.
  public var retiredOn: CalendarDay?
  /// What the last table that was imported said of it, by column. Where that still holds, a later
  /// table may correct it.
  public var importedCells: [String: String]?

  /// A line that nothing but its name is known of.
  public init(id: String, name: String, rule: Rule.ID? = nil) {
    self.id = id
    self.name = name
    self.rule = rule
    self.formerCards = []
    self.numbers = []
    self.tags = []
    self.clocks = []
  }

  /// When its owner wants to be warned; absent where nobody said.
  public var ownThresholds: [Threshold]? {
    get { thresholdsAreOwn == true ? thresholds : nil }
    set {
      thresholds = newValue ?? Threshold.usual
      thresholdsAreOwn = newValue == nil ? nil : true
    }
  }

  /// A card or profile that a line was on before.
  public struct FormerCard: Codable, Hashable, Sendable {
    /// Its ICCID.
    public var iccid: String
    /// The day from which the line was no longer on it.
    public var until: CalendarDay

    /// A card, and the day it was left.
    public init(iccid: String, until: CalendarDay) {
      self.iccid = iccid
      self.until = until
    }
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

extension Line: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, iccid, formerCards, numbers, carrier, owner, group, tags, note, paymentMethod
    case subscription, dayRate, leadDays, plan, rule, clocks, billingDay, thresholds, lowBalance
    case retiredOn, importedCells, thresholdsAreOwn
  }

  /// Reads a line; what earlier versions did not have may be left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      rule: try container.decodeIfPresent(Rule.ID.self, forKey: .rule))
    iccid = try container.decodeIfPresent(String.self, forKey: .iccid)
    formerCards = try container.decodeIfPresent([FormerCard].self, forKey: .formerCards) ?? []
    numbers = try container.decodeIfPresent([String].self, forKey: .numbers) ?? []
    carrier = try container.decodeIfPresent(String.self, forKey: .carrier)
    owner = try container.decodeIfPresent(String.self, forKey: .owner)
    group = try container.decodeIfPresent(String.self, forKey: .group)
    tags = try container.decodeIfPresent([String].self, forKey: .tags) ?? []
    note = try container.decodeIfPresent(String.self, forKey: .note)
    paymentMethod = try container.decodeIfPresent(String.self, forKey: .paymentMethod)
    subscription = try container.decodeIfPresent(Subscription.self, forKey: .subscription)
    dayRate = try container.decodeIfPresent(Money.self, forKey: .dayRate)
    leadDays = try container.decodeIfPresent(Int.self, forKey: .leadDays)
    plan = try container.decodeIfPresent(Plan.self, forKey: .plan)
    clocks = try container.decode([Clock].self, forKey: .clocks)
    billingDay = try container.decodeIfPresent(Int.self, forKey: .billingDay)
    thresholds = try container.decode([Threshold].self, forKey: .thresholds)
    // Earlier versions did not say whose they are.
    let areOwn = try container.decodeIfPresent(Bool.self, forKey: .thresholdsAreOwn) ?? false
    thresholdsAreOwn = areOwn || thresholds != Threshold.usual ? true : nil
    lowBalance = try container.decodeIfPresent(Money.self, forKey: .lowBalance)
    retiredOn = try container.decodeIfPresent(CalendarDay.self, forKey: .retiredOn)
    importedCells = try container.decodeIfPresent([String: String].self, forKey: .importedCells)
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
