/// The part of a sentence between two breaks.
struct Clause {
  private(set) var items: [TextItem] = []
  /// All that its words mean.
  private(set) var concepts: Concepts = []
  /// Whether it stands in brackets behind the clause before it.
  var isAside = false
  /// What the word right before the brackets means.
  private(set) var behind: Concepts = []

  init() {}

  /// A clause in brackets behind something.
  init(behind item: TextItem?) {
    isAside = true
    behind = item?.concepts ?? []
  }

  /// Whether it is nothing but the amount of the account that is named in front of the brackets.
  var isBalanceAside: Bool {
    isAside && items.count == 1 && !behind.isDisjoint(with: Concepts(.balance, .wallet, .bonus))
  }

  mutating func append(_ item: TextItem) {
    items.append(item)
    concepts.formUnion(item.concepts)
  }

  /// Takes the last item out where it is a subject right in front of a word.
  mutating func takeSubject(of word: TextItem) -> TextItem? {
    guard items.count > 1, let last = items.last,
      word.range.lowerBound - last.range.upperBound <= 1,
      last.has(.number) || last.has(.pack) || last.has(.bonus) || last.has(.data)
    else { return nil }
    items.removeLast()
    concepts = items.reduce(into: []) { $0.formUnion($1.concepts) }
    return last
  }

  func has(_ wanted: Concept...) -> Bool { !concepts.isDisjoint(with: Concepts(wanted)) }

  /// Whether it says something by itself, so that a condition behind it is another clause.
  var saysSomething: Bool {
    has(
      .expires, .balance, .left, .suspended, .cancelled, .lost, .nextRenewal, .done, .toppedUp,
      .renewed)
  }

  func startsWith(_ wanted: Concept) -> Bool { items.first?.has(wanted) == true }

  /// Whether a word that means this stands in front of a colon.
  func hasLabel(_ wanted: Concept) -> Bool {
    items.contains { item in
      if case .word(let hit) = item.kind { hit.isLabel && hit.has(wanted) } else { false }
    }
  }

  /// Whether it says that something was done, and neither what is to come nor until when.
  var isDeed: Bool {
    has(.done, .toppedUp, .raised, .renewed, .activated)
      && !has(.advert, .condition, .future, .pending, .until, .expires, .lost)
  }

  /// Whether it says how much is on the account, and nothing else.
  var isBalance: Bool {
    has(.balance) && !has(.topUp, .advert, .condition, .future, .pending, .until, .expires, .bonus)
      && items.count { if case .amount = $0.kind { true } else { false } } == 1
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

  /// Whether two neighbours stand right beside each other, and one of them means one of these.
  func isBeside(_ first: Int, _ second: Int, _ wanted: Concept...) -> Bool {
    guard items.indices.contains(first), items.indices.contains(second),
      items[second].range.lowerBound - items[first].range.upperBound <= 4
    else { return false }
    return wanted.isEmpty
      || [first, second].contains {
        !items[$0].concepts.isDisjoint(with: Concepts(wanted))
      }
  }

  var hasDate: Bool { items.contains { if case .date = $0.kind { true } else { false } } }

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

  /// Whether it may tell to pay in, with what comes of it in another clause.
  var startsWithAdvice: Bool {
    guard let first = clauses.first, first.startsWith(.topUp) else { return false }
    return !first.has(.done, .toppedUp, .raised, .failed)
  }

  /// Whether it is nothing but words of an advert.
  var isCry: Bool {
    has(.advert) && concepts.subtracting(Concepts(.advert, .common, .joins)).isEmpty
      && !clauses.contains { clause in clause.items.contains(where: \.isValue) }
  }

  /// The first money that it speaks of.
  var firstAmount: AmountReading? {
    clauses.lazy.flatMap(\.items).compactMap { item in
      if case .amount(let amount) = item.kind { amount } else { nil }
    }.first
  }

  /// Whether it has words of success.
  var hasSuccess: Bool {
    !concepts.isDisjoint(with: Concepts(.done, .toppedUp, .raised, .renewed, .activated))
  }

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
      case .asideStart: aside = aside ?? Clause(behind: clause.items.last)
      case .asideEnd:
        if let ended = aside { asides.append(ended) }
        aside = nil
      case .word, .date, .amount, .data, .term, .identifier:
        if aside != nil {
          if (aside?.items.count ?? 0) < longest { aside?.append(item) }
        } else {
          // เบอร์ใช้ได้ถึง: what the word behind it says something of goes with it.
          let subject = item.has(.joins) && item.has(.expires) ? clause.takeSubject(of: item) : nil
          if item.has(.joins) || item.startsCondition && clause.saysSomething { endClause() }
          if let subject { clause.append(subject) }
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
