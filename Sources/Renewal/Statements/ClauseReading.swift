import FoundationEssentials

/// Reads the clauses of one sentence after each other.
struct SentenceReading {
  let sentence: ClausedSentence
  let received: CalendarDay
  /// What the text spoke of last, before this sentence.
  let carried: Statement.About?
  /// The day of a sentence in front that says nothing else: "Only today!"
  let leadIn: DayReading?

  private(set) var drafts: [StatementDraft] = []
  /// Words of failure that say nothing of what failed.
  private(set) var hasLooseFailure = false
  /// Words of waiting that say nothing of what is awaited.
  private(set) var hasLoosePending = false
  /// Whether success is said under a condition, as a question, or in an advert.
  private(set) var isHedged = false
  private(set) var spokeOf: Statement.About?

  // Values of clauses that a statement has taken.
  private var taken: Set<Int> = []

  init(
    _ sentence: ClausedSentence, received: CalendarDay, carried: Statement.About?,
    leadIn: DayReading?
  ) {
    self.leadIn = leadIn
    self.sentence = sentence
    self.received = received
    self.carried = carried
  }

  static let subjects: [Concept] = [
    .number, .pack, .plan, .balance, .bonus, .voucher, .bankCard, .data, .wallet,
  ]
  static let events: [Concept] = [
    .done, .toppedUp, .failed, .pending, .renewed, .activated, .suspended, .cancelled,
    .reactivated, .refunded, .charged, .price, .sent, .nextRenewal,
  ]

  mutating func read() {
    guard !sentence.isQuestion else {
      isHedged = true
      return
    }
    let condition = sentence.clauses.firstIndex { $0.has(.condition) }
    let isAdvert = sentence.has(.advert) && !sentence.has(.lost)
    isHedged = condition != nil || isAdvert
    for (index, clause) in sentence.clauses.enumerated() {
      if isAdvert || condition.map({ index >= $0 }) == true {
        if !isAdvert, clause.has(.nextRenewal) { readNextRenewal(clause, at: index) }
        continue
      }
      read(clause, at: index)
      noteSubject(of: clause)
    }
    if isAdvert {
      readAdvert()
    } else if let condition {
      readThreat(from: sentence.has(.lost) ? 0 : condition)
    }
    if !isHedged { attributeFailures() }
  }

  private mutating func noteSubject(of clause: Clause) {
    if let place = clause.items.lastIndex(where: { item in Self.subjects.contains { item.has($0) } }
    ),
      let about = self.about(of: clause.items[place])
    {
      spokeOf = about
    }
  }

  func about(of item: TextItem) -> Statement.About? {
    // The more particular one first: a bonus balance is a bonus.
    if item.has(.bonus) { return .bonus }
    if item.has(.voucher) { return .voucher }
    if item.has(.bankCard) { return .bankCard }
    if item.has(.wallet) { return .unclear }
    if item.has(.pack) { return .pack }
    if item.has(.plan) { return .plan }
    if item.has(.balance) { return .balance }
    if item.has(.number) { return .number }
    if item.has(.data) { return .pack }
    return nil
  }

  /// What the clause says something of at a place: the nearest subject before it, else behind it,
  /// else what was spoken of before.
  func about(
    at index: Int, in clause: Clause, of subjects: [Concept] = Self.subjects, carries: Bool = true
  ) -> Statement.About? {
    if let place = clause.nearest(before: index, subjects) ?? clause.nearest(after: index, subjects)
    {
      return about(of: clause.items[place])
    }
    if about(of: clause.items[index]) != nil { return about(of: clause.items[index]) }
    return carries ? spokeOf : nil
  }

  func isNegated(_ index: Int, in clause: Clause) -> Bool {
    let range = clause.items[index].range
    return clause.items.contains { item in
      item.has(.negation) && item.range.lowerBound < range.upperBound
    }
  }

  // MARK: A clause

  private mutating func read(_ clause: Clause, at index: Int) {
    taken = []
    readBalances(clause, at: index)
    readEnds(clause, at: index)
    readEvents(clause, at: index)
    readOrphan(clause)
  }

  private mutating func add(_ draft: StatementDraft) { drafts.append(draft) }

