import ArgumentParser
import FoundationEssentials
import Renewal
import Testing

@testable import cardinfo

/// Forms of the desk do what the command line does, and keep nothing that was only looked at.
struct DeskActionTests {
  private let browser: DeskBrowser
  private let desk: Desk
  private let service: DeskService

  init() throws {
    browser = try DeskBrowser(try Desk())
    (desk, service) = (browser.desk, browser.service)
  }

  private func visit(
    _ path: String, _ arguments: [(String, String)] = [], post fields: [(String, String)]? = nil
  ) -> (status: Int, text: String) {
    fields.map { browser.post(path, $0) } ?? browser.get(path, arguments)
  }

  /// The only line's name in addresses.
  private func reference() throws -> String {
    let rest = try #require(visit("/lines").text.split(separator: "/line?of=").dropFirst().first)
    return String(rest.prefix { $0 != "\"" })
  }

  @Test func aTopUpIsRecordedAndDoubtsAreAskedBack() throws {
    try desk.output("line add --name giffgaff --rule giffgaff --last-top-up 2026-06-01")
    let line = try reference()
    let topUp = [("of", line), ("what", "topup"), ("amount", "10 GBP"), ("on", "2026-10-01")]
    #expect(visit("/log", post: topUp).status == 303)
    #expect(visit("/line", [("of", line)]).text.contains("recorded: "))
    // It is said once.
    #expect(!visit("/line", [("of", line)]).text.contains("class=\"done\""))
    let again = visit("/log", post: topUp)
    #expect(again.status == 422 && again.text.contains("name=\"sure\""))
    #expect(again.text.contains("value=\"10 GBP\""))
    #expect(try count("topUp") == 2)
    #expect(visit("/log", post: topUp + [("sure", "1")]).status == 303)
    #expect(try count("topUp") == 3)
  }

  private func count(_ kind: String) throws -> Int {
    try desk.output("line show giffgaff --json").split(separator: "\"\(kind)\"").count - 1
  }

  @Test(arguments: [
    [("what", "topup"), ("amount", "ten")], [("what", "notice")], [("what", "nonsense")], [],
    [("what", "use"), ("on", "tomorrow")], [("what", "use"), ("note", "--yes"), ("on", "--yes")],
  ])
  func whatIsNotUnderstoodIsSaidAndNotKept(fields: [(String, String)]) throws {
    try desk.output("line add --name giffgaff")
    let before = try desk.output("line show giffgaff --json")
    let answer = visit("/log", post: [("of", try reference())] + fields)
    #expect(answer.status == 422 && answer.text.contains("role=\"alert\""))
    let after = try desk.output("line show giffgaff --json")
    #expect(before.split(separator: "\n").count == after.split(separator: "\n").count)
  }

  @Test func aRecordIsUndone() throws {
    try desk.output("line add --name giffgaff --rule giffgaff")
    try desk.output("log giffgaff topup 10 GBP --on 2026-10-01")
    let line = try reference()
    let page = visit("/line", [("of", line)]).text
    let rest = try #require(page.split(separator: "name=\"event\" value=\"").dropFirst().first)
    let event = String(rest.prefix { $0 != "\"" })
    // Another program records something meanwhile.
    try desk.output("log giffgaff use --on 2026-10-02")
    let undo = [("of", line), ("what", "undo"), ("event", event)]
    #expect(visit("/log", post: undo).status == 303)
    let after = visit("/line", [("of", line)]).text
    #expect(after.contains("undone: top-up of 10 GBP") || after.contains("undone: "))
    // It is undone once, and so offered no more.
    #expect(!after.contains("value=\"\(event)\""))
    #expect(try count("undo") == 1)
    for odd in ["1", "x", "--yes", ""] {
      let answer = visit("/log", post: [("of", line), ("what", "undo"), ("event", odd)])
      #expect(answer.status == 422, "\(odd)")
    }
    #expect(try count("undo") == 1)
  }

  @Test func aRenewalGoesItsWay() throws {
    try desk.output("line add --name giffgaff --rule giffgaff --last-top-up 2026-06-01")
    let line = try reference()
    func step(_ name: String, _ fields: [(String, String)] = []) -> (status: Int, text: String) {
      visit("/renew", post: [("of", line), (name, "1")] + fields)
    }
    #expect(visit("/renew", [("of", line)]).text.contains("No renewal is under way"))
    for early in ["confirm", "fail", "nonsense"] {
      #expect(step(early, [("reason", "networkError")]).status == 422, "\(early)")
    }
    // The payment that is written down can be verified.
    #expect(visit("/renew", [("of", line)]).text.contains("Find out whether it took effect"))
    #expect(step("verify").status == 303)
    service.work.settle()
    #expect(visit("/work", [("of", "1")]).text.contains("last payment that is written down"))
    #expect(step("start", [("amount", "ten")]).status == 422)
    #expect(step("start", [("amount", "10 GBP"), ("by", "")]).status == 303)
    // It is begun once, also from another tab.
    #expect(step("start").status == 422)
    #expect(visit("/renew", [("of", line)]).text.contains("10 GBP"))
    #expect(step("submitted", [("by", "bankCard")]).status == 303)
    #expect(step("submitted").status == 422)
    #expect(step("verify", [("balance", "much")]).status == 422)
    let looked = step("verify")
    #expect(looked.status == 303)
    service.work.settle()
    let found = visit("/work", [("of", "2")]).text
    #expect(!found.contains("class=\"done\"") && found.contains("/line?of="))
    #expect(step("fail", [("reason", "nonsense")]).status == 422)
    #expect(step("confirm", [("as", "topup"), ("until", "2027-05-24")]).status == 303)
    #expect(visit("/line", [("of", line)]).text.contains("confirmed"))
    #expect(try count("topUp") == 2)
    #expect(visit("/renew", [("of", line)]).text.contains("No renewal is under way"))
  }

