public import Words

/// Where a fact, a match or a rule stands, and how far it can be trusted.
public struct Source: Hashable, Sendable {
  /// The source in words.
  public var title: String
  /// Where it can be read; absent where there is no such place, or where it was not noted.
  public var url: String?
  /// The day on which it was last found there, or the day that the copy says it is from; absent
  /// where the day was not noted.
  public var date: CalendarDay?
  /// Who says so.
  public var quality: Quality
  /// Whether a stored copy was read and not the page as it was on that day.
  public var storedCopy: Bool
  /// The layer of data that brought it.
  public var layer: Layer

  /// Where something stands.
  public init(
    title: String, url: String? = nil, date: CalendarDay?, quality: Quality,
    storedCopy: Bool = false, layer: Layer
  ) {
    self.title = title
    self.url = url
    self.date = date
    self.quality = quality
    self.storedCopy = storedCopy
    self.layer = layer
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

  /// Whether more than a year has gone since it was found there: look again before relying on it.
  /// Nobody can tell of a source without a date.
  public func isStale(on today: CalendarDay) -> Bool {
    guard let date else { return false }
    let anniversary =
      CalendarDay(year: date.year + 1, month: date.month, day: date.day)
      ?? CalendarDay(year: date.year + 1, month: 3, day: 1)
    return anniversary.map { $0 < today } ?? false
  }
}

extension Source: Codable {}

extension Source {
  /// Who says so, and when that was seen; marked where that is long ago.
  public func words(on today: CalendarDay?) -> Words {
    guard let date else { return quality.words }
    let copy = storedCopy ? Words("\(quality.words), stored copy, \(date)") : nil
    let words = copy ?? Words("\(quality.words), \(date)")
    let isStale = today.map(isStale) ?? false
    return isStale ? Words("\(words), older than a year") : words
  }
}

extension Source.Quality {
  /// Who says so, in words.
  public var words: Words {
    switch self {
    case .operatorsOwn: Words("the carrier's own page")
    case .secondary: Words("a secondary source")
    case .userReport: Words("a report of users")
    }
  }
}
