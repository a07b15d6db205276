import ArgumentParser
import Card
import CardState
import Dispatch
import FoundationEssentials
import Glibc
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
  /// The cards in the readers.
  let cards = DeskCards()
  /// What is done with cards.
  let work = DeskWork()
  /// Changes of cards that were shown and not yet agreed to.
  let changes = Agreements<ShownChange>()
  /// Downloads that were shown and not yet agreed to.
  let downloads = Agreements<ShownDownload>()
  private let watcher: CardWatch
  private let access: (_ reader: String) -> CardAccesses
  private let servers: ServerOptions
  private let hasEnded = Atomic<Bool>(false)
  /// The table that was looked at last, and what its form says: it is imported as it was looked at.
  var table: (mark: Token, bytes: [UInt8], format: ExchangeFormat)?

  /// - Parameters:
  ///   - servers: Which servers are trusted.
  ///   - access: The way to the card in a reader; through PC/SC unless it is said otherwise.
  init(
    _ gate: DeskGate, ledger: LedgerOptions, showsIdentifiers: Bool, servers: ServerOptions? = nil,
    access: @escaping (_ reader: String) -> CardAccesses = { CardAccesses(inReader: $0, wait: 10) }
  ) throws {
    self.gate = gate
    self.ledger = ledger
    self.showsIdentifiers = showsIdentifiers
    self.servers = try servers ?? ServerOptions.parse([])
    self.access = access
    let place = ledger.ledger.map { ["--ledger=\($0)"] } ?? []
    watcher = CardWatch(
      try WatchCommand.parse(place), nil,
      observe: { [cards] event, problems in cards.take(event, problems) })
  }

  /// Watches the readers until the program ends.
  func watch() {
    DispatchQueue(label: "cardinfo.desk.watch").async { [watcher] in watcher.run() }
  }

  /// Ends what waits for something to happen, once nothing is done with a card any more.
  func end() {
    work.settle()
    hasEnded.store(true, ordering: .relaxed)
  }

  /// What a browser is told from now on: that cards or work with them are others, and now and then that nothing
  /// is.
  func events() -> () -> [UInt8]? {
    var known: (cards: Int, work: Int)?
    return { [self] in
      // A browser that has just come asks for all once.
      for _ in 0..<75 {
        if hasEnded.load(ordering: .relaxed) { return nil }
        let now = (cards: cards.version, work: work.version)
        let before = known
        known = now
        let news = (before?.cards != now.cards, before?.work != now.work)
        let cards = news.0 ? "event: cards\ndata: changed\n\n" : ""
        let work = news.1 ? "event: work\ndata: changed\n\n" : ""
        if news != (false, false) { return Array((cards + work).utf8) }
        usleep(200_000)
      }
      return Array(": nothing\n\n".utf8)
    }
  }

  // MARK: - Cards

  /// The cards chosen by a form: the one in a reader.
  func run(_ options: ChangeOptions, in reader: String) throws -> ChangeRun {
    try ChangeRun(
      options.cards, eid: options.eid, block: options.block, through: { [access] in access(reader) }
    )
  }

  /// Reads the card in a reader anew, and shows what it says then.
  ///
  /// - Throws: A ``Problem`` where there is none.
  func readAgain(_ reader: String) throws(Problem) {
    let found = access(reader)
    guard let card = found.cards.first else { throw found.problems.first ?? CardPlace.gone }
    watcher.read(card)
  }

  /// The card that a line is on, read now, where it is in a reader.
  func read(cardOf line: Line) -> ReadDocument {
    let now = cards.now
    let reader = now.readers.first { reader in
      reader.card?.card.iccids.contains { $0 == line.iccid } == true
    }
    guard let reader else {
      return ReadDocument(
        cards: [], errors: now.readers.flatMap(\.problems) + [now.problem].compactMap { $0 })
    }
    let run = ReadRun(plan: ReadingPlan(), trace: nil, pin: nil, wanted: [], jobs: 1)
    return run.read(access(reader.name))
  }

  /// What every command about an eUICC takes that a form does not say.
  ///
  /// - Parameter isTold: Whether servers are told of what becomes of profiles.
  func arguments(for euicc: EUICC, isTold: Bool) -> [String] {
    // What was asked is asked in the browser; nobody sits at the terminal.
    ["--yes", isTold ? "--send" : "--no-send", "--eid=\(euicc.eid)"]
      + (ledger.ledger.map { ["--ledger=\($0)"] } ?? []) + (servers.ca.map { ["--ca=\($0)"] } ?? [])
      + (showsIdentifiers ? [] : ["--redact"])
  }

  func refusal(of head: WebRequest) -> WebAnswer? {
    gate.refusal(of: head, longest: longestBody(of: head))
  }

  func longestBody(of head: WebRequest) -> Int {
    switch head.path {
    case "/import": ImportPage.longest
    case "/download": DownloadPage.longest
    default: 128 << 10
    }
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
      return WebAnswer(events: events())
    }
    do {
      // Work with cards takes its time, and keeps no other page waiting.
      if let answer = try pageOfCards(visit) { return answer }
      return try pages.withLock { _ in try page(visit) }
    } catch {
      return visit.answer(to: error)
    }
  }

  private func pageOfCards(_ visit: Visit) throws -> WebAnswer? {
    switch (visit.request.method, visit.request.path) {
    case ("GET", "/profile"), ("POST", "/profile"): try ProfilePage(visit: visit).answer()
    case ("GET", "/download"), ("POST", "/download"): try DownloadPage(visit: visit).answer()
    case ("GET", "/renew"), ("POST", "/renew"): try RenewPage(visit: visit).answer()
    case ("POST", "/read"): try CardsPage(visit: visit).readAgain()
    case ("GET", "/work"): try WorkPage(visit: visit).answer()
    default: nil
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
    case ("POST", "/track"): try TrackAction(visit: visit).answer()
    case ("GET", "/import"), ("POST", "/import"): try ImportPage(visit: visit).answer()
    case ("GET", "/cards"): try CardsPage(visit: visit).answer()
    case ("GET", "/readers"): try CardsPage(visit: visit).part()
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
