import Renewal

extension RuleBook {
  /// The rules whose names or carriers are like a word.
  func near(_ word: String) -> [Rule] {
    let wanted = TableWords.folded(word)
    guard !wanted.isEmpty else { return [] }
    func distance(_ name: String) -> Int {
      let name = TableWords.folded(name)
      if name.contains(wanted) || wanted.contains(name) { return 0 }
      return name.distance(to: wanted, atMost: 3)
    }
    let rated = rules.map { rule in (rule, min(distance(rule.id), distance(rule.carrier))) }
    return rated.filter { $0.1 < 3 && $0.1 * 2 < wanted.count }.sorted { $0.1 < $1.1 }.prefix(5)
      .map(\.0)
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
