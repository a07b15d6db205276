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
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case quality, source, url, checkedOn, market, plan, assumed
  }

  /// Reads what a line's own clock rests on: the person wrote it down.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    source = Source(
      title: try container.decode(String.self, forKey: .source),
      url: try container.decodeIfPresent(String.self, forKey: .url),
      date: try container.decodeIfPresent(CalendarDay.self, forKey: .checkedOn),
      quality: try container.decode(Source.Quality.self, forKey: .quality), layer: .person)
    market = try container.decodeIfPresent(String.self, forKey: .market)
    plan = try container.decodeIfPresent(String.self, forKey: .plan)
    assumed = try container.decodeIfPresent([Clock.Member].self, forKey: .assumed) ?? []
  }

  /// Writes the source and what it leaves open as members of one object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(quality, forKey: .quality)
    try container.encode(source.title, forKey: .source)
    try container.encodeIfPresent(source.url, forKey: .url)
    try container.encodeIfPresent(checkedOn, forKey: .checkedOn)
    try container.encodeIfPresent(market, forKey: .market)
    try container.encodeIfPresent(plan, forKey: .plan)
    try container.encode(assumed, forKey: .assumed)
  }
}
