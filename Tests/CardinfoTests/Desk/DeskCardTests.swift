import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard
import Words

@testable import cardinfo

/// The desk shows cards as they come, tells its pages of it, and gives a calendar to whoever knows its address.
struct DeskCardTests {
  private let desk: Desk
  private let service: DeskService
  private let session: Sessions.Session

  init() throws {
    desk = try Desk()
    let gate = DeskGate(host: "127.0.0.1", port: 8372, isSecure: false)
    service = try DeskService(
      gate, ledger: try LedgerOptions.parse(["--ledger", desk.ledger]), showsIdentifiers: true)
    session = try #require(gate.sessions.enter(by: gate.sessions.newLink().text))
  }

  private func ask(_ path: String, post fields: [(String, String)]? = nil) -> (Int, String) {
    var request = WebRequest(method: fields == nil ? "GET" : "POST", path: path)
    request.headers = [
      ("Cookie", "cardinfo-8372=\(session.cookie.text)"), ("Host", "127.0.0.1:8372"),
    ]
    request.fields = ([("form", session.form.text)] + (fields ?? [])).map { ($0, Array($1.utf8)) }
    let answer = service.answer(request)
    guard case .bytes(let bytes) = answer.body else { return (answer.status, "") }
    return (answer.status, String(decoding: bytes, as: UTF8.self))
  }

  private func insert(_ name: String) throws {
    let access = VirtualCardAccess(try NamedCard.find(name), index: 0)
    let document = ReadRun(plan: ReadingPlan(), trace: nil, pin: nil, wanted: [], jobs: 1)
      .read(CardAccesses([access]))
    service.cards.take(
      WatchEvent(.cardRead, reader: access.reader.name, card: document.cards.first),
      document.errors)
  }

  @Test func aCardIsShownWhileItIsThere() throws {
    try desk.output("line add --name giffgaff")
    #expect(ask("/cards").1.contains("Insert a card"))
    let next = service.events()
    let first = "event: cards\ndata: changed\n\nevent: work\ndata: changed\n\n"
    #expect(next().map { String(decoding: $0, as: UTF8.self) } == first)
    try insert("travel-euicc")
    #expect(next().map { String(decoding: $0, as: UTF8.self) } == "event: cards\ndata: changed\n\n")
    for path in ["/", "/cards", "/readers"] {
      let (status, page) = ask(path)
      #expect(status == 200 && page.contains("airalo expires 5/25") && page.contains("enabled"))
    }
    service.cards.take(WatchEvent(.cardRemoved, reader: "virtual travel-euicc"), [])
    #expect(!ask("/cards").1.contains("airalo"))
    service.end()
    #expect(next() == nil)
  }

  @Test func aCardThatCanNotBeReadIsNoEmptyReader() throws {
    try desk.output("line add --name giffgaff")
    try insert("mute")
    let page = ask("/cards").1
    #expect(page.contains("mark critical") && !page.contains("no card<"))
    service.cards.take(
      WatchEvent(.serviceLost),
      [Problem(.init(rawValue: "pcsc.notRunning"), Words("pcscd is gone"))])
    #expect(ask("/cards").1.contains("pcscd is gone"))
    #expect(!ask("/cards").1.contains("Insert a card:"))
  }

  @Test func theCalendarIsOffUntilAskedForAndCanBeTakenBack() throws {
    try desk.output("line add --name giffgaff --expires 2027-03-01 --number '+44 7700 900123'")
    func address() throws -> String {
      let page = ask("/calendar").1
      let rest = try #require(page.split(separator: "http://127.0.0.1:8372").dropFirst().first)
      return String(rest.prefix { $0 != "<" })
    }
    #expect(!ask("/calendar").1.contains("/feed/"))
    for none in ["/feed/", "/feed/.ics", "/feed/\(String(repeating: "0", count: 64)).ics"] {
      #expect(ask(none).0 == 404)
    }
    #expect(ask("/calendar", post: [("on", "1")]).0 == 303)
    let first = try address()
    #expect(ask(first).0 == 200)
    #expect(ask(first).1.contains("giffgaff") && !ask(first).1.contains("900123"))
    // It lasts.
    let later = DeskFeed(ledger: service.ledger)
    #expect(later.answer(first).status == 200)
    #expect(ask("/calendar", post: [("on", "1")]).0 == 303)
    #expect(ask(first).0 == 404)
    let second = try address()
    #expect(ask(second).0 == 200)
    #expect(ask("/calendar", post: [("off", "1")]).0 == 303)
    #expect(ask(second).0 == 404)
  }
}
