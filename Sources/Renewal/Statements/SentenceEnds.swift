extension SentenceReading {
  static let endWords: [Concept] = [.expires, .until, .lost, .before]
  static let beforeDate: [Concept] =
    endWords + events.filter { $0 != .pending && $0 != .price } + [.balance, .topUp]

  /// Whether a date is the end of something by the words around it.
  func isEnd(_ index: Int, in clause: Clause) -> Bool {
    if let behind = clause.nearest(after: index, Self.endWords + Self.events),
      clause.items[behind].has(.before)
        && clause.items[behind].range.lowerBound <= clause.items[index].range.upperBound + 12
    {
      return true
    }
    guard let before = clause.nearest(before: index, Self.beforeDate) else {
      guard let behind = clause.nearest(after: index, [.expires, .lost]) else { return false }
      let between = clause.items[index..<behind].dropFirst().filter {
        !$0.isValue && $0.concepts.isEmpty
      }
      let gap =
        clause.items[behind].range.lowerBound - clause.items[index].range.upperBound
        - between.reduce(0) { $0 + $1.range.count + 1 }
      return clause.items[behind].has(.lost) || gap <= 6
    }
    return Self.endWords.contains { clause.items[before].has($0) }
  }

  mutating func readEnds(_ clause: Clause, at index: Int) {
    // "It will be extended until": that day holds once it was.
    if clause.has(.renewed), clause.has(.future), !clause.has(.expires) { return }
    for (place, item) in clause.items.enumerated() {
      switch item.kind {
      case .date:
        guard !clause.has(.suspended, .cancelled) || clause.has(.lost, .expires) else { continue }
        guard isEnd(place, in: clause) || isElliptic(place, in: clause) else { continue }
        guard !clause.has(.nextRenewal) else { continue }
        addEnd(clause, place)
      case .term(let term):
        guard endsAfterTerm(place, in: clause) else { continue }
        var draft = StatementDraft(
          about(at: place, in: clause) ?? carried ?? .unclear, .expires, range(clause, to: place))
        draft.term = term
        if sentence.has(.lost), draft.about != .pack, draft.about != .plan { draft.about = .number }
        taken.insert(place)
        add(draft)
      case .word, .amount, .data, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
        break
      }
    }
    readPastEnd(clause)
  }

  mutating func addEnd(_ clause: Clause, _ place: Int) {
    let isThreat = clause.has(.lost) || sentence.has(.lost) && !clause.has(.expires)
    var about = endOwner(place, in: clause)
    let names = clause.has(.bankCard, .pack, .plan)
    // "Use your credit by Friday or lose it."
    let isMoneys =
      about == .balance && !sentence.has(.number) && !sentence.has(.topUp) && carried != .number
    let isNamed = names && [.bankCard, .pack, .plan].contains(about)
    if isThreat, !isNamed, !isMoneys { about = .number }
    var draft = StatementDraft(about, .expires, range(clause, to: place))
    if case .date(.yearless(_, _, isNumeric: true)) = clause.items[place].kind, about == .bankCard {
      draft.day = nil
    } else {
      let isPast = clause.has(.expires) && clause.has(.done)
      draft.day = day(place, in: clause, isToCome: !isPast)
    }
    taken.insert(place)
    add(draft)
  }

  func endOwner(_ place: Int, in clause: Clause) -> Statement.About {
    if let word = clause.nearest(before: place, Self.endWords)
      ?? clause.nearest(after: place, Self.endWords),
      let own = about(of: clause.items[word])
    {
      // "Your bundle is active until": a bare word of an end is about the number only by default.
      let bundle = clause.items.indices.last {
        $0 != word && (clause.items[$0].has(.pack) || clause.items[$0].has(.plan))
      }
      return own == .number ? bundle.flatMap { about(of: clause.items[$0]) } ?? own : own
    }
    if let subject = about(at: place, in: clause, carries: false) { return subject }
    if clause.has(.renewed), ![spokeOf, carried].contains(where: { $0 == .pack || $0 == .plan }) {
      return .number
    }
    if isLabel(place, in: clause),
      spokeOf == .balance
        || drafts.last.map({ $0.kind == .balance && $0.about == .balance }) == true
    {
      return topic == .number ? .number : .unclear
    }
    if let subject = about(at: place, in: clause) { return subject }
    if let last = drafts.last, [.balance, .dataLeft, .renewed].contains(last.kind) {
      return last.about
    }
    switch carried {
    case .pack, .plan, .bonus, .number, .voucher, .bankCard: return carried ?? .unclear
    // "Your balance is 5. It expires on": its own end. "Valid until" by itself may be the number's.
    case .balance:
      let isNamed =
        clause.hasLabel(.expires) || sentence.clauses.first?.startsWith(.expires) == true
      return isNamed ? .unclear : .balance
    case .offer, .unclear, nil: return .unclear
    }
  }

  // 余额41.26元,有效期至…: a label of its own behind the money may be the money's or the number's.
  func isLabel(_ place: Int, in clause: Clause) -> Bool {
    let words = clause.items.filter { $0.has(.expires) || $0.has(.until) }
    return !words.isEmpty
      && words.allSatisfy { if case .word(let hit) = $0.kind { !hit.leadsClause } else { false } }
  }

  /// What the sentence begins with, where that says of what all of it is.
  var topic: Statement.About? {
    let first = sentence.clauses.first?.items.first { about(of: $0) != nil }
    return first.flatMap { about(of: $0) }
  }

  // "Your credit expires on 18 December and your number on 17 June."
  func isElliptic(_ place: Int, in clause: Clause) -> Bool {
    drafts.last?.kind == .expires && clause.has(.number, .balance, .pack, .plan, .bonus)
      && clause.concepts.isDisjoint(with: Concepts(Self.events)) && !clause.has(.topUp)
  }

  func endsAfterTerm(_ place: Int, in clause: Clause) -> Bool {
    if clause.has(.suspended) && !clause.has(.lost) || clause.has(.used) { return false }
    if clause.has(.negation) && !clause.has(.expires, .lost) { return false }
    let hasDate = clause.items.contains { if case .date = $0.kind { true } else { false } }
    if hasDate && clause.has(.expires) && !clause.has(.renewed) { return false }
    if clause.has(.expires, .lost, .renewed, .activated) { return true }
    // "You have a bonus of 5: use it within 30 days."
    if clause.has(.until), spokeOf == .bonus || drafts.last?.about == .bonus { return true }
    // "Pay within 90 days, or the number will be cancelled."
    if sentence.has(.lost), clause.has(.until) { return true }
    return clause.has(.pack, .bonus, .voucher) && !clause.has(.condition)
  }

  // "Your plan has expired": no day at all.
  mutating func readPastEnd(_ clause: Clause) {
    guard let word = clause.items.firstIndex(where: { $0.has(.expires) }),
      !clause.items.contains(where: { if case .date = $0.kind { true } else { false } }),
      !clause.items.contains(where: { if case .term = $0.kind { true } else { false } }),
      !clause.has(.renewed, .done, .negation, .future)
    else { return }
    guard clause.has(.pack, .plan, .bonus, .voucher, .bankCard, .number, .balance),
      let about = self.about(at: word, in: clause, carries: false),
      clause.items[word].meaningIsOnly(.expires)
    else { return }
    add(StatementDraft(about, .expires, range(clause, to: word)))
  }
}

extension TextItem {
  /// Whether a word means this and nothing of a statement's subject beside it.
  func meaningIsOnly(_ concept: Concept) -> Bool {
    if case .word(let hit) = kind {
      hit.meaning.concepts.subtracting(Concepts(concept, .common, .used)).isEmpty
    } else {
      false
    }
  }
}
