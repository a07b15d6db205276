import ArgumentParser
import Renewal
import Words

/// `cardinfo line rules`.
struct LineRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: Words("List the carriers' rules that a line can live by."))

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try Answer(rules: RuleFiles.book.rules).report(asJSON: answer.json)
  }

  struct Answer: TabularAnswer {
    var rules: [Rule]

    var table: Table {
      var table = Table()
      for rule in rules {
        table.add(
          Table.Cell(rule.id, .heading), Table.Cell(rule.carrier),
          Table.Cell(rule.provenance.market ?? ""),
          Table.Cell(rule.provenance.quality.words.text, .label))
      }
      return table
    }
  }
}
