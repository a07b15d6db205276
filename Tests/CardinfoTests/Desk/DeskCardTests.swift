import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Glibc
import Testing
import Words

@testable import cardinfo

/// The desk shows cards as they come, tells its pages of it, and gives a calendar to whoever knows its address.
struct DeskCardTests {
  private let browser: DeskBrowser
  private let desk: Desk
  private let service: DeskService

  init() throws {
    browser = try DeskBrowser(try Desk())
    (desk, service) = (browser.desk, browser.service)
  }

  private func ask(_ path: String, post fields: [(String, String)]? = nil) -> (Int, String) {
    fields.map { browser.post(path, $0) } ?? browser.get(path)
  }

  @Test func aCardIsShownWhileItIsThere() throws {
    try desk.output("line add --name giffgaff")
    #expect(ask("/cards").1.contains("Insert a card"))
    let next = service.events()
    let first = "event: cards\ndata: changed\n\nevent: work\ndata: changed\n\n"
    #expect(next().map { String(decoding: $0, as: UTF8.self) } == first)
    try browser.insert("travel-euicc")
    #expect(next().map { String(decoding: $0, as: UTF8.self) } == "event: cards\ndata: changed\n\n")
    for path in ["/", "/cards", "/readers"] {
      let (status, page) = ask(path)
      #expect(status == 200 && page.contains("airalo expires 5/25") && page.contains("enabled"))
    }
    service.cards.take(WatchEvent(.cardRemoved, reader: DeskBrowser.reader), [])
    #expect(!ask("/cards").1.contains("airalo"))
    service.end()
    #expect(next() == nil)
  }

  /// What is on a card becomes lines, and what another program changes meanwhile is shown.
  @Test func whatIsOnACardIsTracked() throws {
    try desk.output("line add --name giffgaff")
    try browser.insert("travel-euicc")
    let empty = ask("/cards").1
    #expect(empty.contains("Track what is not tracked"))
    let place = try DeskBrowser.hidden("of", in: empty)
    let tracked = browser.send("/track", [("of", place)])
    #expect(tracked.status == 200 && tracked.text.contains("lines are tracked now"))
    #expect(tracked.text.contains("Orange"))
    let cards = ask("/cards").1
    #expect(!cards.contains("Track what is not tracked"))
    #expect(!cards.contains("2027-03-04"))
    // A page that was open meanwhile tracks nothing twice.
    let again = browser.send("/track", [("of", place)]).text
    #expect(again.contains("is tracked already") && !again.contains("0 lines"))
    try desk.output("line set Orange --expires 2027-03-04")
    #expect(ask("/readers").1.contains("2027-03-04"))
  }

  @Test func aCardThatCanNotBeReadIsNoEmptyReader() throws {
    try desk.output("line add --name giffgaff")
    try browser.insert("mute")
    let page = ask("/cards").1
    #expect(page.contains("mark critical") && !page.contains("no card<"))
    service.cards.take(
      WatchEvent(.serviceLost),
      [Problem(.init(rawValue: "pcsc.notRunning"), Words("pcscd is gone"))])
    #expect(ask("/cards").1.contains("pcscd is gone"))
    #expect(!ask("/cards").1.contains("Insert a card:"))
  }

  /// What was not read of an eUICC is neither disabled nor absent.
  @Test func whatWasNotReadOfAnEUICCIsSaid() throws {
    try desk.output("line add --name giffgaff")
    try browser.insert("travel-euicc")
    var report = try #require(service.cards.now.readers.first?.card)
    func show() -> String {
      service.cards.take(WatchEvent(.cardRead, reader: DeskBrowser.reader, card: report), [])
      return ask("/readers").1
    }
    #expect(show().split(separator: ">disabled").count - 1 == 3)
    report.card.euiccs[0].profiles?[1].state = nil
    #expect(show().split(separator: ">disabled").count - 1 == 2)
    #expect(show().split(separator: ">unknown").count - 1 == 1)
    report.card.euiccs[0].profiles = nil
    #expect(show().contains("its profiles were not read"))
  }

  /// A secret that others can read is no calendar that nobody has asked for.
  @Test func aCalendarThatCanNotBeGivenIsSaidToBeThere() throws {
    try desk.output("line add --name giffgaff")
    #expect(ask("/calendar", post: [("on", "1")]).0 == 303)
    #expect(chmod("\(desk.ledger)/desk-feed", 0o644) == 0)
    let (status, page) = ask("/calendar")
    #expect(status == 400 && page.contains("chmod 600") && !page.contains("Make one"))
    let feed = DeskFeed(ledger: service.ledger)
    #expect(feed.answer("/feed/\(String(repeating: "0", count: 64)).ics").status == 503)
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