  private static let moneyLeft: [Concept] = [.balance, .wallet, .bonus, .left, .arrears]
  private static let moneyMoved: [Concept] = [
    .topUp, .toppedUp, .charged, .price, .refunded, .sent, .activated, .pack, .plan, .nextRenewal,
    .renewed, .done, .failed, .lost, .condition,
  ]

  private func isLeft(_ index: Int, in clause: Clause) -> Bool {
    let amounts = clause.items.filter { if case .amount = $0.kind { true } else { false } }.count
    if amounts == 1 {
      // "Your account was topped up with 20", "your credit top-up of 20 failed".
      let moved = clause.nearest(after: index, [.toppedUp, .charged, .refunded, .sent])
      let hasOutcome = clause.has(.failed, .done, .pending) && clause.has(.topUp)
      if moved != nil || hasOutcome && !clause.has(.left) { return false }
    }
    let all = Self.moneyLeft + Self.moneyMoved
    if let before = clause.nearest(before: index, all) {
      return Self.moneyLeft.contains { clause.items[before].has($0) }
    }
    guard let after = clause.nearest(after: index, all),
      Self.moneyLeft.contains(where: { clause.items[after].has($0) })
    else { return false }
    return !clause.has(.toppedUp, .charged, .price, .refunded, .sent, .topUp)
  }

  private mutating func readBalances(_ clause: Clause, at index: Int) {
    for (place, item) in clause.items.enumerated() {
      switch item.kind {
      case .amount(let amount):
        guard isLeft(place, in: clause) || continuesBalance(place, in: clause, at: index) else {
          continue
        }
        let about = self.about(
          at: place, in: clause, of: [.balance, .wallet, .bonus], carries: false)
        var draft = StatementDraft(
          about ?? carriedBalance(index), .balance, range(clause, to: place))
        let owes = clause.nearest(before: place, Self.moneyLeft).map {
          clause.items[$0].has(.arrears)
        }
        draft.amount = owes == true ? amount.negative : amount
        draft.day = dayAside(place, in: clause)
        taken.insert(place)
        add(draft)
      case .data(let data):
        let words: [Concept] = [.left, .data, .bonus, .balance]
        if let near = clause.nearest(before: place, words + [.used]), clause.items[near].has(.used)
        {
          continue
        }
        let isLeft =
          clause.has(.left) && !clause.has(.activated)
          || clause.nearest(before: place, words) != nil
            && !clause.has(.activated, .toppedUp, .done, .topUp, .charged, .price)
          || clause.nearest(after: place, [.left, .data, .bonus]) != nil
            && drafts.contains { $0.kind == .dataLeft || $0.kind == .balance }
          || clause.items.count == 1
            && drafts.last.map { $0.kind == .balance || $0.kind == .dataLeft } == true
        guard isLeft else { continue }
        let about = self.about(at: place, in: clause, of: [.bonus, .pack, .plan], carries: false)
        var draft = StatementDraft(about ?? dataOwner, .dataLeft, range(clause, to: place))
        draft.data = data
        taken.insert(place)
        add(draft)
        spokeOf = draft.about
      case .word, .date, .term, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
        break
      }
    }
  }

  private var dataOwner: Statement.About {
    carried == .plan || spokeOf == .plan ? .plan : .pack
  }

  private func carriedBalance(_ index: Int) -> Statement.About { .balance }

  // "10,00 EUR | 15,00 EUR": a clause of nothing but money behind a balance.
  private func continuesBalance(_ place: Int, in clause: Clause, at index: Int) -> Bool {
    clause.items.count == 1 && !clause.isAside && drafts.last?.kind == .balance
  }

  // "As of 20 November your balance is": a day that is the end of nothing.
  private func dayAside(_ place: Int, in clause: Clause) -> DayReading? {
    guard
      let date = clause.items.indices.first(where: {
        if case .date = clause.items[$0].kind { true } else { false }
      }), date < place, !isEnd(date, in: clause), !clause.has(.expires, .lost, .toppedUp, .done)
    else { return nil }
    return day(date, in: clause, isToCome: false)
  }

