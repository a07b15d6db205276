/// Reads carriers' texts: pasted messages, answers to dial codes, pages.
///
/// A text becomes the statements that it makes, each with its words. The text is untrusted: it is
/// searched for known words, amounts and dates, and used for nothing else; its length is bounded and
/// each step passes over it once.
public struct StatementReader: Sendable {
  private struct Prepared: Sendable {
    let patterns: LanguagePatterns
    let phrases: Phrases
  }

  private let languages: [Prepared]
  private let unread: [(language: String, phrases: Set<[Unicode.Scalar]>)]

  /// A reader of the languages whose patterns it is given.
  public init(patterns: [LanguagePatterns]) {
    let shared = patterns.first { $0.language == "und" }
    languages = patterns.filter { $0.language != "und" }.sorted { $0.language < $1.language }
      .map { Prepared(patterns: $0, phrases: Phrases($0, and: shared)) }
    unread = (shared?.unread ?? [:]).sorted { $0.key < $1.key }
      .map { ($0.key, Set($0.value.map(FoldedText.folded))) }
  }

  /// What is known before a text is read.
  public struct Setting: Sendable {
    /// The day on which the text came.
    public var receivedOn: CalendarDay
    /// The country whose carrier wrote it, ISO 3166-1: it tells the order of a date's numbers.
    public var market: String?
    /// What a sign such as `$` means.
    public var currency: Currency?
    /// The order of a date's numbers, where the person says it.
    public var dateOrder: DateOrder?
    /// The line's own phone numbers, as its owner writes them; empty where nobody said.
    public var numbers: [String]

    /// A setting of which only the day is known.
    public init(
      receivedOn: CalendarDay, market: String? = nil, currency: Currency? = nil,
      dateOrder: DateOrder? = nil, numbers: [String] = []
    ) {
      self.receivedOn = receivedOn
      self.market = market
      self.currency = currency
      self.dateOrder = dateOrder
      self.numbers = numbers
    }
  }

  /// Reads a text.
  public func read(_ text: String, _ setting: Setting) -> StatementReading {
    let folded = FoldedText(text)
    var reading = StatementReading(tricks: folded.tricks)
    let candidates = languages.map { prepared in
      let hits = prepared.phrases.hits(in: folded)
      return (prepared, hits, folded.share(of: hits))
    }
    guard let best = candidates.max(by: { $0.2 < $1.2 }), best.2 >= Self.leastShare,
      !isUnread(folded, than: best.1), !folded.hasForeignScript(beside: best.1)
    else { return reading }
    let (prepared, hits, _) = best
    reading.language = prepared.patterns.language
    let orders = DateOrder.orders(given: setting.dateOrder, market: setting.market, in: folded)
    var scanner = ItemScanner(
      folded, patterns: prepared.patterns, phrases: prepared.phrases, hits: hits,
      currency: setting.currency, orders: orders, received: setting.receivedOn)
    scanner.scan()
    reading.read(
      scanner.items, of: folded, received: setting.receivedOn, numbers: OwnNumbers(setting.numbers))
    return reading
  }

  /// The term that the name of a plan gives, in whatever language: 30 days of `Europe 10 GB 30 days`.
  /// Nil where it gives none, or more than one that could be meant.
  public func term(ofPlan name: String, on day: CalendarDay) -> Period? {
    let folded = FoldedText(name)
    guard folded.tricks.isEmpty else { return nil }
    let terms = languages.flatMap { prepared in
      var scanner = ItemScanner(
        folded, patterns: prepared.patterns, phrases: prepared.phrases,
        hits: prepared.phrases.hits(in: folded), currency: nil, orders: [], received: day)
      scanner.scan()
      return scanner.items.compactMap { item in
        if case .term(let term) = item.kind { term } else { nil }
      }
    }
    guard let term = terms.first, Set(terms).count == 1, term.inDays <= Self.longestPlan else {
      return nil
    }
    return term
  }

  /// Days of a plan, at most.
  private static let longestPlan = 2 * 366

  /// How much of a text has to be words of a language for the text to be in it.
  private static let leastShare = 0.25

  // A language that is told from the one that was found, and that nobody reads.
  private func isUnread(_ text: FoldedText, than hits: [Phrases.Hit]) -> Bool {
    let words = text.wordsOfLetters
    guard !words.isEmpty else { return false }
    return unread.contains { _, known in
      let own = words.filter { known.contains($0) }
      return Set(own).count >= 2 && own.count * 8 >= words.count
    }
  }
}

/// What a text says, in what language.
public struct StatementReading: Equatable, Sendable {
  /// The language it was read in; nil where it is none that is known, and then nothing was read.
  public internal(set) var language: String?
  /// The statements, in the text's order.
  public internal(set) var statements: [Statement] = []
  /// Why the text may not be what it looks like.
  public internal(set) var tricks: Set<TextTrick>
  /// What else there is in it that speaks against believing it.
  public internal(set) var doubts: Set<Doubt> = []

  /// What in a text speaks against taking its words for the carrier's answer.
  public enum Doubt: String, Vocabulary {
    /// It brings a code to be typed in.
    case code
    /// Somebody else writes, such as a payment service.
    case thirdParty
    /// It names a number of its own, which may be another line's.
    case namesNumber
    /// It is about a phone number that is none of the line's.
    case anotherNumber
    /// Something failed, and the words don't say what.
    case looseFailure
    /// Something is under way, and the words don't say what.
    case loosePending
    /// It begins or ends within a word.
    case cut
    /// Success stands in it under a condition, in a question or an advert.
    case hedged
  }

