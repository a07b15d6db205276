import ArgumentParser
import Card
import CardState
import Words

/// A command that makes one change of one card.
protocol ChangeCommand: ParsableCommand {
  var change: ChangeOptions { get }

  /// What to do, once the cards have been read.
  ///
  /// - Throws: ``ChangeRefusal``.
  func prepare(_ run: ChangeRun) throws -> PreparedChange

  /// What the card shows afterwards, for people.
  func lines(_ cards: [CardReport], colour: Bool) -> [String]
}

/// A change, what it is in words, and how to ask for it.
struct PreparedChange {
  var plan: ChangeRun.Plan
  /// What is said when it was made.
  var done: Words
  /// What is said when the card shows it already.
  var alreadySo: Words?
  /// What is asked before.
  var question: Words
  /// Digits that have to be typed before.
  var tail: String?
  /// Those digits, where they were given as an option.
  var typedTail: String?
  /// Names that may be typed in their place.
  var names: [String] = []
  /// What is lost by it: said before it is asked.
  var losses: [Words] = []

  /// Whether the card shows already what is wanted.
  var isMade: Bool { alreadySo != nil && plan.change.goal.isMet(by: plan.target.euicc) == true }

  /// Whether somebody typed what has to be typed before.
  ///
  /// - Throws: Where it is something else.
  func accept(_ answer: String) throws(ChangeRefusal) {
    try ChangeOptions.accept(answer, for: tail, names)
  }
}

extension ChangeCommand {
  func run() throws {
    // Where somebody names a ledger, the change is to be kept in it.
    if change.ledger.ledger != nil { _ = try change.ledger.openIfThere() }
    let run = try ChangeRun(change.cards, eid: change.eid, block: change.block)
    let prepared = try prepare(run)
    let plan = prepared.plan
    for loss in prepared.losses { StandardError.warn(loss) }
    if change.dryRun { return try run.rehearsal(of: plan).report(asJSON: change.json) }
    if prepared.isMade, let alreadySo = prepared.alreadySo {
      StandardError.note(Words("\(alreadySo): nothing to do"))
      let document = ReadDocument(cards: [run.report(plan.target.card)], errors: [])
      if change.json { try change.cards.shown(document).json.write() }
      return
    }
    try change.confirm(
      prepared.question, tail: prepared.tail, names: prepared.names, typed: prepared.typedTail)
    let document = make(plan, run)
    let done = document.errors.isEmpty && !change.cards.redact ? prepared.done : nil
    try change.cards.shown(document).report(asJSON: change.json) { cards, colour in
      (done.map { [Style.good.apply(Terminal.clean($0.text), colour)] } ?? [])
        + lines(cards, colour: colour)
    }
  }

  /// Makes a change that was agreed to, and all that goes with it: the lines that are tracked are told at once,
  /// and the servers if the person wants that.
  ///
  /// - Parameter note: Told what is neither a result nor a mistake.
  func make(
    _ plan: ChangeRun.Plan, _ run: ChangeRun, note: (Words) -> Void = StandardError.note
  ) -> ReadDocument {
    var document = run.perform(plan)
    let own = OwnChanges(options: change.ledger)
    own.record(from: plan.target.card, plan.target.euicc, in: &document)
    if document.errors.isEmpty, plan.change.goal.isTold {
      NotificationOffer(wanted: change.send, isAsked: !change.yes, servers: change.servers)
        .follow(plan.target, run, &document, note: note)
      own.keep(&document)
    }
    return document
  }
}
