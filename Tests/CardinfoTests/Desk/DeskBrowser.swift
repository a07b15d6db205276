import ArgumentParser
import Card
import CardState
import Synchronization
import Testing
import VirtualCard

@testable import cardinfo

/// A desk with one reader, and a browser that was let in.
final class DeskBrowser {
  let desk: Desk
  let service: DeskService
  private let session: Sessions.Session
  private let slot = Slot()

  /// The reader's name.
  static let reader = "Test reader 00 00"

  init(_ desk: Desk, showsIdentifiers: Bool = true) throws {
    self.desk = desk
    let gate = DeskGate(host: "127.0.0.1", port: 8372, isSecure: false)
    service = try DeskService(
      gate, ledger: try LedgerOptions.parse(["--ledger", desk.ledger]),
      showsIdentifiers: showsIdentifiers,
      access: { [slot] _ in CardAccesses([slot.card].compactMap { $0 }) })
    session = try #require(gate.sessions.enter(by: gate.sessions.newLink().text))
  }

  /// What is in the reader.
  private final class Slot: @unchecked Sendable {
    var card: VirtualCardAccess?
  }

  /// Puts a built-in card into the reader, where it is read.
  func insert(_ name: String) throws {
    slot.card = VirtualCardAccess(
      try NamedCard.find(name), index: 0, inReader: Self.reader)
    try service.readAgain(Self.reader)
  }

  /// The card in the reader, as another program has it.
  func other(_ work: (ChangeRun) throws -> Void) throws {
    let card = try #require(slot.card)
    let options = try CardOptions.parse([])
    try work(ChangeRun(options, eid: nil, through: { CardAccesses([card]) }))
  }

  /// Asks for a page.
  func get(_ path: String, _ arguments: [(String, String)] = []) -> (status: Int, text: String) {
    ask("GET", path, arguments, [])
  }

  /// Follows a link as it stands in a page.
  func follow(_ link: String) -> (status: Int, text: String) {
    let parts = link.split(separator: "?of=", maxSplits: 1).map(String.init)
    return get(parts[0], parts.count > 1 ? [("of", parts[1])] : [])
  }

  /// Sends a form of the session.
  func post(_ path: String, _ fields: [(String, String)]) -> (status: Int, text: String) {
    ask("POST", path, [], [("form", session.form.text)] + fields)
  }

  /// Sends a form, and gives the page that it leads to.
  func send(_ path: String, _ fields: [(String, String)]) -> (status: Int, text: String) {
    let answer = post(path, fields)
    guard answer.status == 303 else { return answer }
    return follow(answer.text)
  }

  // A redirection's text is where it leads.
  private func ask(
    _ method: String, _ path: String, _ arguments: [(String, String)], _ fields: [(String, String)]
  ) -> (status: Int, text: String) {
    var request = WebRequest(method: method, path: path)
    request.headers = [
      ("Cookie", "cardinfo-8372=\(session.cookie.text)"), ("Host", "127.0.0.1:8372"),
    ]
    request.arguments = arguments.map { ($0, $1) }
    request.fields = fields.map { FormField(name: $0, bytes: Array($1.utf8)) }
    let answer = service.answer(request)
    if let place = answer.headers.first(where: { $0.name == "Location" })?.value {
      return (answer.status, place)
    }
    guard case .bytes(let bytes) = answer.body else { return (answer.status, "") }
    return (answer.status, String(decoding: bytes, as: UTF8.self))
  }

  /// The value of a hidden field of a page's forms.
  static func hidden(_ name: String, in page: String) throws -> String {
    let rest = try #require(
      page.split(separator: "name=\"\(name)\" value=\"").dropFirst().first,
      "the page has no \(name)")
    return String(rest.prefix { $0 != "\"" })
  }

  /// Where a page leads that has a name on a link.
  static func link(_ name: String, in page: String) throws -> String {
    let parts = page.split(separator: "\"><bdi>\(name)</bdi></a>")
    let before = try #require(parts.count > 1 ? parts.first : nil, "no link \(name)")
    let rest = try #require(before.split(separator: "href=\"").last)
    return String(rest.prefix { $0 != "\"" })
  }
}
