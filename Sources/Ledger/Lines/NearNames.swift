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
    // Two letters are in many names.
    if wanted.count > 2 && name.contains(wanted) || name.count > 2 && wanted.contains(name) {
      return 0
    }
    return name.distance(to: wanted, atMost: 3)
  }
}

extension String {
  /// How many letters have to be changed, added, taken away or swapped with the next; at most so many.
  fileprivate func distance(to other: String, atMost most: Int) -> Int {
    let (left, right) = (Array(self), Array(other.prefix(60)))
    guard left.count <= 60, abs(left.count - right.count) < most else { return most }
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var next = [i + 1]
      for (j, another) in right.enumerated() {
        var least = Swift.min(
          row[j] + (letter == another ? 0 : 1), Swift.min(row[j + 1], next[j]) + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == another {
          least = Swift.min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return Swift.min(row[right.count], most)
  }
}
