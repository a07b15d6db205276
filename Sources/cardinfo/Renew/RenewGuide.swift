import ArgumentParser
import Card
import CardState
import Carriers
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

  @Flag(help: ArgumentHelp(Words("Show all that is known, and not only what fits a screen.")))
  var all = false

  @Option(
    help: ArgumentHelp(
      Words("Draw a QR code for what has this number in the guide, for a phone to open."),
      valueName: "number"))
  var qr: Int?

  @OptionGroup var cards: CardOptions
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    let line = try ledger.line(matching: self.line.line)
    let card = readNow(line)
    if let card { try ledger.save(card) }
    let situation = try GuideCase(ledger, line, card: card)
    let text = GuideText(situation: situation, showsAll: all, drawnCode: qr)
    if let problem {
      let actions = situation.answer(to: problem)
      try expectCode(among: actions)
      try ProblemAnswer(problem: problem, answer: actions, text: text).report(asJSON: answer.json)
    } else {
      let guide = Guide(situation)
      try expectCode(among: all ? guide.steps.flatMap(\.actions) : guide.brief)
      try GuideAnswer(guide: guide, text: text).report(asJSON: answer.json)
    }
  }

  private func expectCode(among actions: [GuideAction]) throws {
    guard let qr else { return }
    let action = qr >= 1 ? actions.dropFirst(qr - 1).first : nil
    guard action?.method?.uri.flatMap({ QRCode($0) }) == nil else { return }
    let able = zip(1..., actions).filter { $1.method?.uri != nil }
      .map { number, _ in Words(verbatim: "\(number)") }
    throw ValidationError(
      able.isEmpty
        ? Words("nothing in this guide is an address that a phone opens")
        : Words(
          "number \(qr) is not an address that a phone opens; these are: \(Words.listed(able))"
        ))
  }

  /// The line's card, if one was named and it is that.
  private func readNow(_ line: Line) -> CardSnapshot? {
    guard !cards.virtual.isEmpty || !cards.reader.isEmpty, let iccid = line.iccid else {
      return nil
    }
    let plan = ReadingPlan(ReadingPlan.Section.standard.union([.messages]))
    guard let document = try? cards.readWhole(plan) else { return nil }
    return document.cards.map(\.card).first { $0.iccids.contains(iccid) }
  }

  private static func problem(_ text: String) throws -> GuideProblem {
    guard let problem = GuideProblem(rawValue: text.lowercased()) else {
      let known = GuideProblem.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(Words("'\(text)' is not a known problem; these are: \(known)"))
    }
    return problem
  }

  private struct GuideAnswer: TextualAnswer {
    let guide: Guide
    let text: GuideText

    private enum CodingKeys: CodingKey { case guide }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(guide, forKey: .guide)
    }

    func lines(colour: Bool) -> [String] { text.lines(guide, colour: colour) }
  }

  private struct ProblemAnswer: TextualAnswer {
    let problem: GuideProblem
    let answer: [GuideAction]
    let text: GuideText

    private enum CodingKeys: CodingKey { case problem, answer }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(problem, forKey: .problem)
      try container.encode(answer, forKey: .answer)
    }

    func lines(colour: Bool) -> [String] { text.lines(answer, problem, colour: colour) }
  }
}
