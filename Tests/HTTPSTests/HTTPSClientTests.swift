import Foundation
import HTTPS
import Testing

/// What the client makes of servers, over real TLS.
struct HTTPSClientTests {
  let servers: LocalServers

  init() throws { servers = try LocalServers.shared.get() }

  private func post(
    to server: String, host: String = "localhost", limit: Int = 65_536, patience: Int = 10_000,
    isCancelled: () -> Bool = { false }
  ) throws -> HTTPSAnswer {
    try HTTPSClient(
      trusting: servers.roots(),
      timeouts: HTTPSClient.Timeouts(connecting: patience, whole: patience)
    ).post(
      Array("{\"a\":1}".utf8), to: servers.address(server, host: host), path: "/a/b",
      userAgent: "tester", headers: ["Content-Type: application/json", "X-More: 1"], limit: limit,
      isCancelled: isCancelled)
  }

  private func failure(_ call: () throws -> HTTPSAnswer) -> HTTPSError? {
    #expect(throws: HTTPSError.self) { try call() }
  }

  @Test func anAnswerComesBackAndTheRequestGoesAsGiven() throws {
    struct Echo: Decodable {
      var path: String
      var body: String
      var headers: [String: String]
    }
    let answer = try post(to: "good")
    #expect(answer.status == 200)
    let echo = try JSONDecoder().decode(Echo.self, from: Data(answer.body))
    #expect(echo.path == "/a/b")
    #expect(echo.body == "{\"a\":1}")
    #expect(echo.headers["content-type"] == "application/json")
    #expect(echo.headers["x-more"] == "1")
    #expect(echo.headers["user-agent"] == "tester")
    #expect(echo.headers["expect"] == nil)
  }

  @Test func anEmptyAnswerIsOne() throws {
    #expect(try post(to: "empty").status == 204)
  }

  @Test(arguments: [
    ("self", HTTPSError.Untrusted.selfSigned), ("expired", .expired), ("early", .notYetValid),
    ("other", .wrongHost),
  ]) func anUntrustedServerGetsNothing(server: String, why: HTTPSError.Untrusted) throws {
    #expect(failure { try post(to: server) } == HTTPSError(.untrusted(why), wasSent: false))
    #expect(!servers.wasAsked(server))
  }

  @Test func aServerOfAnUnknownRootGetsNothingAndItsChainIsKnown() throws {
    guard case .untrusted(.unknownRoot(let chain)) = failure({ try post(to: "unknown") })?.reason
    else {
      Issue.record("not told as an unknown root")
      return
    }
    #expect(!servers.wasAsked("unknown"))
    #expect(chain.count == 2)
    // The name of the authority, in its own certificate.
    #expect(chain.last?.contains(Array("stranger".utf8)) == true)
  }

  @Test func aGoodServerByAnotherNameGetsNothing() throws {
    let error = failure { try post(to: "slow", host: "127.0.0.1") }
    #expect(error == HTTPSError(.untrusted(.wrongHost), wasSent: false))
  }

  @Test func oldTLSIsNotSpoken() throws {
    #expect(failure { try post(to: "old") } == HTTPSError(.noTLS, wasSent: false))
    #expect(!servers.wasAsked("old"))
  }

  @Test(arguments: [
    ("portal", HTTPSError.Reason.webPage), ("redirect", .redirected(to: "login.example.com")),
    ("large", .tooLarge(limit: 65_536)), ("error", .status(500)), ("cut", .brokenOff),
  ]) func whatIsNoAnswerIsTold(server: String, why: HTTPSError.Reason) throws {
    #expect(failure { try post(to: server) } == HTTPSError(why, wasSent: true))
  }

  @Test func aLargerAnswerComesWhereItMay() throws {
    #expect(try post(to: "large", limit: 70_000).body.count == 70_000)
  }

  @Test func aSlowServerIsNotWaitedForLongerThanSaid() throws {
    let start = ContinuousClock.now
    #expect(
      failure { try post(to: "slow", patience: 1_000) } == HTTPSError(.timedOut, wasSent: true))
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func aCallEndsSoonAfterItIsCancelled() throws {
    let start = ContinuousClock.now
    var asked: ContinuousClock.Instant?
    let error = failure {
      try post(to: "slow") {
        guard ContinuousClock.now - start > .milliseconds(700) else { return false }
        asked = asked ?? ContinuousClock.now
        return true
      }
    }
    #expect(error == HTTPSError(.interrupted, wasSent: true))
    #expect(ContinuousClock.now - start < .milliseconds(1_000))
  }

  @Test func nothingListens() throws {
    let client = try HTTPSClient(trusting: servers.roots())
    let address = try #require(ServerAddress("localhost:1"))
    let error = failure {
      try client.post([], to: address, path: "/", userAgent: "", headers: [], limit: 1)
    }
    #expect(error == HTTPSError(.unreachable, wasSent: false))
  }

  @Test func aNameThatIsNone() throws {
    let client = try HTTPSClient(trusting: servers.roots())
    let address = try #require(ServerAddress("no-such-host.invalid"))
    let error = failure {
      try client.post([], to: address, path: "/", userAgent: "", headers: [], limit: 1)
    }
    #expect([.unknownHost, .noNetwork].contains(error?.reason))
  }

  @Test func rootsThatAreNoneAreRefused() throws {
    let system = try Roots.system()
    #expect(throws: HTTPSError(.unusableRoots)) { try system.adding(Array("certificate".utf8)) }
  }
}

/// Addresses as people and servers write them.
struct ServerAddressTests {
  @Test(arguments: [
    ("rsp.example.com", "rsp.example.com", nil), ("LOCALHOST:8443", "localhost", 8443),
    ("127.0.0.1", "127.0.0.1", nil),
  ]) func addresses(text: String, host: String, port: Int?) {
    let address = ServerAddress(text)
    #expect(address?.host == host)
    #expect(address?.port == port)
  }

  @Test(arguments: [
    "", ".", "a..b", "-a.b", "a-.b", "a b", "a/b", "https://a.b", "a@b", "a:0", "a:65536", "a:x",
    "a:", "a:1:2", "ä.b", "a\n", "a?b", "a#b", String(repeating: "a", count: 64),
  ]) func whatIsNoAddress(text: String) {
    #expect(ServerAddress(text) == nil)
  }
}
