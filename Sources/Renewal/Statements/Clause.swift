/// The part of a sentence between two breaks.
struct Clause {
  private(set) var items: [TextItem] = []
  /// All that its words mean.
  private(set) var concepts: Concepts = []
  /// Whether it stands in brackets behind the clause before it.
  var isAside = false

  init(isAside: Bool = false) { self.isAside = isAside }

  mutating func append(_ item: TextItem) {
    items.append(item)
    concepts.formUnion(item.concepts)
  }

  func has(_ wanted: Concept...) -> Bool { !concepts.isDisjoint(with: Concepts(wanted)) }

  /// Whether it says something by itself, so that a condition behind it is another clause.
  var saysSomething: Bool {
    has(
      .expires, .balance, .left, .suspended, .cancelled, .lost, .nextRenewal, .done, .toppedUp,
      .renewed)
  }

  /// The nearest word before a place that means one of these.
  func nearest(before index: Int, _ wanted: [Concept]) -> Int? {
    let wanted = Concepts(wanted)
    guard !concepts.isDisjoint(with: wanted) else { return nil }
    return items.indices.prefix(index).last { !items[$0].concepts.isDisjoint(with: wanted) }
  }

  /// The first word behind a place that means one of these.
  func nearest(after index: Int, _ wanted: [Concept]) -> Int? {
    let wanted = Concepts(wanted)
    guard !concepts.isDisjoint(with: wanted) else { return nil }
    return items.indices.dropFirst(index + 1).first {
      !items[$0].concepts.isDisjoint(with: wanted)
    }
  }

  var range: Range<Int>? {
    guard let first = items.first,
      let last = items.max(by: { $0.range.upperBound < $1.range.upperBound })
    else { return nil }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }
}

/// A sentence, with what of it holds for all of its clauses.
struct ClausedSentence {
  private(set) var clauses: [Clause] = []
  /// All that its words mean.
  private(set) var concepts: Concepts = []
  private(set) var isQuestion = false

  func has(_ concept: Concept) -> Bool { concepts.has(concept) }

  /// No clause has more words and values than this, and no sentence more clauses: the work on a text
  /// stays in proportion to its length, whatever stands in it.
  private static let longest = 60

  /// The sentences of a text.
  static func sentences(of items: [TextItem]) -> [ClausedSentence] {
    var sentences: [ClausedSentence] = []
    var sentence = ClausedSentence()
    var clause = Clause()
    var aside: Clause?
    var asides: [Clause] = []

    func endClause() {
      if let open = aside { asides.append(open) }
      for clause in [clause] + asides where !clause.items.isEmpty {
        sentence.clauses.append(clause)
        sentence.concepts.formUnion(clause.concepts)
      }
      clause = Clause()
      aside = nil
      asides = []
    }
    func endSentence(isQuestion: Bool) {
      endClause()
      sentence.isQuestion = isQuestion
      if !sentence.clauses.isEmpty { sentences.append(sentence) }
      sentence = ClausedSentence()
    }

    for item in items {
      switch item.kind {
      case .sentenceEnd(let isQuestion): endSentence(isQuestion: isQuestion)
      case .clauseEnd: if aside == nil { endClause() }
      case .asideStart: aside = aside ?? Clause(isAside: true)
      case .asideEnd:
        if let ended = aside { asides.append(ended) }
        aside = nil
      case .word, .date, .amount, .data, .term, .identifier:
        if aside != nil {
          if (aside?.items.count ?? 0) < longest { aside?.append(item) }
        } else {
          if item.has(.joins) || item.startsCondition && clause.saysSomething { endClause() }
          clause.append(item)
          if clause.items.count >= longest { endClause() }
        }
      }
      if sentence.clauses.count >= longest { endSentence(isQuestion: false) }
    }
    endSentence(isQuestion: false)
    return sentences
  }
}
