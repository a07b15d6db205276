import CardState
import Crypto
import FoundationEssentials
import HTTPS
import Renewal
import Words

/// A service that takes messages by HTTP. Its address and what is sent may hold secrets: no problem says
/// any of it.
struct WebhookChannel: NoticeChannel {
  let configured: ConfiguredChannel
  let form: WebhookForm
  /// Where the configuration is.
  let directory: String
  var now = Date()

  func send(_ message: NoticeMessage) throws {
    var values: [String: JSONValue] = form.usual.mapValues { .string($0) }
    for (name, text) in configured.settings {
      values[name] = .string(try text.value(beside: directory))
    }
    let address = try address(values)
    values["title"] = .string(message.title)
    values["text"] = .string(message.text)
    values["count"] = .integer(message.announcements.count)
    values["severity"] = .string(message.severity.rawValue)
    values["level"] = message.severity == .critical ? form.levels.critical : form.levels.warning
    let placed = PlacedText(values: values)
    var headers = ["Content-Type: application/json; charset=utf-8"]
    for (name, text) in form.headers {
      if let text = placed.filled(text) { headers.append("\(name): \(text)") }
    }
    for (name, text) in configured.headers.sorted(by: { $0.key < $1.key }) {
      guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
        throw malformed(Words("a header has a name that none can have"))
      }
      if name.lowercased() == "content-type" { headers.removeFirst() }
      headers.append("\(name): \(try text.value(beside: directory))")
    }
    let body = try body(message, placed)
    let answer: HTTPSAnswer
    do throws(HTTPSError) {
      answer = try HTTPSClient(
        trusting: try roots(address.scheme),
        timeouts: HTTPSClient.Timeouts(connecting: 10_000, whole: 30_000)
      ).post(
        body, to: address.server, path: address.path, userAgent: "cardinfo/\(Version.current)",
        headers: headers, limit: 1 << 16, over: address.scheme,
        takesPages: configured.kind == .webhook, isCancelled: { Interruption.isRequested })
    } catch {
      throw problem(error)
    }
    try requireProof(answer)
  }

  private func body(_ message: NoticeMessage, _ placed: PlacedText) throws -> [UInt8] {
    switch configured.body ?? form.body {
    case nil: return try message.json
    case .string(let text): return Array((placed.filled(text) ?? text).utf8)
    case let value?:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(placed.filled(value) ?? .null))
    }
  }

  private func roots(_ scheme: HTTPSClient.Scheme) throws(HTTPSError) -> Roots {
    if scheme == .plain { return .none }
    let system = try Roots.system()
    guard let ca = configured.ca else { return system }
    guard let own = try? InputFile.contents(of: ca, atMost: 1 << 20) else {
      throw HTTPSError(.unusableRoots)
    }
    return try system.adding(own)
  }

  private func requireProof(_ answer: HTTPSAnswer) throws {
    guard let proof = form.proof else { return }
    let document = try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
    guard case .object(let members)? = document, let value = members[proof.member] else {
      throw Problem(
        .serverAnswer, Words("the service's answer does not say that it took the message"),
        nextStep: Words("check the channel's address"))
    }
    guard value == proof.value else {
      var sentence = Words("the service did not take the message")
      if case .integer(let code) = value {
        sentence = Words("the service did not take the message (its code is \(code))")
      }
      throw Problem(
        .serverRefused, sentence,
        nextStep: Words("check the channel's key, and what its service asks of messages"))
    }
  }

  private func problem(_ error: HTTPSError) -> Problem {
    let hint: Words? =
      switch error.reason {
      case .status(401), .status(403), .status(404):
        Words("check the channel's address, and its key or token")
      case .untrusted(.unknownRoot), .unusableRoots:
        Words("if the server is yours, name the file of its root with \"ca\" in the channel")
      default: error.hint
      }
    return Problem(error.reason.code, error.message, nextStep: hint)
  }
}

// Where it is.
extension WebhookChannel {
  private struct Address {
    let scheme: HTTPSClient.Scheme
    let server: ServerAddress
    let path: String
  }

  private func malformed(_ what: Words) -> Problem {
    Problem(
      .badNotifyConfiguration, what,
      nextStep: Words("\(Manual.page("notify")) says what stands in it"))
  }

  private func address(_ values: [String: JSONValue]) throws -> Address {
    // What is an address stays one; what stands in one is written as its part.
    let whole = ["server", "url"]
    var values = values
    for (name, value) in values where !whole.contains(name) {
      guard case .string(let text) = value else { continue }
      values[name] = .string(PlacedText.inAddress(text))
    }
    if case .string(let server)? = values["server"] {
      values["server"] = .string(server.hasSuffix("/") ? String(server.dropLast()) : server)
    }
    let url = PlacedText(values: values).filled(form.url) ?? ""
    let schemes: [HTTPSClient.Scheme] = [.https, .plain]
    guard let scheme = schemes.first(where: { url.lowercased().hasPrefix("\($0.rawValue)://") }),
      url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw malformed(Words("a channel's address is none of https://SERVER/PATH")) }
    let rest = url.dropFirst(scheme.rawValue.count + 3)
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    guard let server = ServerAddress(rest[..<end]) else {
      throw malformed(Words("a channel's address is none of https://SERVER/PATH"))
    }
    if scheme == .plain, !server.isLoopback, !configured.plainHTTP {
      throw malformed(
        Words("a channel's address is not encrypted: https, or \"plainHTTP\": true to allow it"))
    }
    let path = String(rest[end...].prefix { $0 != "#" })
    let full = path.hasPrefix("/") ? path : "/" + path
    return Address(scheme: scheme, server: server, path: full + (try signature()))
  }

  /// What DingTalk's robots want behind the address: HMAC-SHA256 of the time and the secret by the secret.
  private func signature() throws -> String {
    guard form.isSigned, let text = configured.settings["secret"] else { return "" }
    let secret = try text.value(beside: directory)
    let time = Int(now.timeIntervalSince1970 * 1_000)
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("\(time)\n\(secret)".utf8), using: SymmetricKey(data: Data(secret.utf8)))
    return "&timestamp=\(time)&sign=\(PlacedText.inAddress(Data(code).base64EncodedString()))"
  }
}
