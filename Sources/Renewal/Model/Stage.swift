public import Words

/// What a carrier does, against what it reserves the right to do.
public enum Discretion: String, Vocabulary {
  /// It may, and need not: nobody knows from the calendar whether it did.
  case may
  /// It does.
  case does
}

/// The end of a line, after the last stage of a clock.
public struct Loss: Hashable, Sendable {
  /// Whether the carrier ends the line then or may end it.
  public var discretion: Discretion
  /// Where that stands, where it is not where the clock stands.
  public var source: Source?

  /// A loss.
  public init(_ discretion: Discretion) { self.discretion = discretion }
}

extension Loss: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case discretion, source }

  /// Reads a loss.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    self.init(try container.decode(Discretion.self, forKey: .discretion))
    source = try container.decodeCitedSource(.source)
  }
}

extension KeyedDecodingContainer {
  /// A source that stands there whole. A file of carriers cites it by a name, which its own reader
  /// follows.
  fileprivate func decodeCitedSource(_ key: Key) throws -> Source? {
    if (try? decode(String.self, forKey: key)) != nil { return nil }
    return try decodeIfPresent(Source.self, forKey: key)
  }
}

/// What follows the end of a clock, for a while or for good.
public struct Stage: Hashable, Sendable {
  /// The state that the line is in.
  public var name: Name
  /// How long it lasts; absent where it has no end of its own.
  public var period: Period?
  /// What the line can't do any more, or has lost. Empty in a true grace period.
  public var effects: [Effect]
  /// What brings the line back.
  public var recoverBy: Recovery
  /// Whether the carrier does this or may do it. What follows a stage that it may begin is no more
  /// certain than the stage.
  public var discretion: Discretion
  /// Where that stands, where it is not where the clock stands.
  public var source: Source?

  /// A stage.
  public init(
    _ name: Name, for period: Period?, effects: [Effect] = [], recoverBy: Recovery,
    discretion: Discretion = .does
  ) {
    self.name = name
    self.period = period
    self.effects = effects
    self.recoverBy = recoverBy
    self.discretion = discretion
  }

  /// The state of a line in a stage.
  public enum Name: String, Vocabulary {
    /// Past the end, still entitled.
    case grace
    /// Barred; a top-up brings it back.
    case suspended
    /// Only the carrier can bring it back.
    case quarantined

    /// The state of the line.
    public var state: LineState {
      switch self {
      case .grace: .grace
      case .suspended: .suspended
      case .quarantined: .quarantined
      }
    }
  }

  /// What is gone in a stage.
  public enum Effect: String, Vocabulary {
    /// Calls and messages from the line.
    case outgoingBarred
    /// Everything.
    case noService
    /// The money on the line.
    case balanceForfeited
    /// The number.
    case numberLost
  }

  /// What brings a line back.
  public enum Recovery: String, Vocabulary {
    /// Whatever qualifies for the clock: mostly a top-up.
    case topUp
    /// Asking the carrier.
    case contact
    /// Nothing.
    case none
  }
}

extension Stage: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, period, effects, recoverBy, discretion, source
  }

  /// Reads a stage.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    self.init(
      try container.decode(Name.self, forKey: .name),
      for: try container.decodeIfPresent(Period.self, forKey: .period),
      effects: try container.decodeIfPresent([Effect].self, forKey: .effects) ?? [],
      recoverBy: try container.decode(Recovery.self, forKey: .recoverBy),
      discretion: try container.decodeIfPresent(Discretion.self, forKey: .discretion) ?? .does)
    source = try container.decodeCitedSource(.source)
  }
}

extension Stage.Effect {
  /// What is gone, in words.
  public var words: Words {
    switch self {
    case .outgoingBarred: Words("nothing goes out")
    case .noService: Words("no service")
    case .balanceForfeited: Words("the balance is lost")
    case .numberLost: Words("the number is lost")
    }
  }
}
