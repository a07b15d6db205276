extension SentenceReading {
  func amountIndex(of clause: Clause, near place: Int = 0) -> Int? {
    let all = clause.items.indices.filter {
      if case .amount = clause.items[$0].kind {
        !taken.contains($0) && !isLeft($0, in: clause)
      } else {
        false
      }
    }
    let near = all.min { abs($0 - place) < abs($1 - place) }
    guard let near, !clause.items.isEmpty, clause.items.indices.contains(place),
      !clause.items[place].has(.charged), !clause.items[place].has(.refunded)
    else { return near }
    // What was taken or given back by a word nearer to it is not what was paid.
    let rival = clause.items.indices.first { other in
      (clause.items[other].has(.charged) || clause.items[other].has(.refunded))
        && abs(other - near) < abs(place - near)
    }
    return rival == nil ? near : nil
  }

  mutating func addEvent(
    _ kind: StatementDraft.Kind, _ about: Statement.About, _ clause: Clause, _ place: Int,
    at index: Int, isToCome: Bool = false
  ) {
    var draft = StatementDraft(about, kind, range(clause, to: place))
    if let found = amountIndex(of: clause, near: place),
      case .amount(let amount) = clause.items[found].kind
    {
      draft.amount = amount
    } else if kind != .suspended, kind != .barredForDebt, kind != .cancelled, kind != .reactivated,
      kind != .renewed || about != .number
    {
      draft.amount = amountNearby(index, for: kind)
    }
    let date = clause.items.indices.first {
      if case .date = clause.items[$0].kind { !taken.contains($0) } else { false }
    }
    if let date {
      draft.day = isToCome ? day(date, in: clause, isToCome: true) : eventDay(date, in: clause)
      if kind != .charged { taken.insert(date) }
    } else if kind == .paid || kind == .declined || kind == .renewed {
      draft.day = dayAhead(of: index)
    }
    // What has a day to come has not happened, whatever its tense.
    let isDone = [.paid, .renewed, .charged, .refunded].contains(kind)
    if isDone, let day = draft.day, day.days.allSatisfy({ $0 > received }) { draft.kind = .pending }
    add(draft)
    if about == .pack || about == .plan { spokeOf = about }
  }

  // "20 November, 10:02: …": a clause of nothing but a date in front.
  func dayAhead(of index: Int) -> DayReading? {
    guard index > 0, let clause = sentence.clauses.first,
      clause.items.allSatisfy({ item in
        switch item.kind {
        case .date: true
        case .word(let hit): hit.meaning.concepts.subtracting(Concepts(.common)).isEmpty
        case .amount, .data, .term, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
          false
        }
      })
    else { return nil }
    return clause.items.indices.lazy.compactMap { day($0, in: clause, isToCome: false) }.first
  }

  // The amount of a neighbouring clause that says nothing else.
  func amountNearby(_ index: Int, for kind: StatementDraft.Kind) -> AmountReading? {
    let clauses = sentence.clauses
    let paying = clauses.indices.filter { $0 != index && clauses[$0].has(.topUp) }
      .sorted { abs($0 - index) < abs($1 - index) }
    let aside = [index + 2].filter { clauses.indices.contains($0) && clauses[$0].isAside }
    for near in [index + 1] + aside + paying + [index - 1] where clauses.indices.contains(near) {
      let clause = sentence.clauses[near]
      // What is lacking stands behind a failure, and was not declined.
      if kind == .declined, near > index, !clause.isAside { continue }
      guard
        !clause.has(.balance, .left, .refunded, .arrears, .bonus, .nextRenewal, .wallet),
        !clause.has(.charged) || clause.has(.bankCard), !clause.isBalanceAside
      else { continue }
      for item in clause.items { if case .amount(let amount) = item.kind { return amount } }
    }
    return nil
  }

  // "Top-up complete. Package: Asia 3 GB - 30 days. Order total: 9.50": what was paid for stands behind.
  mutating func readList() {
    guard let paid = drafts.firstIndex(where: { $0.kind == .paid && $0.about == .balance }) else {
      return
    }
    let end = drafts[paid].range.upperBound
    let list = sentence.clauses.drop { ($0.range?.lowerBound ?? 0) < end }
      .prefix { clause in
        !clause.has(.balance, .left, .expires)
          && clause.concepts.isDisjoint(with: Concepts(Self.events))
      }
    var hasPack = false
    for clause in list {
      hasPack = hasPack || clause.has(.pack)
      for item in clause.items {
        switch item.kind {
        case .amount(let amount): drafts[paid].amount = drafts[paid].amount ?? amount
        case .data where hasPack: drafts[paid].about = .pack
        case .term(let term) where hasPack:
          var ends = StatementDraft(.pack, .expires, range(clause, to: 0))
          ends.term = term
          drafts.append(ends)
        case .word, .date, .data, .term, .identifier, .clauseEnd, .asideStart, .asideEnd,
          .sentenceEnd:
          break
        }
      }
    }
  }

  // "Top-up successful! Amount: 300": the amount of what was said before.
  mutating func readOrphan(_ clause: Clause) {
    guard !clause.has(.balance, .left, .wallet, .arrears),
      clause.concepts.subtracting(Concepts(.done)).isDisjoint(with: Concepts(Self.events)),
      let place = amountIndex(of: clause), case .amount(let amount) = clause.items[place].kind
    else { return }
    orphan = orphan ?? amount
  }

  /// Whether it says nothing but of what and how much was paid before: "Package: Asia 3 GB".
  var isList: Bool {
    drafts.allSatisfy { $0.kind == .expires || $0.kind == .balance } && !sentence.has(.condition)
  }

  /// A deed with its money of which the sentence doesn't say what came of it: "Your top-up of 10".
  var announced: StatementDraft? {
    guard drafts.isEmpty, !isHedged, !hasLooseFailure, let orphan,
      let clause = sentence.clauses.first(where: { $0.has(.topUp, .pack, .plan) }),
      let about = subject(in: clause), let range = clause.range
    else { return nil }
    var draft = StatementDraft(about, .declined, range)
    draft.amount = orphan
    return draft
  }

  /// A failure without a subject is that of what was announced in the sentence before.
  mutating func fail(_ deed: StatementDraft) {
    guard !drafts.contains(where: { $0.kind == .declined }) else { return }
    add(deed)
    hasLooseFailure = false
  }
}
