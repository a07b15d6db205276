import FoundationEssentials
import Ledger
import Renewal
import Words

/// A text of a line's carrier: what it says, what of that is kept, and what it proves.
struct CarrierReply {
  /// The text as it was understood.
  let reading: StatementReading
  /// What it comes to in the line's record, in its order; behind that what the person gave.
  private(set) var facts: [CarrierFact]
  private let frame: FactFrame
  private let options: ReplyOptions

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: what the carrier wrote; empty where there is only what the person gives.
  ///   - received: when it came.
  ///   - renewal: the line, and what is under way.
  ///   - options: what the person says of it.
  init(
    _ text: String, at received: Occurrence, _ renewal: OpenRenewal, _ options: ReplyOptions
  ) throws {
    let ledger = renewal.ledger
    let line = renewal.line
    let events = try ledger.events(of: line.id)
    let card = try line.iccid.flatMap { iccid in
      try ledger.snapshots(of: iccid, limit: 1).first
    }
    let home = LineHome(line, on: card, events: events)
    guard let today = CalendarDay(received.dayText(in: ledger.judging.zone)) else {
      throw Problem(.inputMalformed, Words("the day on which the text came is none"))
    }
    let currency = options.currency ?? renewal.attempt?.amount?.currency
    reading = home.read(
      text, receivedOn: today, dateOrder: options.dateOrder?.order, currency: currency)
    frame = try renewal.frame(
      at: received, today, currency: currency ?? home.currency, events, options)
    facts = CarrierFact.all(in: reading, frame)
    self.options = options
    takeOptions()
  }

  /// What it proves of a renewal.
  var proof: RenewalProof { RenewalProof(reading.settled(by: facts), frame.expected) }

  /// The balance that it gives, where there is no doubt about it.
  var balance: Money? {
    facts.last { fact in
      guard case .balance = fact.statement.says, fact.statement.about == .balance else {
        return false
      }
      switch fact.outcome {
      case .entry, .nothing(.recorded): return true
      case .open, .nothing: return false
      }
    }?.statement.amount?.only
  }

  /// Whether there is nothing in it, and nothing was given beside it.
  var isEmpty: Bool { facts.isEmpty }

  /// Whether something of it waits for an answer before it is recorded.
  var isOpen: Bool {
    facts.contains { if case .open = $0.outcome { true } else { false } }
  }

  // MARK: - What the person says

  /// The same with a balance that the person gives.
  func with(_ balance: Money) -> CarrierReply {
    guard let amount = AmountReading([balance]) else { return self }
    var reply = self
    reply.replace(by: Statement(.balance, .balance(amount, on: nil), words: "")) { statement in
      if case .balance = statement.says { true } else { false }
    }
    return reply
  }

  // What a person gives stands in place of what the text leaves open.
  private mutating func takeOptions() {
    if let day = options.until, let reading = DayReading([day]) {
      let about = options.subject(of: .expires(.unsaid)) ?? .number
      replace(by: Statement(about, .expires(.day(reading)), words: "")) { statement in
        if case .expires = statement.says { true } else { false }
      }
    }
    if let balance = options.balance { self = with(balance) }
    facts = facts.map { fact in
      fact.settled { question in
        switch question {
        case .about: options.subject(of: fact.statement.says).map { .about($0) }
        case .plausible, .whose, .happened, .forGood, .again: options.yes ? .yes : nil
        case .day, .amount: nil
        }
      }
    }
  }

  private mutating func replace(by given: Statement, where fits: (Statement) -> Bool) {
    facts = facts.map { fact in
      let isOpen = if case .open = fact.outcome { true } else { false }
      let isSame = fact.statement.about == given.about
      return fits(fact.statement) && (isOpen || isSame) ? fact.replaced : fact
    }
    facts.append(CarrierFact(given, in: frame))
  }

  /// Asks a person what is open.
  mutating func ask() {
    facts = facts.map { fact in fact.settled { fact.ask($0) } }
  }

  /// Takes answers to what is open, by the place of a fact and how many answers it has had.
  mutating func settle(_ answer: (Int, Int, CarrierFact.Question) -> CarrierFact.Answer?) {
    facts = facts.enumerated().map { place, fact in
      var count = -1
      return fact.settled { question in
        count += 1
        return answer(place, count, question)
      }
    }
  }

  // MARK: - The record

  /// Writes down what is certain.
  func record(in ledger: Ledger, of line: Line.ID) throws(LedgerError) {
    for fact in facts {
      guard case .entry(let entry) = fact.outcome else { continue }
      let now = Event.now(entry.kind)
      try ledger.append(entry.event(id: now.id, recordedAt: now.recordedAt), to: line)
    }
  }
}

extension CarrierFact {
  /// The fact with every question answered that somebody has an answer to.
  func settled(_ answer: (Question) -> Answer?) -> CarrierFact {
    var fact = self
    // Each answer settles one question, and there is one of each kind at most.
    for _ in Question.Code.allCases {
      guard case .open(let question) = fact.outcome, let found = answer(question) else { break }
      fact = fact.settled(found)
    }
    return fact
  }
}
