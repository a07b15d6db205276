import Renewal

extension RuleBook {
  /// The rules whose names or carriers are like a word.
  func near(_ word: String) -> [Rule] {
    NearNames.items(rules, like: TableWords.folded(word)) {
      [TableWords.folded($0.id), TableWords.folded($0.carrier)]
    }
  }
}
