/// The words and phrases of a language, made ready for finding them in one pass.
struct Phrases: Sendable {
  /// What a phrase means; one phrase may mean several things.
  struct Meaning: Sendable {
    var concepts: Concepts = []
    var month: Int?
    var weekday: Int?
    var currencies: [Currency] = []
    var data: DataVolume.Unit?
    var times: Int?
  }

  /// A phrase at a place of a text.
  struct Hit: Sendable {
    var range: Range<Int>
    var meaning: Meaning
    /// Whether it is a word by itself, in a script that sets words apart.
    var leadsClause = false
    /// Whether a colon follows: the name of a value.
    var isLabel = false

    func has(_ concept: Concept) -> Bool { meaning.concepts.has(concept) }
  }

  private struct Node: Sendable {
    var next: [Unicode.Scalar: Int] = [:]
    /// What ends here.
    var whole: Int?
    /// What ends here and leaves the rest of the word open.
    var open: Int?
  }

  private var meanings: [Meaning] = []
  private var nodes: [Node] = [Node()]
  /// Phrases that begin inside a word, such as endings.
  private var inner: [Node] = [Node()]
  private(set) var abbreviations: Set<[Unicode.Scalar]> = []

  init(_ patterns: LanguagePatterns, and shared: LanguagePatterns?) {
    for patterns in [shared, patterns].compactMap({ $0 }) { add(patterns) }
  }

  private mutating func add(_ patterns: LanguagePatterns) {
    for (concept, phrases) in patterns.words {
      for phrase in phrases { add(phrase) { $0.concepts.formUnion(Concepts(concept)) } }
    }
    for (index, names) in patterns.months.enumerated() {
      for name in names { add(name) { $0.month = index + 1 } }
    }
    for (index, names) in patterns.weekdays.enumerated() {
      for name in names { add(name) { $0.weekday = index + 1 } }
    }
    for (word, currencies) in patterns.currencies { add(word) { $0.currencies = currencies } }
    for (unit, words) in patterns.data { for word in words { add(word) { $0.data = unit } } }
    for multiplier in patterns.multipliers { add(multiplier.word) { $0.times = multiplier.times } }
    abbreviations.formUnion(patterns.abbreviations.map(FoldedText.folded))
  }

  private mutating func add(_ phrase: String, _ mean: (inout Meaning) -> Void) {
    let isInner = phrase.hasPrefix("*")
    let isOpen = phrase.hasSuffix("*")
    let core = FoldedText.folded(String(phrase.dropFirst(isInner ? 1 : 0).dropLast(isOpen ? 1 : 0)))
      .map { $0 == "-" ? " " : $0 }
    guard !core.isEmpty else { return }
    var tree = isInner ? inner : nodes
    // The array is moved out while it changes, so that it is not copied for each phrase.
    if isInner { inner = [] } else { nodes = [] }
    var place = 0
    for scalar in core {
      if let next = tree[place].next[scalar] {
        place = next
      } else {
        tree.append(Node())
        tree[place].next[scalar] = tree.count - 1
        place = tree.count - 1
      }
    }
    let known = isOpen ? tree[place].open : tree[place].whole
    let index: Int
    if let known {
      index = known
    } else {
      meanings.append(Meaning())
      index = meanings.count - 1
      if isOpen { tree[place].open = index } else { tree[place].whole = index }
    }
    mean(&meanings[index])
    if isInner { inner = tree } else { nodes = tree }
  }

  /// The phrases of a text in their order: the longest from each place on, none within another,
  /// apart from endings, which stand inside other phrases.
  func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    var end = 0
    for place in text.scalars.indices where text.isWordStart(place) {
      guard let hit = longest(at: place, in: text, nodes), hit.range.upperBound > end else {
        continue
      }
      hits.append(hit)
      hits[hits.count - 1].leadsClause = text.scalar(place)?.isLetter == true
      hits[hits.count - 1].isLabel = text.scalar(hit.range.upperBound) == ":"
      end = hit.range.upperBound
    }
    guard inner.count > 1 else { return hits }
    for place in text.scalars.indices where !text.isWordStart(place) {
      if let hit = longest(at: place, in: text, inner) { hits.append(hit) }
    }
    return hits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  private func longest(at start: Int, in text: FoldedText, _ tree: [Node]) -> Hit? {
    var best: Hit?
    var place = start
    var node = 0
    while let scalar = text.scalar(place), let next = tree[node].next[scalar.asInPhrase] {
      node = next
      place += 1
      if let whole = tree[node].whole, text.isWordEnd(place) {
        best = longer(best, Hit(range: start..<place, meaning: meanings[whole]))
      }
      if let open = tree[node].open {
        best = longer(best, Hit(range: start..<text.wordEnd(from: place), meaning: meanings[open]))
      }
    }
    return best
  }

  private func longer(_ old: Hit?, _ new: Hit) -> Hit {
    guard let old, old.range.upperBound > new.range.upperBound else { return new }
    return old
  }
}

extension Unicode.Scalar {
  fileprivate var asInPhrase: Unicode.Scalar { self == "-" || self == "\n" ? " " : self }
}

extension FoldedText {
  /// Whether a word can begin at a place: its script needs no spaces, or no letter stands before.
  func isWordStart(_ place: Int) -> Bool {
    guard let first = scalar(place), first.isLetter else { return true }
    guard let before = scalar(place - 1) else { return true }
    return !before.isLetter
  }

  func isWordEnd(_ place: Int) -> Bool {
    guard let last = scalar(place - 1), last.isLetter else { return true }
    guard let next = scalar(place) else { return true }
    return !next.isLetter
  }

  func wordEnd(from place: Int) -> Int {
    var place = place
    while let next = scalar(place), next.isLetter { place += 1 }
    return place
  }
}
