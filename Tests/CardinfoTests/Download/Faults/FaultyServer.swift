import Foundation
import Provisioning
import Testing

@testable import HTTPS

/// What happens at one call of a server.
enum ServerFault: Hashable, Sendable, CustomTestStringConvertible {
  /// One of the test servers' own, by its name there, with what it needs.
  case scripted(String, [String: String])
  /// One of theirs before anything is said over TLS.
  case connection(String)
  /// Nothing listens there, at this call alone or from then on.
  case gone(forEver: Bool)
  /// TLS shows another certificate from then on.
  case certificate(String)
  /// Ctrl-C before the call, or while the server is at work.
  case interrupted(during: Bool)

  var testDescription: String {
    switch self {
    case .scripted(let kind, let options):
      ([kind] + options.filter { $0.key != "seconds" }.sorted { $0.key < $1.key }.map(\.value))
        .joined(separator: " ")
    case .connection(let kind): "connection: \(kind)"
    case .gone(let isForEver): isForEver ? "gone" : "gone for a moment"
    case .certificate(let name): name
    case .interrupted(let isDuring): isDuring ? "Ctrl-C, during" : "Ctrl-C, before"
    }
  }

  /// Whether the server says why it does not go on.
  var isRefusal: Bool {
    if case .scripted("refuse", _) = self { true } else { false }
  }

  /// Whether the server is one that nothing may be told.
  var isUntrusted: Bool {
    switch self {
    case .certificate, .connection("old-tls"), .connection("plain"): true
    case .connection, .scripted, .gone, .interrupted: false
    }
  }

  /// Whether the server leaves the client waiting.
  fileprivate var isSlow: Bool {
    switch self {
    case .scripted(let kind, _), .connection(let kind): ["hang", "delay", "drip"].contains(kind)
    case .gone, .certificate, .interrupted: false
    }
  }
}

/// The way to the test servers, on which something happens at one call.
final class FaultyTransport: RSPTransport {
  var fault: (function: String, what: ServerFault)?
  /// Nothing can be reached any more.
  var isCut = false
  private(set) var hasHappened = false
  /// The last answer to each function.
  private(set) var answers: [String: HTTPSAnswer] = [:]

  private let control: ControlPort
  private let person: Person
  private let patient: HTTPSTransport
  private let hasty: HTTPSTransport

  init(_ servers: TestServers, _ person: Person) throws {
    control = servers.control
    self.person = person
    // The test CI alone: a hundred others would be read at each call.
    let roots = Roots(
      pem: Array(
        try String(contentsOfFile: Command.package.path() + TestServers.root, encoding: .utf8).utf8)
    )
    let long = HTTPSClient.Timeouts(connecting: 30_000, whole: 30_000)
    let short = HTTPSClient.Timeouts(connecting: 400, whole: 400)
    patient = HTTPSTransport(
      trusting: roots, timeouts: long, last: long, isCancelled: person.wantsItToEnd)
    hasty = HTTPSTransport(
      trusting: roots, timeouts: short, last: short, isCancelled: person.wantsItToEnd)
  }

  func post(
    _ body: [UInt8], to server: ServerAddress, function: String, limit: Int, isLastWord: Bool
  ) throws(HTTPSError) -> HTTPSAnswer {
    var server = server
    var transport = patient
    if let fault, fault.function == function, !hasHappened {
      hasHappened = true
      do { try arm(fault.what, function) } catch { Issue.record(error) }
      if case .gone = fault.what { server = Self.nowhere ?? server }
      if fault.what.isSlow { transport = hasty }
    } else if hasHappened, fault?.what == .gone(forEver: true) {
      server = Self.nowhere ?? server
    }
    if isCut { server = Self.nowhere ?? server }
    let answer = try transport.post(
      body, to: server, function: function, limit: limit, isLastWord: isLastWord)
    answers[function] = answer
    return answer
  }

  private func arm(_ fault: ServerFault, _ function: String) throws {
    switch fault {
    case .scripted(let kind, let options):
      var members: [String: Any] = ["function": function, "kind": kind, "server": "dp"]
      for (name, value) in options { members[name] = Double(value) ?? value }
      if let subject = options["subject"] { members["subject"] = subject }
      if let reason = options["reason"] { members["reason"] = reason }
      try control.add(members, to: "/faults")
    case .connection(let kind):
      try control.add(
        ["function": "connection", "kind": kind, "server": "dp", "seconds": 1], to: "/faults")
    case .gone: break
    case .certificate(let name):
      try control.add(["server": "dp", "certificate": name], to: "/certificates")
    case .interrupted(let isDuring):
      person.interrupt(afterAsking: isDuring ? 2 : 0)
      if isDuring {
        try control.add(
          ["function": function, "kind": "delay", "server": "dp", "seconds": 0.6], to: "/faults")
      }
    }
  }

  /// A port at which nothing listens.
  private static let nowhere = ServerAddress("localhost:1")
}

/// Who runs the command, and may press Ctrl-C.
final class Person {
  private var questions: Int?

  /// Presses it, after the work has asked a few times whether it is to end.
  func interrupt(afterAsking times: Int = 0) { questions = times }

  func forget() { questions = nil }

  func wantsItToEnd() -> Bool {
    guard let left = questions else { return false }
    questions = max(0, left - 1)
    return left == 0
  }
}
