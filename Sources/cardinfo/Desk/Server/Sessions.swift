import Synchronization
import Words

/// What nobody can guess: 256 bits of the system's randomness.
struct Token: Equatable, Sendable {
  /// 64 hexadecimal digits.
  let text: String

  init() {
    var source = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      let digits = String(source.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// One that was written down.
  init?(written text: String) {
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else { return nil }
    self.text = text
  }

  /// Whether somebody knows it. It takes as long wherever they differ.
  func isKnown(as other: String) -> Bool {
    guard other.utf8.count == text.utf8.count else { return false }
    return zip(text.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  static func == (one: Token, other: Token) -> Bool { one.isKnown(as: other.text) }
}

/// Who may use the desk: browsers that came by a link. They are forgotten with the program.
final class Sessions: Sendable {
  /// A browser that came by a link.
  struct Session: Equatable {
    /// What its cookie says.
    let cookie = Token()
    /// What its forms say, so that no page of others can send one.
    let form = Token()
  }

  private struct State {
    var links: [Token] = []
    var sessions: [Session] = []
    var notes: [String: Words] = [:]
  }

  private let state = Mutex(State())

  /// Links and browsers at a time: the oldest go.
  private static let most = 32

  /// A link that lets one browser in, once.
  func newLink() -> Token {
    let link = Token()
    state.withLock { state in
      state.links.append(link)
      state.links = state.links.suffix(Self.most)
    }
    return link
  }

  /// Whether there is a link that nobody has come by.
  var hasLink: Bool { state.withLock { !$0.links.isEmpty } }

  /// The session of whoever comes by a link, which then leads nowhere any more.
  func enter(by link: String) -> Session? {
    state.withLock { state in
      guard let index = state.links.firstIndex(where: { $0.isKnown(as: link) }) else { return nil }
      state.links.remove(at: index)
      let session = Session()
      state.sessions.append(session)
      state.sessions = state.sessions.suffix(Self.most)
      return session
    }
  }

  /// The session with a cookie.
  func session(withCookie text: String) -> Session? {
    state.withLock { state in state.sessions.first { $0.cookie.isKnown(as: text) } }
  }

  /// Has the next page of a session say something.
  func leave(_ note: Words, for session: Session) {
    state.withLock { $0.notes[session.cookie.text] = note }
  }

  /// What the next page is to say, once.
  func takeNote(for session: Session) -> Words? {
    state.withLock { $0.notes.removeValue(forKey: session.cookie.text) }
  }

  /// Forgets a session.
  func end(_ session: Session) {
    state.withLock { state in
      state.sessions.removeAll { $0 == session }
      state.notes.removeValue(forKey: session.cookie.text)
    }
  }
}
