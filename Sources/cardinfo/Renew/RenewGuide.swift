import ArgumentParser
import Card
import CardState
import Carriers
import Glibc
import Ledger
import Renewal
import Words

/// `cardinfo renew LINE guide`.
struct RenewGuide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: Words("How to renew a line: check, choose, renew, verify."),
    discussion: Words(
      """
      With what is known of its carrier, each with its source and date. With --reader or --virtual \
      its card is read now; else what the last read said is used.
      """
    ))

  @OptionGroup var line: LineArgument

  @Option(
    help: ArgumentHelp(
      Words("What is wrong: \(GuideProblem.allCases.map(\.rawValue).joined(separator: ", "))."),
      valueName: "problem"),
    transform: Self.problem)
  var problem: GuideProblem?

  @Flag(help: ArgumentHelp(Words("Draw a QR code for each step that a phone can open.")))
  var qr = false

  @OptionGroup var cards: CardOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let ledger = try ledger.open()
    let situation = try reportingLedgerErrors { () throws(LedgerError) in
      let line = try ledger.line(matching: self.line.line)
      let card = readNow(line)
      if let card { try ledger.save(card) }
      return try GuideCase(ledger, line, card: card)
    }
    let guide = Guide(situation)
    let answer = problem.map(situation.answer)
    if json {
      return try Answer(guide: problem == nil ? guide : nil, problem: problem, answer: answer)
        .report(asJSON: true)
    }
    let text = GuideText(situation: situation, drawsCodes: qr)
    let colour = Terminal.takesColour(STDOUT_FILENO)
    let lines =
      problem.map { text.lines(answer ?? [], $0, colour: colour) }
      ?? text.lines(guide, colour: colour)
    StandardOutput.write(lines.map { $0 + "\n" }.joined())
  }

  /// The line's card, if one was named and it is that.
  private func readNow(_ line: Line) -> CardSnapshot? {
    guard !cards.virtual.isEmpty || !cards.reader.isEmpty, let iccid = line.iccid else {
      return nil
    }
    let plan = ReadingPlan(ReadingPlan.Section.standard.union([.messages]))
    guard let document = try? cards.readWhole(plan) else { return nil }
    return document.cards.first { $0.lineICCIDs.contains(iccid) }
  }

  private static func problem(_ text: String) throws -> GuideProblem {
    guard let problem = GuideProblem(rawValue: text.lowercased()) else {
      let known = GuideProblem.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("'\(text)' is no problem that is known; known are \(known)"))
    }
    return problem
  }

  private struct Answer: TextualAnswer {
    var guide: Guide?
    var problem: GuideProblem?
    var answer: [GuideAction]?
    var table: Table { Table() }
  }
}
