/// Reads the clauses of one sentence after each other.
struct SentenceReading {
  let sentence: ClausedSentence
  let received: CalendarDay
  /// What the text spoke of last, before this sentence.
  let carried: Statement.About?
  /// The day of a sentence in front that says nothing else: "Only today!"
  let leadIn: DayReading?
  /// What failed, by the sentences before.
  let failed: Statement.About?
  /// Whether the sentence in front was nothing but the cry of an advert: "Special!"
  let isAdvertised: Bool

  var drafts: [StatementDraft] = []
  /// Words of failure that say nothing of what failed.
  var hasLooseFailure = false
  /// Words of waiting that say nothing of what is awaited.
  var hasLoosePending = false
  /// Whether success is said under a condition, as a question, or in an advert.
  var isHedged = false
  var spokeOf: Statement.About?

  /// Where the first failure stands that has no subject.
  var looseAt: Int?
  /// An amount that belongs to nothing in the sentence.
  var orphan: AmountReading?
  // Values of clauses that a statement has taken.
  var taken: Set<Int> = []

  init(
    _ sentence: ClausedSentence, received: CalendarDay, carried: Statement.About?,
    leadIn: DayReading?, failed: Statement.About? = nil, isAdvertised: Bool = false
  ) {
    self.failed = failed
    self.isAdvertised = isAdvertised
    self.leadIn = leadIn
    self.sentence = sentence
    self.received = received
    self.carried = carried
  }

  static let subjects: [Concept] = [
    .number, .pack, .plan, .balance, .bonus, .voucher, .bankCard, .data, .wallet,
  ]
  static let events: [Concept] = [
    .done, .toppedUp, .raised, .failed, .pending, .renewed, .activated, .suspended, .cancelled,
    .reactivated, .refunded, .charged, .price, .sent, .nextRenewal,
  ]

  mutating func read() {
    guard !sentence.isQuestion else {
      isHedged = true
      return
    }
    let condition = sentence.clauses.firstIndex { $0.has(.condition) }
    let isAdvert = (sentence.has(.advert) || isAdvertised) && !sentence.has(.lost)
    isHedged = condition != nil || isAdvert
    for (index, clause) in sentence.clauses.enumerated() {
      if condition.map({ index >= $0 }) == true {
        if !isAdvert, clause.has(.nextRenewal) { readNextRenewal(clause, at: index) }
        continue
      }
      // What was done, or is there, stands in front of what is advertised.
      let isBefore =
        (clause.isDeed || clause.isBalance)
        && !sentence.clauses[...index].contains(where: { $0.has(.advert) })
      guard !isAdvert || isBefore else { continue }
      read(clause, at: index)
      noteSubject(of: clause)
    }
    if isAdvert {
      if drafts.contains(where: { $0.kind != .balance }) { readGift() }
      readAdvert()
    } else if let condition {
      readThreat(from: sentence.has(.lost) ? 0 : condition)
    }
    // "Top up 10 and your number is renewed."
    if sentence.startsWithAdvice, !drafts.contains(where: { $0.kind == .paid }) { isHedged = true }
    if !isHedged {
      attributeFailures()
      readList()
    }
  }

  mutating func noteSubject(of clause: Clause) {
    if let place = clause.items.lastIndex(where: {
      !$0.concepts.isDisjoint(with: Concepts(Self.subjects))
    }),
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

  /// Whether it is denied for now: "not yet".
  func isNotYet(_ index: Int, in clause: Clause) -> Bool {
    let denials = clause.items.filter {
      $0.has(.negation) && $0.range.lowerBound < clause.items[index].range.upperBound
    }
    return !denials.isEmpty && clause.has(.pending) && !sentence.has(.failed)
  }

  mutating func read(_ clause: Clause, at index: Int) {
    taken = []
    readBalances(clause, at: index)
    readEnds(clause, at: index)
    readEvents(clause, at: index)
    readOrphan(clause)
  }

  mutating func add(_ draft: StatementDraft) {
    if !drafts.contains(where: { draft.isContained(in: $0) }) { drafts.append(draft) }
  }

  func day(_ index: Int, in clause: Clause, isToCome: Bool) -> DayReading? {
    guard clause.items.indices.contains(index), case .date(let date) = clause.items[index].kind
    else { return nil }
    return date.reading(from: received, isToCome: isToCome)
  }

  // Without a year, something that happened or will is on the nearest such day.
  func eventDay(_ index: Int, in clause: Clause) -> DayReading? {
    let days = [false, true].compactMap { day(index, in: clause, isToCome: $0)?.only }
    let distance = { (day: CalendarDay) in abs(day.ordinal - received.ordinal) }
    return day(index, in: clause, isToCome: false).flatMap { reading in
      reading.only == nil
        ? reading : DayReading([days.min { distance($0) < distance($1) }].compactMap { $0 })
    }
  }

  func range(_ clause: Clause, to place: Int) -> Range<Int> {
    let whole = clause.range ?? 0..<1
    guard clause.items.indices.contains(place) else { return whole }
    return whole.lowerBound..<max(whole.upperBound, clause.items[place].range.upperBound)
  }

  /// The day that is all that the sentence says.
  var loneDay: DayReading? {
    guard drafts.isEmpty, sentence.clauses.count == 1, let clause = sentence.clauses.first,
      clause.concepts.isDisjoint(with: Concepts(Self.subjects)),
      clause.concepts.isDisjoint(with: Concepts(Self.events))
    else { return nil }
    let days = clause.items.indices.compactMap { day($0, in: clause, isToCome: true) }
    return days.count == 1 ? days.first : nil
  }
}
