import ArgumentParser
import Glibc
import Testing

@testable import cardinfo

/// The desk lets in a browser of whoever runs it, and nothing else: each attack is refused.
struct DeskSafetyTests {
  private let service: DeskService
  private let user: UInt32 = 1000

  init() throws {
    let gate = DeskGate(host: "127.0.0.1", port: 8372, isSecure: false, users: [1000])
    service = try DeskService(
      gate, ledger: try LedgerOptions.parse(["--ledger", try Scratch().path("none")]),
      showsIdentifiers: true)
  }

  private func request(
    _ path: String, method: String = "GET", _ headers: [(String, String)] = [],
    fields: [(String, String)] = [], arguments: [(String, String)] = [],
    host: String? = "127.0.0.1:8372", sender: Sender = .user(1000)
  ) -> WebRequest {
    var request = WebRequest(method: method, path: path)
    request.headers = (host.map { [("Host", $0)] } ?? []) + headers
    request.fields = fields.map { FormField(name: $0, bytes: Array($1.utf8)) }
    request.arguments = arguments.map { ($0, $1) }
    request.sender = sender
    return request
  }

  private func answer(_ request: WebRequest) -> WebAnswer {
    service.refusal(of: request) ?? service.answer(request)
  }

  private func text(_ answer: WebAnswer) -> String {
    guard case .bytes(let bytes) = answer.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cookie of a browser that was let in.
  private func enter() throws -> String {
    let link = service.gate.sessions.newLink().text
    let entered = answer(request("/login", arguments: [("once", link)]))
    let cookie = try #require(entered.headers.first { $0.name == "Set-Cookie" }?.value)
    return String(cookie.prefix { $0 != ";" })
  }

  private func form(_ cookie: String) throws -> String {
    let page = text(answer(request("/import", [("Cookie", cookie)])))
    let rest = try #require(page.split(separator: "name=\"form\" value=\"").dropFirst().first)
    return String(rest.prefix(64))
  }

  private func post(
    _ cookie: String, _ form: String?, _ headers: [(String, String)]
  ) -> WebRequest {
    request(
      "/leave", method: "POST",
      [
        ("Cookie", cookie), ("Content-Length", "80"),
        ("Content-Type", "application/x-www-form-urlencoded"),
      ] + headers, fields: form.map { [("form", $0)] } ?? [])
  }

  private let own = ("Origin", "http://127.0.0.1:8372")

  @Test func aFileHasALinkThatWorksAndItsOwnerAlone() throws {
    let scratch = try Scratch()
    let file = scratch.path("link")
    let entrance = DeskEntrance(root: "http://127.0.0.1:8372", sessions: service.gate.sessions)
    func kept() throws -> String {
      try entrance.keepLink(in: file)
      return String(decoding: try InputFile.contents(of: file, atMost: 1000), as: UTF8.self)
    }
    let first = try kept()
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try kept() == first)

    #expect(first.hasPrefix("http://127.0.0.1:8372/login?once=") && first.hasSuffix("\n"))
    let token = try #require(first.split(separator: "=").last).dropLast()
    let entered = answer(request("/login", arguments: [("once", String(token))]))
    #expect(entered.status == 303)
    let second = try kept()
    #expect(second != first)
    #expect(service.gate.sessions.hasLink)
  }