  /// The day until which the number lasts by the text: one that can be read in one way, and that the
  /// words give of nothing else. Nil for a text that may not be the carrier's, or of this line.
  public var endOfNumber: CalendarDay? {
    guard tricks.isEmpty, doubts.isDisjoint(with: [.code, .thirdParty, .anotherNumber]) else {
      return nil
    }
    let ends = statements.compactMap { statement -> (Statement.About, DayReading)? in
      switch statement.says {
      case .expires(.day(let day)), .suspended(let day?), .barredForDebt(let day?):
        (statement.about, day)
      case .paid, .renewed, .declined, .pending, .expires, .balance, .dataLeft, .suspended,
        .barredForDebt, .reactivated, .cancelled, .refunded, .charged:
        nil
      }
    }
    let own = ends.filter { $0.0 == .number }
    let meant = own.isEmpty && ends.count == 1 ? ends.filter { $0.0 == .unclear } : own
    let days = Set(meant.map(\.1))
    return days.count == 1 ? days.first?.only : nil
  }

  mutating func read(
    _ items: [TextItem], of text: FoldedText, received: CalendarDay, numbers: OwnNumbers
  ) {
    if items.contains(where: { $0.has(.code) }) {
      doubts.insert(.code)
      return
    }
    if items.contains(where: { $0.has(.thirdParty) }) { doubts.insert(.thirdParty) }
    if text.isCut { doubts.insert(.cut) }
    var drafts: [StatementDraft] = []
    var carried: Statement.About?
    var leadIn: DayReading?
    var isAdvertised = false
    var announced: StatementDraft?
    for sentence in ClausedSentence.sentences(of: items) {
      var reading = SentenceReading(
        sentence, received: received, carried: carried, leadIn: leadIn,
        failed: drafts.last { $0.kind == .declined }?.about, isAdvertised: isAdvertised)
      reading.read()
      // "Your top-up of 10. It was declined.": what failed was named before.
      if reading.hasLooseFailure, let deed = announced {
        reading.fail(deed)
      }
      announced = reading.announced
      if reading.hasLooseFailure { doubts.insert(.looseFailure) }
      if reading.hasLoosePending { doubts.insert(.loosePending) }
      let isSuccess = reading.drafts.contains { $0.kind.isSuccess }
      if isSuccess, reading.isHedged { doubts.insert(.hedged) }
      for number in sentence.numbers(in: text) {
        switch numbers.whose(number) {
        case .own: break
        case .another where sentence.speaksOfItsNumber(reading.drafts):
          doubts.insert(.anotherNumber)
        case .another, .unknown: if isSuccess { doubts.insert(.namesNumber) }
        }
      }
      if reading.hasLoosePending, reading.drafts.isEmpty, let amount = sentence.firstAmount,
        let last = drafts.last, last.kind == .paid, last.amount == nil
      {
        // "Thanks for your payment. The 10 will be there within a day": it has not come in yet.
        drafts[drafts.count - 1].kind = .pending
        drafts[drafts.count - 1].amount = amount
      } else if let last = drafts.last, last.kind == .paid, last.amount == nil, reading.isList {
        if let amount = reading.orphan { drafts[drafts.count - 1].amount = amount }
        if reading.spokeOf == .pack, last.about == .balance {
          drafts[drafts.count - 1].about = .pack
        }
      }
      drafts += reading.drafts
      leadIn = reading.loneDay
      isAdvertised = sentence.isCry
      carried = reading.spokeOf ?? carried
    }
    statements = Self.merged(drafts).compactMap { $0.statement(in: text) }
  }

  // What another statement says as well, and more exactly, is said once.
  private static func merged(_ drafts: [StatementDraft]) -> [StatementDraft] {
    var kept: [StatementDraft] = []
    for draft in drafts {
      if kept.contains(where: { draft.isContained(in: $0) }) { continue }
      kept.removeAll { $0.isContained(in: draft) }
      kept.append(draft)
    }
    return kept
  }
}

extension StatementDraft.Kind {
  var isSuccess: Bool { self == .paid || self == .renewed || self == .reactivated }
}

extension FoldedText {
  /// The words of letters in it, in scripts that set them apart with spaces.
  var wordsOfLetters: [[Unicode.Scalar]] {
    scalars.split { !$0.isLetter && !$0.isUnspaced }.map(Array.init)
  }

  /// Which part of its letters stands in phrases.
  func share(of hits: [Phrases.Hit]) -> Double {
    var covered = 0
    var end = 0
    for hit in hits {
      for place in max(end, hit.range.lowerBound)..<max(end, hit.range.upperBound)
      where isWritten(place) { covered += 1 }
      end = max(end, hit.range.upperBound)
    }
    let all = scalars.indices.filter(isWritten).count
    return all == 0 ? 0 : Double(covered) / Double(all)
  }

  private func isWritten(_ place: Int) -> Bool {
    scalar(place).map { $0.isLetter || $0.isUnspaced } ?? false
  }

  /// Whether a good part of it is in a script that no phrase found in it uses.
  func hasForeignScript(beside hits: [Phrases.Hit]) -> Bool {
    let known = Set(hits.flatMap { hit in scalars[hit.range].compactMap(\.script) })
    let written = scalars.compactMap(\.script)
    let foreign = written.filter { !known.contains($0) }.count
    return foreign * 5 > written.count
  }

  /// Whether it begins or ends within a word.
  var isCut: Bool {
    guard let first = scalars.first else { return false }
    return first == "." && scalar(1) == "."
  }
}
