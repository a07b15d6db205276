import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// One card as an answer has it: what was read, what that says of its line, and what the ledger
/// knows of the lines on it.
struct CardReport {
  var card: CardSnapshot
  /// What the registration files say of the line; nil where they were not read.
  var evidence: [Evidence]?
  /// The lines on the card; nil where nobody asked the ledger.
  var lines: [LineOnCard]?
  /// Who is behind what the card names; nil where nobody asked.
  var carriers: CardCarriers?
  /// The command to offer for lines that are not tracked.
  var offer: TrackingOffer?
  /// What its eUICCs have had waiting for long, as far as reads that were kept tell.
  var waiting: [WaitingNotification] = []

  init(_ card: CardSnapshot, knownHosts: @autoclosure () -> Set<String>) {
    self.card = card
    evidence = card.registration.map { _ in
      Evidence.ofRegistration(in: CardReading(card), knownHosts: knownHosts())
    }
  }

  /// Takes out of the warnings what is an error for a command that asked for it: an answer that could
  /// not be used.
  mutating func takeFailures(of wanted: Set<UnreadAnswer.Function>) -> [Problem] {
    let all = (card.unread ?? []) + card.euiccs.flatMap { $0.unread ?? [] }
    let failures = all.filter { wanted.contains($0.function) }
    for failure in failures {
      card.warnings.removeAll { $0.code == failure.code && $0.message == failure.message }
    }
    var problems: [Problem] = []
    for problem in failures.map({ $0.problem.inReader(card.reader.name) })
    where !problems.contains(problem) {
      problems.append(problem)
    }
    return problems
  }

  /// The card without identifiers.
  func redacted() -> CardReport {
    var report = self
    report.card = card.redacted()
    report.lines = lines?.map { $0.redacted() }
    report.carriers = carriers?.redacted()
    // A masked ICCID names no line.
    report.offer = nil
    report.waiting = []
    return report
  }
}

extension CardReport: Encodable {
  private enum CodingKeys: CodingKey {
    case evidence, carriers, lines, untrackedLines, formerLines, waitingNotifications
  }

  /// The members of what was read, and ours beside them.
  func encode(to encoder: any Encoder) throws {
    try card.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(evidence, forKey: .evidence)
    try container.encodeIfPresent(carriers, forKey: .carriers)
    if !waiting.isEmpty {
      try container.encode(
        waiting.map(WaitingReminder.Waiting.init), forKey: .waitingNotifications)
    }
    guard let lines else { return }
    try container.encode(
      lines.compactMap(\.tracked).map { LineRecord($0.line, $0.verdict) }, forKey: .lines)
    try container.encode(
      lines.filter { $0.tracked == nil && $0.former == nil }.map(\.iccid), forKey: .untrackedLines)
    let former = lines.compactMap(\.former)
    if !former.isEmpty { try container.encode(former, forKey: .formerLines) }
  }
}

/// A line on a card: of its own subscription, or of a profile.
struct LineOnCard {
  /// The ICCID of the card or profile.
  var iccid: String
  /// What the ledger keeps of it; nil where it is not tracked.
  var tracked: Tracked?
  /// The line that was on the card before it moved to another one.
  var former: Former?

  /// A line that has left a card.
  struct Former: Encodable {
    /// The line's identifier and name.
    var id: String
    var name: String
    /// The card or profile that it was on.
    var iccid: String
    /// The day from which it was no longer on it.
    var until: CalendarDay

    init?(_ line: Line, on iccid: String) {
      guard let card = line.formerCards.last(where: { $0.iccid == iccid }) ?? line.formerCards.last
      else { return nil }
      (id, name, self.iccid, until) = (line.id, line.name, iccid, card.until)
    }
  }

  /// A line that the ledger keeps.
  struct Tracked {
    var line: Line
    var verdict: Verdict
    var events: [Event]
  }

  fileprivate func redacted() -> LineOnCard {
    var line = self
    line.iccid = Masking.identifier(iccid, keeping: 6)
    line.tracked = tracked?.redacted()
    if let former {
      line.former?.id = Masking.identifier(former.id, keeping: 6)
      line.former?.iccid = line.iccid
      line.former?.name = Masking.numbers(in: former.name)
    }
    return line
  }
}

extension LineOnCard.Tracked {
  /// A line is named for good by its ICCID, where it has one.
  fileprivate func redacted() -> Self {
    var tracked = self
    tracked.line.name = Masking.numbers(in: line.name)
    tracked.line.iccid = line.iccid.map { Masking.identifier($0, keeping: 6) }
    tracked.line.id = Masking.identifier(line.id, keeping: 6)
    tracked.line.numbers = line.numbers.map(Masking.numbers)
    for index in line.formerCards.indices {
      tracked.line.formerCards[index].iccid = Masking.identifier(
        line.formerCards[index].iccid, keeping: 6)
    }
    tracked.line.note = line.note.map(Masking.numbers)
    tracked.line.paymentMethod = line.paymentMethod.map(Masking.numbers)
    tracked.verdict.line = tracked.line.id
    // A masked name is nobody's: no command finds it.
    if tracked.line.name != line.name {
      tracked.verdict.next = verdict.next.map(\.withoutCommand)
    }
    return tracked
  }
}

/// How to start to track a line that is not tracked yet.
struct TrackingOffer {
  /// How many lines on the card are not tracked.
  var untracked: Int
  /// The first of them.
  var iccid: String
  /// What it may be called.
  var name: String?
  /// Its carrier, if it can be only one.
  var carrier: String?
  /// The rule of its carrier, if it can be only one.
  var rule: String?
  /// The numbers that the card says are its own.
  var numbers: [String]
  /// What its profile calls itself and whoever provides it.
  var plan: String?
  var provider: String?
}

/// What one run read: the document of `cardinfo read` and of every command that shows a card.
struct ReadDocument {
  let generatedAt = Date()
  var cards: [CardReport]
  var errors: [Problem]

  /// The document with an error when nothing failed and no card has an eUICC.
  var requiringEUICC: ReadDocument {
    guard errors.isEmpty, cards.allSatisfy(\.card.euiccs.isEmpty) else { return self }
    var document = self
    document.errors.append(
      Problem(
        .noEUICC, Words("no eUICC answers here"),
        nextStep: Words("a plain SIM has no profiles: cardinfo reads it")))
    return document
  }

  /// Looks up who is behind what the cards name.
  mutating func nameCarriers() {
    for index in cards.indices { cards[index].carriers = CardCarriers(cards[index].card) }
  }

  /// The document without identifiers.
  func redacted() -> ReadDocument {
    var document = self
    document.cards = cards.map { $0.redacted() }
    return document
  }

  /// The document for programs.
  var json: Document<some Encodable> { Document(.cardState, Content(self), errors: errors) }

  /// Prints the document for programs or for people, says what failed, and ends the command with the
  /// status that fits.
  func report(
    asJSON: Bool, lines: (_ cards: [CardReport], _ colour: Bool) -> [String]
  ) throws {
    if asJSON {
      try json.write()
    } else {
      StandardOutput.write { lines(cards, $0) }
    }
    try end()
  }

  /// Says what failed, and ends the command with a status of its own when something did.
  func end() throws { try Problem.end(errors, besideMuch: !cards.isEmpty) }

  private struct Content: Encodable {
    let generatedAt: Date
    let tool = CardStateDocument.Tool(name: "cardinfo", version: Version.current)
    let cards: [CardReport]

    init(_ document: ReadDocument) {
      generatedAt = document.generatedAt
      cards = document.cards
    }
  }
}
