/// Names that a word was meant to be, perhaps.
public enum NearNames {
  /// The names that are like a word, the likest first; five at most.
  public static func of(_ word: String, among names: some Sequence<String>) -> [String] {
    items(names, like: word) { [$0] }
  }

  /// The things of which a name is like a word, the likest first; five at most.
  ///
  /// - Parameter names: what a thing is called. Case, spaces and signs make no difference.
  public static func items<Item>(
    _ items: some Sequence<Item>, like word: String, by names: (Item) -> [String]
  ) -> [Item] {
    let wanted = folded(word)
    guard wanted.count > 1 else { return [] }
    let rated = items.map { item in
      (item: item, distance: names(item).map { distance(wanted, folded($0)) }.min() ?? 3)
    }
    return rated.filter { $0.distance < 3 && $0.distance * 2 < wanted.count }
      .sorted { $0.distance < $1.distance }.prefix(5).map(\.item)
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func distance(_ wanted: String, _ name: String) -> Int {
    if name.contains(wanted) || name.count > 1 && wanted.contains(name) { return 0 }
    return name.distance(to: wanted, atMost: 3)
  }
}

extension String {
  /// How many letters have to be changed, added or taken away (Levenshtein); at most so many.
  fileprivate func distance(to other: String, atMost most: Int) -> Int {
    let (left, right) = (Array(self), Array(other.prefix(60)))
    guard left.count <= 60, abs(left.count - right.count) < most else { return most }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var above = row[0]
      row[0] = i + 1
      for (j, another) in right.enumerated() {
        let changed = above + (letter == another ? 0 : 1)
        above = row[j + 1]
        row[j + 1] = Swift.min(changed, row[j] + 1, above + 1)
      }
    }
    return Swift.min(row[right.count], most)
  }
}