  /// The card that can't be read may be the line's.
  @Test func aCardThatWasNotReadIsNotSaidToBeElsewhere() throws {
    try desk.output("line add --name giffgaff --iccid 8944110123456789013 --rule giffgaff")
    let line = try reference()
    #expect(visit("/renew", post: [("of", line), ("submitted", "1")]).status == 303)
    func verify(_ number: Int) -> String {
      #expect(visit("/renew", post: [("of", line), ("verify", "1")]).status == 303)
      service.work.settle()
      return visit("/work", [("of", "\(number)")]).text
    }
    #expect(verify(1).contains("card is not in a reader"))
    try browser.insert("mute")
    let found = verify(2)
    #expect(found.contains("not among those that were read") && !found.contains("not in a reader"))
  }

  @Test func veryManyLinesAreCountedAndTheFirstShown() throws {
    let today = try #require(CalendarDay(Date(), in: .current))
    let soon = try #require(today.adding(Period(5, .day)))
    let later = try #require(today.adding(Period(200, .day)))
    let rows =
      (1...230).map { "soon \($0),\(soon)" } + (1...40).map { "later \($0),\(later)" }
      + (1...7).map { "open \($0)," }
    let shown = visit(
      "/import", post: [("text", "name,expires\n" + rows.joined(separator: "\n") + "\n")])
    let rest = try #require(
      shown.text.split(separator: "name=\"table\" value=\"").dropFirst().first)
    #expect(visit("/import", post: [("table", String(rest.prefix(64)))]).status == 303)
    let page = visit("/").text
    #expect(page.contains("230 this week, 7 unknown, 40 fine"))
    #expect(page.split(separator: "<bdi>soon ").count - 1 == 200 && page.contains("and 30 more"))
    #expect(page.contains("<bdi>open 7</bdi>") && !page.contains("<bdi>later"))
  }

  @Test func aReplyIsShownBeforeItIsKept() throws {
    try desk.output("line add --name giffgaff --rule giffgaff --last-top-up 2026-06-01")
    let line = try reference()
    let text = "Your balance is £7.40."
    let shown = visit("/reply", post: [("of", line), ("text", text)])
    #expect(shown.status == 200)
    #expect(shown.text.contains("will be kept") && shown.text.contains("Nothing is kept yet"))
    #expect(try count("balance") == 0)
    #expect(visit("/reply", post: [("of", line), ("text", text), ("keep", "1")]).status == 303)
    #expect(try desk.output("line show giffgaff").contains("7.4 GBP"))
    #expect(visit("/reply", post: [("of", line), ("text", " ")]).status == 422)
  }

  @Test func aTableIsShownBeforeItIsImported() throws {
    let table = "name,expires\n<b>home</b>,2027-03-01\nspare,2027-04-01\n"
    let shown = visit("/import", post: [("text", table)])
    #expect(shown.status == 200 && shown.text.contains("&lt;b&gt;home"))
    #expect(!visit("/lines").text.contains("home"))
    let rest = try #require(
      shown.text.split(separator: "name=\"table\" value=\"").dropFirst().first)
    let mark = String(rest.prefix(64))
    #expect(visit("/import", post: [("table", String(repeating: "0", count: 64))]).status == 422)
    #expect(visit("/import", post: [("table", mark)]).status == 303)
    #expect(visit("/lines").text.contains("&lt;b&gt;home&lt;/b&gt;"))
    // It is imported once.
    #expect(visit("/import", post: [("table", mark)]).status == 422)
    let bad = visit("/import", post: [("text", "name,expires\nhome,someday\n")])
    #expect(bad.text.contains("role=\"alert\"") && !bad.text.contains("name=\"table\""))
  }

  @Test func aLineThatIsNotThereIsSaidToBeMissing() throws {
    try desk.output("line add --name giffgaff")
    for reference in ["", "1", "1-1", "9-1", "giffgaff", "' OR 1=1 --", "-"] {
      for path in ["/line", "/guide", "/log", "/reply", "/renew"] {
        #expect(visit(path, [("of", reference)]).status == 404, "\(path) \(reference)")
      }
    }
  }
}
