public import Words

/// Where a clock's due date comes from.
///
/// In JSON it is a word, or an object where it needs more than a word:
/// `{"clockEnd": "pack", "plusDays": 1}`, `{"billingDay": 15}`, `{"date": "2026-12-01"}`.
public enum Anchor: Hashable, Sendable {
  /// The card, eSIM or pack was bought.
  case purchase
  /// The eSIM was added to a device.
  case install
  /// The carrier or the person activated the line.
  case activation
  /// A device registered with a network for the first time.
  case firstAttach
  /// Data went through for the first time.
  case firstData
  /// The last top-up that qualifies.
  case lastTopUp
  /// The last use that costs something; incoming calls and messages don't count.
  case lastChargeable
  /// The last use of any kind; incoming counts.
  case lastUse
  /// The last day of another clock of the same line, and some days more.
  case clockEnd(Clock.ID, plusDays: Int)
  /// The same day of every month, or the month's last day where it is missing. Without a number it
  /// is the line's own billing day.
  case billingDay(Int?)
  /// A date that the carrier or the person gave, or that stands here.
  case explicitDate(CalendarDay?)

  /// The word for it.
  public var word: Word {
    switch self {
    case .purchase: .purchase
    case .install: .install
    case .activation: .activation
    case .firstAttach: .firstAttach
    case .firstData: .firstData
    case .lastTopUp: .lastTopUp
    case .lastChargeable: .lastChargeable
    case .lastUse: .lastUse
    case .clockEnd: .clockEnd
    case .billingDay: .billingDay
    case .explicitDate: .explicitDate
    }
  }

  /// The words for the anchors there are.
  public enum Word: String, Vocabulary {
    /// See ``Anchor/purchase``.
    case purchase
    /// See ``Anchor/install``.
    case install
    /// See ``Anchor/activation``.
    case activation
    /// See ``Anchor/firstAttach``.
    case firstAttach
    /// See ``Anchor/firstData``.
    case firstData
    /// See ``Anchor/lastTopUp``.
    case lastTopUp
    /// See ``Anchor/lastChargeable``.
    case lastChargeable
    /// See ``Anchor/lastUse``.
    case lastUse
    /// See ``Anchor/clockEnd(_:plusDays:)``.
    case clockEnd
    /// See ``Anchor/billingDay(_:)``.
    case billingDay
    /// See ``Anchor/explicitDate(_:)``.
    case explicitDate
  }
}

extension Anchor: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case clockEnd, plusDays, billingDay, date
  }

  /// Reads a word, or an object with what the word lacks.
  public init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      self = try Self(word: word, decoder)
      return
    }
    let container = try decoder.members(CodingKeys.self)
    let meanings = [CodingKeys.clockEnd, .billingDay, .date].filter(container.contains)
    guard meanings.count == 1, let meaning = meanings.first,
      meaning == .clockEnd || !container.contains(.plusDays)
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "an anchor without one meaning; "
            + "allowed: a word, or an object with clockEnd (and plusDays), billingDay or date"))
    }
    switch meaning {
    case .billingDay:
      self = .billingDay(try container.number(.billingDay, in: 1...31, of: "days of a month"))
    case .date: self = .explicitDate(try container.decode(CalendarDay.self, forKey: .date))
    default:
      let hasDays = container.contains(.plusDays)
      self = .clockEnd(
        try container.decode(String.self, forKey: .clockEnd),
        plusDays: hasDays ? try container.number(.plusDays, in: 0...366, of: "days") : 0)
    }
  }

  private init(word: String, _ decoder: any Decoder) throws {
    switch Word(rawValue: word) {
    case .purchase: self = .purchase
    case .install: self = .install
    case .activation: self = .activation
    case .firstAttach: self = .firstAttach
    case .firstData: self = .firstData
    case .lastTopUp: self = .lastTopUp
    case .lastChargeable: self = .lastChargeable
    case .lastUse: self = .lastUse
    case .billingDay: self = .billingDay(nil)
    case .explicitDate: self = .explicitDate(nil)
    case .clockEnd, nil:
      let words = Word.allCases.filter { $0 != .clockEnd }.map(\.rawValue)
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "\"\(word)\" is not an anchor; allowed: "
            + words.joined(separator: ", ") + ", or an object with clockEnd, billingDay or date"))
    }
  }

  /// Writes the word, or an object with what the word lacks.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .clockEnd(let clock, let plusDays):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(clock, forKey: .clockEnd)
      try container.encode(plusDays, forKey: .plusDays)
    case .billingDay(let day?):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(day, forKey: .billingDay)
    case .explicitDate(let date?):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(date, forKey: .date)
    default:
      var container = encoder.singleValueContainer()
      try container.encode(word)
    }
  }
}

extension Anchor.Word {
  /// What starts a clock, in words.
  public var words: Words {
    switch self {
    case .purchase: Words("the purchase")
    case .install: Words("the installation")
    case .activation: Words("the activation")
    case .firstAttach: Words("the first registration")
    case .firstData: Words("the first data")
    case .lastTopUp: Words("the last top-up")
    case .lastChargeable: Words("the last use that costs something")
    case .lastUse: Words("the last use")
    case .clockEnd: Words("the end of another term")
    case .billingDay: Words("the billing day")
    case .explicitDate: Words("a date")
    }
  }
}
