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

  func run() throws {
    let line = try ledger.open().changing(self.line.line) { line, today in
      line.retiredOn = line.retiredOn ?? today
    }
    StandardError.note(
      Words(
        "\(line.name) is off the lists; back with: cardinfo line restore \(ShellWord.quoted(line.name))"
      ))
  }
}

/// `cardinfo line restore`.
struct LineRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: Words("Put a line back on the lists."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let line = try ledger.open().changing(self.line.line) { line, _ in line.retiredOn = nil }
    StandardError.note(Words("\(line.name) is on the lists again"))
  }
}

extension Ledger {
  /// Changes the line that a person names; ends the command where that fails.
  fileprivate func changing(
    _ reference: String, _ change: (inout Line, _ today: CalendarDay?) -> Void
  ) throws -> Line {
    try reportingLedgerErrors { () throws(LedgerError) in
      var line = try line(matching: reference)
      change(&line, CalendarDay(Date(), in: judging.zone))
      try self.change(line, at: Date())
      return line
    }
  }
}
