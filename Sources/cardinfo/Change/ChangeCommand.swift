import ArgumentParser
import Card
import CardState
import Words

/// A command that makes one change of one card.
protocol ChangeCommand: ParsableCommand {
  var change: ChangeOptions { get }

  /// What to do, once the cards have been read. Asks the person where that is wanted.
  func prepare(_ run: ChangeRun) throws -> PreparedChange
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
  /// Whether the answer is about notifications rather than profiles.
  var showsNotifications = false
}

extension ChangeCommand {
  func run() throws {
    do {
      let run = try ChangeRun(change.cards, eid: change.eid, wait: change.wait, block: change.block)
      let prepared = try prepare(run)
      if change.dryRun {
        let lines = try run.rehearsal(of: prepared.plan)
        return StandardOutput.write(lines.map { $0 + "\n" }.joined())
      }
      if let alreadySo = prepared.alreadySo,
        prepared.plan.change.goal.isMet(by: prepared.plan.target.euicc) == true
      {
        return StandardError.note(Words("\(alreadySo): nothing to do"))
      }
      try change.confirm(prepared.question, tail: prepared.tail, typed: prepared.typedTail)
      let document = run.perform(prepared.plan)
      let shown = change.cards.redact ? document.redacted() : document
      try shown.report(asJSON: change.json) {
        ChangeText(
          $0, sentence: document.errors.isEmpty && !change.cards.redact ? prepared.done : nil,
          showsNotifications: prepared.showsNotifications)
      }
    } catch let refusal as ChangeRefusal {
      StandardError.report(refusal.failure)
      throw ExitStatus(refusal.failure).exit
    }
  }
}

/// A card as it was read after a change.
struct ChangeText: DocumentText {
  private let document: CardStateDocument
  private let sentence: Words?
  private let showsNotifications: Bool

  init(_ document: CardStateDocument) {
    self.init(document, sentence: nil, showsNotifications: false)
  }

  init(_ document: CardStateDocument, sentence: Words?, showsNotifications: Bool) {
    self.document = document
    self.sentence = sentence
    self.showsNotifications = showsNotifications
  }

  func lines(colour: Bool) -> [String] {
    let state =
      showsNotifications
      ? NotificationsText(document).lines(colour: colour)
      : ProfilesText(document, isFull: false).lines(colour: colour)
    return (sentence.map { [Style.good.apply(Terminal.clean($0.text), colour)] } ?? []) + state
  }
}