  private func day(_ index: Int, in clause: Clause, isToCome: Bool) -> DayReading? {
    guard clause.items.indices.contains(index), case .date(let date) = clause.items[index].kind
    else { return nil }
    return date.reading(from: received, isToCome: isToCome)
  }

  // Without a year, something that happened or will is on the nearest such day.
  private func eventDay(_ index: Int, in clause: Clause) -> DayReading? {
    let days = [false, true].compactMap { day(index, in: clause, isToCome: $0)?.only }
    let distance = { (day: CalendarDay) in abs(day.ordinal - received.ordinal) }
    return day(index, in: clause, isToCome: false).flatMap { reading in
      reading.only == nil
        ? reading : DayReading([days.min { distance($0) < distance($1) }].compactMap { $0 })
    }
  }

  private func range(_ clause: Clause, to place: Int) -> Range<Int> {
    let whole = clause.range ?? 0..<1
    guard clause.items.indices.contains(place) else { return whole }
    return whole.lowerBound..<max(whole.upperBound, clause.items[place].range.upperBound)
  }

  // MARK: Ends

  private static let endWords: [Concept] = [.expires, .until, .lost, .before]
  private static let beforeDate: [Concept] =
    endWords + events.filter { $0 != .pending && $0 != .price } + [.balance, .topUp]

  /// Whether a date is the end of something by the words around it.
  private func isEnd(_ index: Int, in clause: Clause) -> Bool {
    if let behind = clause.nearest(after: index, Self.endWords + Self.events),
      clause.items[behind].has(.before)
        && clause.items[behind].range.lowerBound <= clause.items[index].range.upperBound + 12
    {
      return true
    }
    guard let before = clause.nearest(before: index, Self.beforeDate) else {
      guard let behind = clause.nearest(after: index, [.expires, .lost]) else { return false }
      let gap = clause.items[behind].range.lowerBound - clause.items[index].range.upperBound
      return clause.items[behind].has(.lost) || gap <= 3
    }
    return Self.endWords.contains { clause.items[before].has($0) }
  }