  @Test func aLinkLetsOneBrowserIn() throws {
    let link = service.gate.sessions.newLink().text
    let first = answer(request("/login", arguments: [("once", link)]))
    #expect(first.status == 303)
    let cookie = try #require(first.headers.first { $0.name == "Set-Cookie" }?.value)
    #expect(cookie.contains("; HttpOnly; SameSite=Strict"))
    // Replayed, shortened or made up it leads nowhere.
    for token in [link, String(link.dropLast()), String(repeating: "0", count: 64), ""] {
      let again = answer(request("/login", arguments: [("once", token)]))
      #expect(again.status == 403)
      #expect(again.headers.allSatisfy { $0.name != "Set-Cookie" })
    }
    #expect(
      answer(request("/import", [("Cookie", String(cookie.prefix { $0 != ";" }))])).status == 200)
  }

  @Test(arguments: [
    "/", "/timeline", "/lines", "/line", "/guide", "/log", "/reply", "/import", "/cards", "/events",
    "/calendar", "/readers", "/profile", "/download", "/work", "/read", "/renew",
  ])
  func withoutACookieNothingIsShown(path: String) throws {
    #expect(answer(request(path)).status == 403)
    #expect(answer(request(path, [("Cookie", "cardinfo-8372=")])).status == 403)
    let link = service.gate.sessions.newLink().text
    #expect(answer(request(path, [("Cookie", "cardinfo-8372=\(link)")])).status == 403)
    // Of another desk on this machine.
    let cookie = try enter().replacing("8372", with: "8373")
    #expect(answer(request(path, [("Cookie", cookie)])).status == 403)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8372", "127.0.0.1", "127.0.0.1:80", "localhost:1",
    "127.0.0.1:8372.evil.example", "[::1]:8372", "",
  ])
  func anotherNameLeadsNowhere(host: String) throws {
    let cookie = try enter()
    #expect(answer(request("/import", [("Cookie", cookie)], host: host)).status == 403)
    #expect(answer(request("/import", [("Cookie", cookie)], host: nil)).status == 403)
    #expect(answer(request("/import", [("Cookie", cookie)], host: "localhost:8372")).status == 200)
  }

  @Test(arguments: [
    "/log", "/reply", "/import", "/calendar", "/profile", "/download", "/read", "/renew", "/leave",
  ])
  func nothingIsDoneForAFormOfOthers(path: String) throws {
    let cookie = try enter()
    let form = try form(cookie)
    func ask(_ form: String?, _ headers: [(String, String)], sender: Sender = .user(1000)) -> Int {
      var asked = post(cookie, form, headers)
      asked.path = path
      asked.sender = sender
      return answer(asked).status
    }
    // Without the secret of its session, with one of another, from another page, by another user.
    #expect(ask(nil, [own]) == 403)
    #expect(ask(Token().text, [own]) == 403)
    #expect(ask(form, [("Origin", "http://evil.example")]) == 403)
    #expect(ask(form, []) == 403)
    #expect(ask(form, [own, ("Sec-Fetch-Site", "cross-site")]) == 403)
    #expect(ask(form, [own], sender: .user(1001)) == 403)
    #expect(ask(form, [own], sender: .elsewhere) == 403)
    var named = post(cookie, form, [("Origin", "http://evil.example:8372")])
    named.path = path
    named.headers.removeAll { $0.name == "Host" }
    named.headers.append(("Host", "evil.example:8372"))
    #expect(answer(named).status == 403)
    #expect(answer(request("/import", [("Cookie", cookie)])).status == 200)
  }

  @Test(arguments: [
    "http://evil.example", "null", "https://127.0.0.1:8372", "http://127.0.0.1:8373",
    "http://localhost:8372", "",
  ])
  func anotherOriginIsRefused(origin: String) throws {
    let cookie = try enter()
    let form = try form(cookie)
    #expect(answer(post(cookie, form, [("Origin", origin)])).status == 403)
    #expect(answer(request("/import", [("Cookie", cookie), ("Origin", origin)])).status == 403)
    #expect(answer(post(cookie, form, [])).status == 403)
    #expect(answer(post(cookie, form, [own, ("Sec-Fetch-Site", "cross-site")])).status == 403)
    #expect(answer(post(cookie, form, [own, ("Sec-Fetch-Site", "same-site")])).status == 403)
    // All these left the session as it was.
    #expect(answer(request("/import", [("Cookie", cookie)])).status == 200)
  }

  @Test func aFormIsOfItsSession() throws {
    let (mine, other) = (try enter(), try enter())
    let form = try form(other)
    for wrong in [nil, "", form, String(repeating: "0", count: 64), mine] {
      #expect(answer(post(mine, wrong, [own])).status == 403)
    }
    #expect(answer(request("/import", [("Cookie", mine)])).status == 200)
    #expect(text(answer(post(mine, try self.form(mine), [own]))).contains("has ended"))
    #expect(answer(request("/import", [("Cookie", mine)])).status == 403)
  }

  @Test func anotherUserIsRefusedWhateverTheyKnow() throws {
    let cookie = try enter()
    for sender in [Sender.user(1001), .user(0), .elsewhere, .unknown] {
      #expect(answer(request("/import", [("Cookie", cookie)], sender: sender)).status == 403)
      let link = service.gate.sessions.newLink().text
      let entered = answer(request("/login", arguments: [("once", link)], sender: sender))
      #expect(entered.status == 403 && entered.headers.allSatisfy { $0.name != "Set-Cookie" })
    }
  }

  @Test(arguments: ["Host", "Origin", "Cookie", "Content-Length", "Content-Type", "Sec-Fetch-Site"])
  func aHeaderThatComesTwiceIsRefused(name: String) throws {
    let cookie = try enter()
    let twice = post(cookie, try form(cookie), [own, ("Sec-Fetch-Site", "same-origin")])
    #expect(answer(twice).status == 200)
    let again = try enter()
    var request = post(again, try form(again), [own, ("Sec-Fetch-Site", "same-origin")])
    let value = try #require(request.header(name.lowercased()))
    request.headers.append((name.uppercased(), value))
    #expect(answer(request).status == 400)
  }

  @Test func whatIsTooLongOrNoFormIsRefusedByItsHead() throws {
    let cookie = try enter()
    func status(_ headers: [(String, String)], path: String = "/log") -> Int? {
      service.refusal(
        of: request(path, method: "POST", [("Cookie", cookie), own] + headers))?.status
    }
    let form = ("Content-Type", "application/x-www-form-urlencoded")
    #expect(status([form, ("Content-Length", "131073")]) == 413)
    #expect(status([form, ("Content-Length", "131072")]) == nil)
    #expect(status([form, ("Content-Length", "4194305")], path: "/import") == 413)
    #expect(status([form, ("Content-Length", "-1")]) == 411)
    #expect(status([form, ("Content-Length", "9223372036854775808")]) == 411)
    #expect(status([form]) == 411)
    #expect(status([form, ("Content-Length", "5"), ("Transfer-Encoding", "chunked")]) == 411)
    #expect(status([("Content-Type", "text/plain"), ("Content-Length", "5")]) == 415)
    #expect(status([("Content-Type", "application/json"), ("Content-Length", "5")]) == 415)
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "HEAD", "CONNECT", "get", ""])
  func otherMethodsAreRefused(method: String) throws {
    #expect(answer(request("/", method: method, [("Cookie", try enter())])).status == 405)
  }

  @Test(arguments: [
    "/../../etc/passwd", "//etc/passwd", "/line/../import", "/import/", "/%2e%2e/", "/.",
    "/style.css/..",
    "/import\u{0}", "/Import",
  ])
  func pathsLeadToPagesAlone(path: String) throws {
    #expect(answer(request(path, [("Cookie", try enter())])).status == 404)
  }

  @Test func aPageForbidsScriptsAndStylesInIt() throws {
    let page = answer(request("/import", [("Cookie", try enter())]))
    let policy = try #require(page.headers.first { $0.name == "Content-Security-Policy" }?.value)
    #expect(policy.hasPrefix("default-src 'none'"))
    #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
    #expect(!policy.contains("unsafe") && !policy.contains("*"))
    #expect(!text(page).contains(" style=") && !text(page).contains("<script>"))
  }

  @Test func theTableOfConnectionsTellsWhoAsks() {
    let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:20B4 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1
         1: 0100007F:20B4 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 2
         2: 0100007F:C350 0100007F:20B4 01 00000000:00000000 00:00000000 00000000  1001        0 3
      """
    let (near, far) = (
      Sender.End(address: [127, 0, 0, 1], port: 8372),
      Sender.End(address: [127, 0, 0, 1], port: 50000)
    )
    #expect(Sender.user(holding: far, towards: near, in: table) == 1001)
    #expect(Sender.user(holding: near, towards: far, in: table) == 1000)
    #expect(
      Sender.user(holding: .init(address: [127, 0, 0, 1], port: 1), towards: near, in: table) == nil
    )
    #expect(Sender.user(holding: far, towards: near, in: "") == nil)
  }
}
