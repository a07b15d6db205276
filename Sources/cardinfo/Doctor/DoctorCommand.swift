import ArgumentParser
import Words

/// `cardinfo doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Words("Check whether this machine is set up to read cards, and say what to fix."))

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let checks = ProgressLine.during(Words("checking this machine")) { SetupCheck.all() }
    try Answer(checks: checks).report(asJSON: answer.json)
    if checks.contains(where: { $0.outcome == .failed }) { throw ExitStatus.failure.exit }
  }

  struct Answer: TabularAnswer {
    var checks: [SetupCheck]

    var table: Table {
      var table = Table()
      for check in checks {
        table.add(
          Table.Cell(check.outcome.mark, check.outcome.style), Table.Cell(check.name, .heading),
          Table.Cell(check.finding))
        if let hint = check.hint { table.add(.empty, .empty, Table.Cell("→ " + hint.text)) }
      }
      return table
    }
  }
}

extension SetupCheck.Outcome {
  fileprivate var mark: String {
    switch self {
    case .fine: "✓"
    case .noted: "!"
    case .failed: "✗"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .fine: .good
    case .noted: .attention
    case .failed: .error
    }
  }
}
