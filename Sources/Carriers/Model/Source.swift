public import Renewal
public import Words

/// Where a fact or a match stands, and how far it can be trusted.
public struct Source: Hashable, Sendable {
  /// The source in words.
  public var title: String
  /// Where it can be read; absent where there is no such place.
  public var url: String?
  /// The day on which the fact was last found there, or the day that the copy says it is from.
  public var date: CalendarDay
  /// Who says so.
  public var quality: Provenance.Quality
  /// Whether a stored copy was read and not the page as it was on that day.
  public var storedCopy: Bool
  /// The layer of data that brought it.
  public var layer: Layer

  /// Where a fact stands.
  public init(
    title: String, url: String? = nil, date: CalendarDay, quality: Provenance.Quality,
    storedCopy: Bool = false, layer: Layer
  ) {
    self.title = title
    self.url = url
    self.date = date
    self.quality = quality
    self.storedCopy = storedCopy
    self.layer = layer
  }

  /// Whether more than a year has gone since the fact was found there: look again before relying
  /// on it.
  public func isStale(on today: CalendarDay) -> Bool {
    let anniversary =
      CalendarDay(year: date.year + 1, month: date.month, day: date.day)
      ?? CalendarDay(year: date.year + 1, month: 3, day: 1)
    return anniversary.map { $0 < today } ?? false
  }
}

extension Source {
  /// Who says so, and when that was seen; marked where that is long ago.
  public func words(on today: CalendarDay?) -> Words {
    let copy = storedCopy ? Words("\(quality.words), stored copy, \(date)") : nil
    let words = copy ?? Words("\(quality.words), \(date)")
    let isStale = today.map(isStale) ?? false
    return isStale ? Words("\(words), older than a year") : words
  }
}

/// A layer of data, the one that comes first first.
public enum Layer: String, Vocabulary {
  /// The person's own files.
  case person
  /// What comes with the program.
  case shipped
  /// A list in Android's format that the person supplies.
  case android
  /// The system's mobile-broadband-provider-info.
  case system
}

extension Source: Encodable {}

/// A source as a file has it: the layer is the file's.
struct WrittenSource: Decodable {
  let title: String
  let url: String?
  let date: CalendarDay
  let quality: Provenance.Quality
  let storedCopy: Bool

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, url, date, quality, storedCopy
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    title = try container.decode(String.self, forKey: .title)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    date = try container.decode(CalendarDay.self, forKey: .date)
    quality = try container.decode(Provenance.Quality.self, forKey: .quality)
    storedCopy = try container.decodeIfPresent(Bool.self, forKey: .storedCopy) ?? false
  }

  func source(in layer: Layer) -> Source {
    Source(
      title: title, url: url, date: date, quality: quality, storedCopy: storedCopy, layer: layer)
  }

  var flaws: [DataFlaw] {
    var flaws: [DataFlaw] = []
    if title.isEmpty { flaws.append(.at("title", "the source's title is empty")) }
    if let url, !url.isWebAddress {
      flaws.append(.at("url", "\"\(url)\" is not an address; allowed: https://…, or no url at all"))
    }
    return flaws
  }
}
