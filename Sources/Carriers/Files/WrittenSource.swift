import Renewal

/// A source as a file has it: the layer is the file's.
struct WrittenSource: Decodable {
  private let title: String
  private let url: String?
  private let date: CalendarDay?
  private let quality: Source.Quality
  private let storedCopy: Bool

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, url, date, quality, storedCopy
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    title = try container.decode(String.self, forKey: .title)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    // A page changes, so the day on which it was read belongs to it.
    date =
      url == nil
      ? try container.decodeIfPresent(CalendarDay.self, forKey: .date)
      : try container.decode(CalendarDay.self, forKey: .date)
    quality = try container.decode(Source.Quality.self, forKey: .quality)
    storedCopy = try container.decodeIfPresent(Bool.self, forKey: .storedCopy) ?? false
  }

  func source(in layer: Source.Layer) -> Source {
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

  /// A place in a file that cites a source by its name there.
  struct Citation {
    let name: String
    let path: JSONPlaces.Path
    /// Whether a source without a date will do: numbers and codes change, a contract of one's own
    /// does not.
    let needsDate: Bool
    /// Whether a source without a page will do.
    let needsPage: Bool

    /// The citation by a value, in its member `source`.
    init(_ name: String, needsDate: Bool = false, needsPage: Bool = false) {
      self.init(
        name: name, path: [.member("source")], needsDate: needsDate, needsPage: needsPage)
    }

    private init(name: String, path: JSONPlaces.Path, needsDate: Bool, needsPage: Bool) {
      self.name = name
      self.path = path
      self.needsDate = needsDate
      self.needsPage = needsPage
    }

    /// The citation, seen from a member further out.
    func inside(_ steps: JSONPlaces.Step...) -> Citation {
      Citation(name: name, path: steps + path, needsDate: needsDate, needsPage: needsPage)
    }

    /// What is wrong with it where these sources stand.
    func flaws(among sources: [String: Source]) -> [DataFlaw] {
      guard let source = sources[name] else {
        let known = sources.keys.sorted().joined(separator: ", ")
        return [DataFlaw(path: path, message: "no source is named \"\(name)\"; allowed: \(known)")]
      }
      let missing =
        needsDate && source.date == nil ? "date" : needsPage && source.url == nil ? "url" : nil
      return missing.map {
        [DataFlaw(path: path, message: "the source \"\(name)\" has no \($0); allowed: one with it")]
      } ?? []
    }
  }
}
