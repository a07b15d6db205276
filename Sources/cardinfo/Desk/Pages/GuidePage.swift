import Carriers
import Ledger
import Renewal
import Words

/// How to renew a line, with all that is known: check, choose, renew, verify. Of the codes on it one is
/// open at a time, so that a phone reads the right one.
struct GuidePage {
  let visit: Visit

  func answer() throws -> WebAnswer {
    let ledger = try visit.ledger()
    let (line, context) = try visit.reported(try visit.line(in: ledger), ledger)
    guard let guide = line.details?.guide else { throw Problem.noSuchLine }
    var codes = QRCodes()
    let name = line.reference
    let first: HTML =
      guide.first.map { first in
        """
        <p class="first"><strong>\(first.duty.words(on: context.today))</strong><br>\
        \(first.way.sentence(for: name, in: .ofThisRun))</p>
        """
      } ?? "<p>\(line.verdict.idle(of: line.line, line.attempts))</p>"
    var steps: [HTML] = []
    for step in guide.steps {
      var actions: [HTML] = []
      for action in step.actions {
        let code = action.method?.uri.flatMap { codes.code(of: $0) }
        let link = action.method?.uri.flatMap(WayLink.html(of:))
        let note: HTML? = action.fact?.note.map {
          " <span class=\"soft\">\($0.text(in: .ofThisRun))</span>"
        }
        let source: HTML? = action.fact.map {
          " <span class=\"soft\">\(Words("(\($0.source.words(on: context.today)))"))</span>"
        }
        actions.append(
          "<li>\(action.sentence(for: name, in: .ofThisRun))\(note)\(source)\(link)\(code)</li>")
      }
      steps.append(
        "<li><h2>\(step.phase.words)</h2><ul class=\"steps\">\(actions)</ul></li>")
    }
    return DeskPage(
      title: Words("\(line.row.name): how to renew it"),
      body: """
        <p><a href="\(line.address)">\(Words("everything about this line"))</a></p>\
        \(first)<ol>\(steps)</ol>
        """, codes: codes
    ).answer(for: visit)
  }
}
