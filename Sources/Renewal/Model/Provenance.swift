/// What the terms of a rule or of a clock rest on: a source, and what that leaves open.
public struct Provenance: Hashable, Sendable {
  /// Where it stands.
  public var source: Source
  /// The country it holds in, by its two letters of ISO 3166-1; absent where it holds in all.
  public var market: String?
  /// The carrier's plan it holds for, in words.
  public var plan: String?
  /// The members of the clock that the source does not state and that were chosen, on the stricter
  /// side.
  public var assumed: [Clock.Member]

  /// What rests on a source that leaves nothing open.
  public init(_ source: Source) {
    self.source = source
    self.assumed = []
  }

  /// Who says so.
  public var quality: Source.Quality { source.quality }
  /// When it was read there; absent where the day was not noted.
  public var checkedOn: CalendarDay? { source.date }
}

extension Provenance: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case source, market, plan, assumed }

  /// Reads what terms rest on.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    if let source = try? container.decode(Source.self, forKey: .source) {
      self.init(source)
    } else {
      self.init(try Source(provenance: decoder))
    }
    market = try container.decodeIfPresent(String.self, forKey: .market)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed) ?? []
  }
}

extension Source {
  private enum OldKeys: String, CodingKey { case quality, source, url, checkedOn }

  /// Reads a source as ledgers and exports of before have it, among the members of what rests on it.
  fileprivate init(provenance decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: OldKeys.self)
    self.init(
      title: try container.decode(String.self, forKey: .source),
      url: try container.decodeIfPresent(String.self, forKey: .url),
      date: try container.decodeIfPresent(CalendarDay.self, forKey: .checkedOn),
      quality: try container.decode(Quality.self, forKey: .quality), layer: .person)
  }
}
