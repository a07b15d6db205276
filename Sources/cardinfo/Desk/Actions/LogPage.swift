import ArgumentParser
import Ledger
import Renewal
import Words

/// Records what happened to a line, as `cardinfo log` does: what looks wrong is asked back.
struct LogPage {
  let visit: Visit

  /// What stops a record until somebody says that it is right.
  private struct Doubt: Error {
    let sentence: Words
  }

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let line = try visit.line(in: ledger)
    guard visit.request.method == "POST" else { return try form(line, ledger) }
    do {
      let command = try LogCommand.parse(try arguments(for: line, in: ledger))
      let (_, done) = try command.record(of: line, in: ledger) { sentence in
        if visit.request.field("sure") == nil { throw Doubt(sentence: sentence) }
      }
      return try visit.back(to: line, in: ledger, saying: done)
    } catch let doubt as Doubt {
      return try form(
        line, ledger, above: DeskForm.problem(Problem(.doubtful, doubt.sentence)),
        asking: DeskForm.agreement("sure", Words("It is right: record it")))
    } catch {
      let problem: Problem =
        error is any Explained
        ? Visit.problem(error) : Problem(.usage, Words(verbatim: LogCommand.message(for: error)))
      return try form(line, ledger, above: DeskForm.problem(problem))
    }
  }

  /// As the command line would have it; the line itself is known.
  private func arguments(for line: Line, in ledger: Ledger) throws -> [String] {
    var event: [String] = []
    if let id = visit.request.field("event") {
      // The command counts events; another program may have recorded one meanwhile.
      guard let place = try ledger.events(of: line.id).firstIndex(where: { $0.id == id }) else {
        throw Problem.noSuchEvent
      }
      event = ["--event=\(place + 1)"]
    }
    let options = ["on", "until", "term", "note", "iccid"].compactMap { name in
      visit.request.field(name).map { "--\(name)=\($0)" }
    }
    let amount = visit.request.field("amount").map { [$0] } ?? []
    return event + options + ["--", "line", visit.request.field("what") ?? ""] + amount
  }

  private static let kinds: [LogKind] = LogKind.allCases.filter { $0 != .undo && $0 != .portIn }

  private func form(
    _ line: Line, _ ledger: Ledger, above: HTML? = nil, asking: HTML? = nil
  ) throws -> WebAnswer {
    let reference = try ledger.reference(of: line.id)
    let shown = visit.service.showsIdentifiers ? line : line.masked
    let fields: [HTML] = [
      DeskForm.choice(
        visit, "what", Words("what happened"),
        among: Self.kinds.map { ($0.rawValue, $0.kind.words) }),
      DeskForm.text(visit, "amount", Words("amount, such as 10 GBP, or 1.5GB of data")),
      DeskForm.text(visit, "on", Words("when (nothing: now)"), type: "date"),
      DeskForm.text(visit, "until", Words("the last day that was given"), type: "date"),
      DeskForm.text(visit, "term", Words("how long it lasts, such as 30d")),
      DeskForm.text(visit, "iccid", Words("the new card's ICCID, for another card")),
      DeskForm.text(visit, "note", Words("note")),
    ]
    let form = DeskForm(
      visit: visit, action: .page("/log"), hidden: [("of", reference)],
      fields: fields + [asking].compactMap { $0 }, buttons: [(Words("Record it"), nil)])
    return DeskPage(
      title: Words("\(Terminal.clean(shown.name)): what happened"),
      body: """
        <p><a href="\(Address.page("/line", "of", reference))">\(Words("everything about this line"))</a></p>\
        \(above)\(form.html)
        """
    ).answer(for: visit, status: above == nil ? 200 : 422)
  }
}

extension Problem {
  fileprivate static let noSuchEvent = Problem(
    Code(rawValue: LedgerError.Code.unknownEvent.rawValue),
    Words("this event is not in the history of the line"))
}
