public import Words

/// Where a carrier's rule comes from, and how far it can be trusted.
public struct Provenance: Hashable, Sendable {
  /// Who says so.
  public var quality: Quality
  /// The source in words.
  public var source: String
  /// Where it can be read; absent where the place was not noted.
  public var url: String?
  /// When it was read there; absent where the day was not noted.
  public var checkedOn: CalendarDay?
  /// The country it holds in, by its two letters of ISO 3166-1; absent where it holds in all.
  public var market: String?
  /// The carrier's plan it holds for, in words.
  public var plan: String?
  /// The members of the clock that the source does not state and that were chosen, on the stricter
  /// side.
  public var assumed: [Clock.Member]

  /// Where a rule comes from.
  public init(quality: Quality, source: String) {
    self.quality = quality
    self.source = source
    self.assumed = []
  }

  /// Who says so.
  public enum Quality: String, Vocabulary {
    /// The operator, on its own page.
    case operatorsOwn = "O"
    /// Somebody else, in print.
    case secondary = "S"
    /// Users, or the code of programs.
    case userReport = "U"
  }
}

extension Provenance: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case quality, source, url, checkedOn, market, plan, assumed
  }

  /// Reads where a rule comes from.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    quality = try container.decode(Quality.self, forKey: .quality)
    source = try container.decode(String.self, forKey: .source)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    checkedOn = try container.decodeIfPresent(CalendarDay.self, forKey: .checkedOn)
    market = try container.decodeIfPresent(String.self, forKey: .market)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed) ?? []
  }
}

extension Provenance.Quality {
  /// Who says so, in words.
  public var words: Words {
    switch self {
    case .operatorsOwn: Words("the carrier's own page")
    case .secondary: Words("a secondary source")
    case .userReport: Words("a report of users")
    }
  }
}
