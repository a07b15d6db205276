extension SentenceReading {
  // "Your top-up of 20 was successful, and 5 bonus for 7 days": what came with something that was done.
  mutating func readGift() {
    let others = drafts
    for (index, clause) in sentence.clauses.enumerated()
    where clause.has(.bonus) && !clause.isDeed && !clause.has(.condition, .future) {
      taken = []
      readBalances(clause, at: index)
      readEnds(clause, at: index)
    }
    drafts.removeAll { $0.about != .bonus && !others.contains($0) }
  }

  mutating func readAdvert() {
    if let leadIn {
      var draft = StatementDraft(.offer, .expires, sentence.clauses.first?.range ?? 0..<1)
      draft.day = leadIn
      add(draft)
    }
    for clause in sentence.clauses {
      for (place, item) in clause.items.enumerated() {
        switch item.kind {
        case .date:
          // "Today - 31 December": of two days the later one.
          let isRange =
            place > 0 && clause.isBeside(place - 1, place)
            && day(place - 1, in: clause, isToCome: true) != nil
          let isLast =
            isRange || isEnd(place, in: clause)
            || clause.items.contains {
              ($0.has(.until) || $0.has(.expires)) && $0.range.lowerBound <= item.range.lowerBound
            }
          guard isLast, !drafts.contains(where: { $0.about == .offer }) else { continue }
          var draft = StatementDraft(.offer, .expires, range(clause, to: place))
          draft.day = day(place, in: clause, isToCome: true)
          add(draft)
        case .term(let term):
          guard
            about(at: place, in: clause, carries: true) == .voucher
              || clause.isAside && sentence.has(.voucher)
          else { continue }
          var draft = StatementDraft(.voucher, .expires, range(clause, to: place))
          draft.term = term
          add(draft)
        case .word, .amount, .data, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
          break
        }
      }
    }
  }

  // "Unless you top up by 3 February, your number will be switched off."
  mutating func readThreat(from condition: Int) {
    let isLost = sentence.has(.lost)
    guard isLost || sentence.has(.suspended) || sentence.has(.cancelled) || sentence.has(.topUp)
    else { return }
    // What the number would be renewed until is no threat.
    for clause in sentence.clauses.dropFirst(condition)
    where !clause.has(.renewed) || !clause.has(.future, .pending) {
      for (place, item) in clause.items.enumerated() {
        let kind: StatementDraft.Kind = isLost ? .expires : .suspended
        let isBundle = isLost && (carried == .pack || carried == .plan) && !sentence.has(.number)
        let owner = isBundle ? carried ?? .number : .number
        var draft = StatementDraft(owner, kind, range(clause, to: place))
        switch item.kind {
        case .date: draft.day = day(place, in: clause, isToCome: true)
        case .term(let term): draft.term = term
        case .word, .amount, .data, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
          continue
        }
        if drafts.contains(where: { $0.day != nil && $0.day == draft.day }) { continue }
        if !isLost, !sentence.has(.suspended), !sentence.has(.cancelled) {
          draft.about = .unclear
          draft.kind = .expires
        }
        guard draft.kind == .expires || draft.day != nil else { continue }
        add(draft)
      }
    }
  }
}