  private mutating func readEnds(_ clause: Clause, at index: Int) {
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
        if clause.has(.lost), draft.about != .pack, draft.about != .plan { draft.about = .number }
        taken.insert(place)
        add(draft)
      case .word, .amount, .data, .identifier, .clauseEnd, .asideStart, .asideEnd, .sentenceEnd:
        break
      }
    }
    readPastEnd(clause)
  }

  private mutating func addEnd(_ clause: Clause, _ place: Int) {
    let isThreat = clause.has(.lost) || sentence.has(.lost) && !clause.has(.expires)
    var about = endOwner(place, in: clause)
    if isThreat, about != .bankCard, about != .pack, about != .plan { about = .number }
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

  private func endOwner(_ place: Int, in clause: Clause) -> Statement.About {
    if let word = clause.nearest(before: place, Self.endWords)
      ?? clause.nearest(after: place, Self.endWords),
      let own = about(of: clause.items[word])
    {
      return own
    }
    if let subject = about(at: place, in: clause) { return subject }
    if let last = drafts.last, [.balance, .dataLeft, .renewed].contains(last.kind) {
      return last.about
    }
    switch carried {
    case .pack, .plan, .bonus, .number, .voucher, .bankCard: return carried ?? .unclear
    case .balance, .offer, .unclear, nil: return .unclear
    }
  }

  // "Your credit expires on 18 December and your number on 17 June."
  private func isElliptic(_ place: Int, in clause: Clause) -> Bool {
    drafts.last?.kind == .expires && clause.has(.number, .balance, .pack, .plan, .bonus)
      && !Self.events.contains { clause.has($0) } && !clause.has(.topUp)
  }

  private func endsAfterTerm(_ place: Int, in clause: Clause) -> Bool {
    if clause.has(.suspended) && !clause.has(.lost) { return false }
    if clause.has(.negation) && !clause.has(.expires, .lost) { return false }
    let hasDate = clause.items.contains { if case .date = $0.kind { true } else { false } }
    if hasDate && clause.has(.expires) && !clause.has(.renewed) { return false }
    if clause.has(.expires, .lost, .renewed, .activated) { return true }
    return clause.has(.pack, .bonus, .voucher) && !clause.has(.condition)
  }

  // "Your plan has expired": no day at all.
  private mutating func readPastEnd(_ clause: Clause) {
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

  // MARK: Events

  // "It renews itself if there is enough credit."
  private mutating func readNextRenewal(_ clause: Clause, at index: Int) {
    for place in clause.items.indices where clause.items[place].has(.nextRenewal) {
      addEvent(
        .pending, packOr(.plan, at: place, in: clause), clause, place, at: index, isToCome: true)
    }
  }

  private mutating func readEvents(_ clause: Clause, at index: Int) {
    for (place, item) in clause.items.enumerated() {
      guard case .word = item.kind else { continue }
      if item.has(.could), clause.has(.negation), subject(in: clause) != nil {
        readFailure(clause, place, at: index, isCertain: true)
      } else if item.has(.nextRenewal) {
        addEvent(
          .pending, packOr(.plan, at: place, in: clause), clause, place, at: index, isToCome: true)
      } else if item.has(.refunded) {
        let kind: StatementDraft.Kind = isToCome(place, in: clause) ? .pending : .refunded
        if !isNegated(place, in: clause) {
          addEvent(kind, subject(in: clause) ?? .balance, clause, place, at: index)
        }
      } else if item.has(.reactivated) {
        addOutcome(.reactivated, .number, clause, place, at: index)
      } else if item.has(.suspended) {
        if !isNegated(place, in: clause) {
          addEvent(
            .suspended, .number, clause, place, at: index)
        }
      } else if item.has(.cancelled) {
        if !isNegated(place, in: clause) {
          addEvent(
            .cancelled, subject(in: clause) ?? .number, clause, place, at: index, isToCome: true)
        }
      } else if item.has(.sent) {
        if !isNegated(place, in: clause), !isToCome(place, in: clause) {
          addEvent(.charged, .balance, clause, place, at: index)
        }
      } else if item.has(.price), !item.has(.charged) {
        readPrice(clause, place, at: index)
      } else if item.has(.charged) {
        if !isNegated(place, in: clause), amountIndex(of: clause) != nil {
          let owner = packOr(
            bundle ?? .balance, at: place, in: clause)
          addEvent(.charged, owner, clause, place, at: index)
        }
      } else if item.has(.failed) {
        readFailure(clause, place, at: index)
      } else if item.has(.activated), clause.has(.pack, .plan), !clause.has(.renewed) {
        readActivation(clause, place, at: index)
      } else if item.has(.toppedUp) {
        addOutcome(.paid, .balance, clause, place, at: index)
      } else if item.has(.renewed) {
        readRenewal(clause, place, at: index)
      } else if item.has(.activated) {
        readActivation(clause, place, at: index)
      } else if item.has(.done) {
        readSuccess(clause, place, at: index)
      } else if item.has(.pending), !drafts.contains(where: { $0.kind == .declined }) {
        if let about = subject(in: clause) ?? subjectNearby(index) {
          addEvent(.pending, about, clause, place, at: index, isToCome: true)
        } else {
          hasLoosePending = true
        }
      }
    }
  }

  // The price of what was bought in the same sentence, or a fee of its own.
  private mutating func readPrice(_ clause: Clause, _ place: Int, at index: Int) {
    guard let found = amountIndex(of: clause, near: place),
      case .amount(let amount) = clause.items[found].kind
    else { return }
    if let bought = drafts.lastIndex(where: { $0.kind == .paid && $0.about != .balance }) {
      if drafts[bought].amount == nil || drafts[bought].amount == amount {
        drafts[bought].amount = amount
        return
      }
    }
    guard !clause.has(.activated, .done, .toppedUp, .renewed, .failed) else { return }
    taken.insert(found)
    let owner = packOr(bundle ?? .balance, at: place, in: clause)
    var draft = StatementDraft(owner, .charged, range(clause, to: place))
    draft.amount = amount
    add(draft)
  }

  private func isToCome(_ place: Int, in clause: Clause) -> Bool {
    clause.has(.future) || clause.has(.pending)
  }

  // The pack or plan that was spoken of last.
  private var bundle: Statement.About? {
    [spokeOf, drafts.last?.about, carried].compactMap { $0 }.first { $0 == .pack || $0 == .plan }
  }

  private func packOr(_ about: Statement.About, at place: Int, in clause: Clause) -> Statement.About
  {
    let found = self.about(at: place, in: clause, of: [.pack, .plan], carries: false)
    if let found { return found }
    if drafts.contains(where: { $0.about == .pack }) || carried == .pack || spokeOf == .pack {
      return about == .plan ? .pack : about
    }
    return about
  }

  /// What a clause is about as far as paying goes: the top-up, a pack, a plan.
  private func subject(in clause: Clause) -> Statement.About? {
    if clause.has(.pack) { return .pack }
    if clause.has(.plan) { return .plan }
    if clause.has(.topUp, .balance, .toppedUp) { return .balance }
    return nil
  }

  private func subjectNearby(_ index: Int) -> Statement.About? {
    let clauses = sentence.clauses
    for distance in 1...max(1, clauses.count) {
      for near in [index - distance, index + distance] where clauses.indices.contains(near) {
        let clause = clauses[near]
        if clause.has(.topUp, .pack, .plan), let about = subject(in: clause) { return about }
      }
    }
    return nil
  }

  private mutating func readFailure(
    _ clause: Clause, _ place: Int, at index: Int, isCertain: Bool = false
  ) {
    if !isCertain, isNegated(place, in: clause), !clause.has(.done), !clause.has(.topUp) { return }
    let own: Statement.About? =
      clause.has(.pack)
      ? .pack
      : clause.has(.plan)
        ? .plan
        : clause.has(.topUp, .toppedUp) ? .balance : nil
    if let own {
      addEvent(.declined, own, clause, place, at: index)
    } else {
      hasLooseFailure = true
      looseAt = looseAt ?? index
    }
  }

  private var looseAt: Int?

  // A failure without a subject is that of the sentence's: "Top-up (10 EUR): declined".
  private mutating func attributeFailures() {
    guard let index = looseAt else { return }
    if drafts.contains(where: { $0.kind == .declined }) {
      hasLooseFailure = false
    } else if let about = subjectNearby(index), sentence.clauses.indices.contains(index) {
      addEvent(.declined, about, sentence.clauses[index], 0, at: index)
      hasLooseFailure = false
    }
  }

  /// Something that worked, unless the words around it say that it did not, or not yet.
  private mutating func addOutcome(
    _ kind: StatementDraft.Kind, _ about: Statement.About, _ clause: Clause, _ place: Int,
    at index: Int
  ) {
    if kind == .paid, about == .balance, clause.has(.bonus), !clause.has(.topUp) {
      return
    } else if isNegated(place, in: clause) {
      addEvent(.declined, about, clause, place, at: index)
    } else if clause.has(.failed) {
      return
    } else if isToCome(place, in: clause) || sentence.has(.pending) {
      guard kind != .reactivated else { return }
      addEvent(.pending, about, clause, place, at: index, isToCome: true)
    } else {
      addEvent(kind, about, clause, place, at: index)
    }
  }

  private mutating func readRenewal(_ clause: Clause, _ place: Int, at index: Int) {
    let about = self.about(at: place, in: clause, of: [.pack, .plan, .number, .bonus]) ?? carried
    let owner: Statement.About =
      switch about {
      case .pack, .plan, .number, .bonus: about ?? .number
      case .balance, .offer, .voucher, .bankCard, .unclear, nil:
        clause.has(.expires) ? .number : .plan
      }
    addOutcome(.renewed, owner, clause, place, at: index)
  }

  private mutating func readActivation(_ clause: Clause, _ place: Int, at index: Int) {
    let found = about(at: place, in: clause, of: [.pack, .plan, .data], carries: false)
    guard let about = found ?? (spokeOf == .pack || spokeOf == .plan ? spokeOf : nil) else {
      return
    }
    addOutcome(.paid, about, clause, place, at: index)
  }

  private mutating func readSuccess(_ clause: Clause, _ place: Int, at index: Int) {
    guard
      !clause.has(
        .failed, .toppedUp, .sent, .refunded, .reactivated, .suspended, .renewed, .activated)
    else { return }
    // What was done with a pack or plan may be anything but buying it: only paying in is meant.
    let isPaying =
      clause.has(.topUp) || !clause.has(.pack, .plan) && subjectNearby(index) == .balance
    guard isPaying else { return }
    addOutcome(.paid, subject(in: clause) ?? .balance, clause, place, at: index)
  }

  private func amountIndex(of clause: Clause, near place: Int = 0) -> Int? {
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

  private mutating func addEvent(
    _ kind: StatementDraft.Kind, _ about: Statement.About, _ clause: Clause, _ place: Int,
    at index: Int, isToCome: Bool = false
  ) {
    var draft = StatementDraft(about, kind, range(clause, to: place))
    if let found = amountIndex(of: clause, near: place),
      case .amount(let amount) = clause.items[found].kind
    {
      draft.amount = amount
    } else if kind != .suspended, kind != .cancelled, kind != .reactivated {
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
    add(draft)
    if about == .pack || about == .plan { spokeOf = about }
  }

  // "20 November, 10:02: …": a clause of nothing but a date in front.
  private func dayAhead(of index: Int) -> DayReading? {
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
  private func amountNearby(_ index: Int, for kind: StatementDraft.Kind) -> AmountReading? {
    let clauses = sentence.clauses
    let paying = clauses.indices.filter { $0 != index && clauses[$0].has(.topUp) }
      .sorted { abs($0 - index) < abs($1 - index) }
    for near in [index + 1] + paying + [index - 1] where sentence.clauses.indices.contains(near) {
      let clause = sentence.clauses[near]
      // What is lacking stands behind a failure, and was not declined.
      if kind == .declined, near > index, !clause.isAside { continue }
      guard
        !clause.has(.balance, .left, .charged, .refunded, .arrears, .bonus, .nextRenewal, .wallet)
      else { continue }
      for item in clause.items { if case .amount(let amount) = item.kind { return amount } }
    }
    return nil
  }

  // "Top-up successful! Amount: 300": the amount of what was said before.
  private mutating func readOrphan(_ clause: Clause) {
    guard !clause.has(.balance, .left, .wallet, .arrears),
      !Self.events.contains(where: { clause.has($0) }),
      let place = amountIndex(of: clause), case .amount(let amount) = clause.items[place].kind
    else { return }
    orphan = orphan ?? amount
  }
  private(set) var orphan: AmountReading?

  /// Whether it says nothing but of what and how much was paid before: "Package: Asia 3 GB".
  var isList: Bool {
    drafts.allSatisfy { $0.kind == .expires || $0.kind == .balance } && !sentence.has(.condition)
  }

  /// The day that is all that the sentence says.
  var loneDay: DayReading? {
    guard drafts.isEmpty, sentence.clauses.count == 1, let clause = sentence.clauses.first,
      !Self.subjects.contains(where: { clause.has($0) }),
      !Self.events.contains(where: { clause.has($0) })
    else { return nil }
    let days = clause.items.indices.compactMap { day($0, in: clause, isToCome: true) }
    return days.count == 1 ? days.first : nil
  }

  // MARK: Adverts and threats

  private mutating func readAdvert() {
    if let leadIn {
      var draft = StatementDraft(.offer, .expires, sentence.clauses.first?.range ?? 0..<1)
      draft.day = leadIn
      add(draft)
    }
    for clause in sentence.clauses {
      for (place, item) in clause.items.enumerated() {
        switch item.kind {
        case .date:
          let isLast =
            isEnd(place, in: clause)
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
  private mutating func readThreat(from condition: Int) {
    let isLost = sentence.has(.lost)
    guard isLost || sentence.has(.suspended) || sentence.has(.cancelled) || sentence.has(.topUp)
    else { return }
    for clause in sentence.clauses.dropFirst(condition) {
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

extension TextItem {
  /// Whether a word means this and nothing of a statement's subject beside it.
  func meaningIsOnly(_ concept: Concept) -> Bool {
    if case .word(let hit) = kind {
      hit.meaning.concepts.subtracting(Concepts(concept, .common)).isEmpty
    } else {
      false
    }
  }
}

extension AmountReading {
  fileprivate var negative: AmountReading {
    AmountReading(amounts.map { $0.amount > 0 ? Money(-$0.amount, $0.currency) : $0 }) ?? self
  }
}
