import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo line remove`.
struct LineRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: Words("Take a line off the lists. What is kept of it stays; purge removes that."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    let line = try ledger.changing(self.line.line) { line, today in
      line.retiredOn = line.retiredOn ?? today
    }
    StandardError.note(
      Words(
        "\(line.name) is off the lists; back with: cardinfo line restore \(ShellWord.quoted(line.name))"
      ))
    if answer.json { try LineReport(ledger, line).print(asJSON: true) }
  }
}

/// `cardinfo line restore`.
struct LineRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: Words("Put a line back on the lists."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    let line = try ledger.changing(self.line.line) { line, _ in line.retiredOn = nil }
    StandardError.note(Words("\(line.name) is on the lists again"))
    if answer.json { try LineReport(ledger, line).print(asJSON: true) }
  }
}

extension Ledger {
  /// Changes the line that a person names.
  fileprivate func changing(
    _ reference: String, _ change: (inout Line, _ today: CalendarDay?) -> Void
  ) throws(LedgerError) -> Line {
    var line = try line(matching: reference)
    change(&line, CalendarDay(Date(), in: judging.zone))
    try self.change(line, at: Date())
    return line
  }
}

/// `cardinfo line purge`.
struct LinePurge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: Words("Remove a line and all that is kept of it, for good."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Do not ask.")))
  var yes = false

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    guard let line = try find(in: ledger) else {
      StandardError.note(Words("an earlier purge is finished: no trace of its line is left"))
      if answer.json { try Document(.answer, Answer(purged: self.line.line)).write() }
      return
    }
    if !yes { try ask(about: line) }
    try ledger.purge(line.id)
    StandardError.note(Words("\(line.name) is removed"))
    if answer.json { try Document(.answer, Answer(purged: line.name)).write() }
  }

  /// The line; nil where it is gone and what was left of an earlier purge was done.
  private func find(in ledger: Ledger) throws -> Line? {
    do throws(LedgerError) {
      return try ledger.line(matching: line.line)
    } catch {
      guard error.code == .unknownLine, try ledger.finishPurge() else { throw error }
      return nil
    }
  }

  private func ask(about line: Line) throws {
    let question = Words(
      "remove \(line.name), its history and what its cards said, for good? [y/N]")
    switch Question.consent(to: question) {
    case .given: return
    case .declined: throw Problem(.declined, Words("nothing was removed"))
    case .interrupted: throw Problem(.interrupted, Words("nothing was removed"))
    case .notAsked:
      throw Problem(
        .unconfirmed, Words("nothing was removed"),
        nextStep: Words("without a terminal to ask on, say --yes"))
    }
  }

  private struct Answer: Encodable {
    /// What the line was called.
    var purged: String
  }
}
