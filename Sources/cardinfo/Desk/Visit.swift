import ArgumentParser
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// One request that was let in, and what its page is made with.
struct Visit {
  let service: DeskService
  let request: WebRequest
  let session: Sessions.Session

  /// The ledger, which has to be there.
  func ledger() throws -> Ledger { try service.ledger.open() }

  /// What lines are shown with.
  ///
  /// - Parameter detailed: How many of them with their guides.
  func context(_ ledger: Ledger, detailed: Int) throws -> ReportContext {
    let now = Date()
    return ReportContext(
      now: now, today: try ledger.day(of: now), zone: ledger.judging.zone,
      showsIdentifiers: service.showsIdentifiers, detailed: detailed, hasPages: true)
  }

  /// The line that the request is about.
  func line(in ledger: Ledger) throws -> Line {
    let reference = request.method == "POST" ? request.field("of") : request.argument("of")
    guard let line = try reference.flatMap({ try ledger.line(referenced: $0) }) else {
      throw Problem.noSuchLine
    }
    return line
  }

  /// A line as pages show it.
  func reported(_ line: Line, _ ledger: Ledger) throws -> (ReportedLine, ReportContext) {
    let context = try context(ledger, detailed: 1)
    var lines = ReportedLines(ledger, context)
    return (
      try lines.next(try ledger.wholeLine(line.id), try ledger.verdict(of: line.id)), context
    )
  }

  /// What stands in every form of the session.
  var mark: HTML {
    "<input type=\"hidden\" name=\"form\" value=\"\(session.form.text)\">"
  }

  /// Goes back to the page of a line, which then says what was done.
  func back(to line: Line, in ledger: Ledger, saying note: Words) throws -> WebAnswer {
    service.gate.sessions.leave(note, for: session)
    return .other(.page("/line", "of", try ledger.reference(of: line.id)))
  }

  /// Works with a card on a thread of its own, and goes to the page that shows how far that is.
  func work(
    _ title: Words, _ body: @escaping (_ report: @escaping DeskWork.Report) throws -> DeskWork.End
  ) throws(Problem) -> WebAnswer {
    let number = try service.work.start(title, body)
    service.work.wait(for: number)
    return .other(.page("/work", "of", "\(number)"))
  }

  /// A text of a card as this desk may show it.
  func shown(_ text: String) -> String {
    service.showsIdentifiers ? text : Masking.numbers(in: text)
  }

  /// A sentence about a card as this desk may show it.
  func shown(_ words: Words) -> String { shown(words.text) }

  /// What went wrong, as it is said above a form.
  static func problem(_ error: any Error) -> Problem {
    (error as? any Explained)?.problem
      ?? Problem(.usage, Words(verbatim: DeskCommand.message(for: error)))
  }

  /// Says what went wrong.
  func answer(to error: any Error) -> WebAnswer {
    let problem = Self.problem(error)
    if problem.code == .nothingTracked { return DeskPage.empty(self) }
    let next: HTML? = problem.nextStep.map { "<p>\($0)</p>" }
    return DeskPage(
      title: Words("That did not work"),
      body: "<p class=\"problem\" role=\"alert\">\(problem.sentence)</p>\(next)"
    ).answer(for: self, status: problem.code == Problem.noSuchLine.code ? 404 : 400)
  }
}

extension Problem {
  /// An address of a line that is not there, or not any more.
  static let noSuchLine = Problem(
    Code(rawValue: LedgerError.Code.unknownLine.rawValue), Words("this line is not in the ledger"))
}
