import ArgumentParser
import Dispatch
import FoundationEssentials
import Ledger
import Renewal
import Synchronization
import Words

/// The desk: which page answers which request. Pages are made one after the other, as what they use of the
/// ledger and of carriers belongs to one thread at a time.
final class DeskService: WebService, @unchecked Sendable {
  let gate: DeskGate
  /// Where the ledger is. It is opened for each page: other programs write to it, too.
  let ledger: LedgerOptions
  let showsIdentifiers: Bool
  private let pages = Mutex<Void>(())
  /// The table that was looked at last, and what its form says: it is imported as it was looked at.
  var table: (mark: Token, bytes: [UInt8], format: ExchangeFormat)?

  init(_ gate: DeskGate, ledger: LedgerOptions, showsIdentifiers: Bool) {
    self.gate = gate
    self.ledger = ledger
    self.showsIdentifiers = showsIdentifiers
  }

  /// The cards in the readers.
  let cards = DeskCards()

  /// Watches the readers until the program ends.
  func watch() throws {
    let place = ledger.ledger.map { ["--ledger=\($0)"] } ?? []
    let watch = CardWatch(
      try WatchCommand.parse(place), nil,
      observe: { [cards] event, problems in cards.take(event, problems) })
    DispatchQueue(label: "cardinfo.desk.watch").async { watch.run() }
  }

  /// Ends what waits for something to happen.
  func end() { cards.end() }

  func refusal(of head: WebRequest) -> WebAnswer? {
    gate.refusal(of: head, longest: longestBody(of: head))
  }

  func longestBody(of head: WebRequest) -> Int {
    head.path == "/import" ? ImportPage.longest : 128 << 10
  }

  func answer(_ request: WebRequest) -> WebAnswer {
    switch (request.method, request.path) {
    case ("GET", DeskGate.entrance): return enter(request)
    case ("GET", "/style.css"):
      return WebAnswer(200, "text/css; charset=utf-8", DeskStyle.sheet.bytes)
    // Browsers ask for it.
    case ("GET", "/favicon.ico"): return WebAnswer(204, "image/x-icon", [])
    case ("GET", "/desk.js"):
      return WebAnswer(200, "text/javascript; charset=utf-8", DeskScript.text.bytes)
    case ("GET", let path) where path.hasPrefix(DeskFeed.path):
      return pages.withLock { _ in DeskFeed(ledger: ledger).answer(path) }
    default: break
    }
    guard let session = gate.session(of: request) else {
      return DeskPage.closed(
        Words("This browser has not been let in, or the desk was started anew."))
    }
    let visit = Visit(service: self, request: request, session: session)
    if request.method == "POST", !gate.isOwn(request, in: session) {
      return DeskPage.refused(Words("This form is of another session: go back and load it again."))
    }
    if request.path == "/events", request.method == "GET" {
      return WebAnswer(events: cards.events())
    }
    return pages.withLock { _ in
      do {
        return try page(visit)
      } catch {
        return visit.answer(to: error)
      }
    }
  }

  private func enter(_ request: WebRequest) -> WebAnswer {
    guard let link = request.argument(DeskGate.pass), let session = gate.sessions.enter(by: link)
    else {
      return DeskPage.closed(
        Words("This link has been used, or is of an earlier desk: each works once."))
    }
    var answer = WebAnswer.other(.page("/"))
    answer.headers.append(gate.header(for: session))
    return answer
  }

  private func page(_ visit: Visit) throws -> WebAnswer {
    switch (visit.request.method, visit.request.path) {
    case ("GET", "/"): try OverviewPage(visit: visit).answer()
    case ("GET", "/timeline"): try TimelinePage(visit: visit).answer()
    case ("GET", "/lines"): try LinesPage(visit: visit).answer()
    case ("GET", "/line"): try LinePage(visit: visit).answer()
    case ("GET", "/guide"): try GuidePage(visit: visit).answer()
    case ("GET", "/log"), ("POST", "/log"): try LogPage(visit: visit).answer()
    case ("GET", "/reply"), ("POST", "/reply"): try ReplyPage(visit: visit).answer()
    case ("GET", "/import"), ("POST", "/import"): try ImportPage(visit: visit).answer()
    case ("GET", "/cards"): try CardsPage(visit: visit).answer()
    case ("GET", "/calendar"), ("POST", "/calendar"): try CalendarPage(visit: visit).answer()
    case ("POST", "/leave"):
      {
        gate.sessions.end(visit.session)
        return DeskPage.closed(Words("This session has ended."), status: 200)
      }()
    default: DeskPage.missing
    }
  }
}
