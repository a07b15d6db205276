/// The part of a sentence between two breaks.
struct Clause {
  var items: [TextItem] = []
  /// Whether it stands in brackets behind the clause before it.
  var isAside = false

  func has(_ concepts: Concept...) -> Bool { firstIndex(concepts) != nil }

  /// Whether it says something by itself, so that a condition behind it is another clause.
  var saysSomething: Bool {
    has(
      .expires, .balance, .left, .suspended, .cancelled, .lost, .nextRenewal, .done, .toppedUp,
      .renewed)
  }

  func firstIndex(_ concepts: [Concept]) -> Int? {
    items.firstIndex { item in concepts.contains { item.has($0) } }
  }

  /// The nearest word before a place that means one of these.
  func nearest(before index: Int, _ concepts: [Concept]) -> Int? {
    items.indices.prefix(index).last { place in concepts.contains { items[place].has($0) } }
  }

  /// The first word behind a place that means one of these.
  func nearest(after index: Int, _ concepts: [Concept]) -> Int? {
    items.indices.dropFirst(index + 1).first { place in concepts.contains { items[place].has($0) } }
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
  var clauses: [Clause] = []
  var isQuestion = false

  func has(_ concept: Concept) -> Bool { clauses.contains { $0.has(concept) } }

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
      sentence.clauses.append(contentsOf: ([clause] + asides).filter { !$0.items.isEmpty })
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
          if (aside?.items.count ?? 0) < longest { aside?.items.append(item) }
        } else {
          if item.has(.joins) || item.startsCondition && clause.saysSomething { endClause() }
          clause.items.append(item)
          if clause.items.count >= longest { endClause() }
        }
      }
      if sentence.clauses.count >= longest { endSentence(isQuestion: false) }
    }
    endSentence(isQuestion: false)
    return sentences
  }
}
