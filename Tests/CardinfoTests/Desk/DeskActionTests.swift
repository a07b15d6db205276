import ArgumentParser
import Testing

@testable import cardinfo

/// Forms of the desk do what the command line does, and keep nothing that was only looked at.
struct DeskActionTests {
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

  private func visit(
    _ path: String, _ arguments: [(String, String)] = [], post fields: [(String, String)]? = nil
  ) -> (status: Int, text: String) {
    var request = WebRequest(method: fields == nil ? "GET" : "POST", path: path)
    request.headers = [("Cookie", "cardinfo-8372=\(session.cookie.text)")]
    request.arguments = arguments.map { ($0, $1) }
    request.fields = ([("form", session.form.text)] + (fields ?? [])).map { ($0, Array($1.utf8)) }
    let answer = service.answer(request)
    guard case .bytes(let bytes) = answer.body else { return (answer.status, "") }
    return (answer.status, String(decoding: bytes, as: UTF8.self))
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
      for path in ["/line", "/guide", "/log", "/reply"] {
        #expect(visit(path, [("of", reference)]).status == 404, "\(path) \(reference)")
      }
    }
  }
}
