import Glibc
import Words

/// Which requests get to the pages: those of a browser of whoever runs the program, from a page of the desk
/// itself, in a form that has one meaning only.
struct DeskGate: Sendable {
  let sessions = Sessions()
  /// What a browser has in its address line, such as `127.0.0.1:8372`.
  let hosts: Set<String>
  /// `https` where there is a certificate.
  let scheme: String
  /// The users whose programs may ask; others of this machine may not, whatever they know.
  let users: Set<UInt32>

  /// - Parameters:
  ///   - host: The address that it listens on.
  ///   - isSecure: Whether it has a certificate.
  ///   - users: Whose programs may ask; whoever runs it, unless said otherwise.
  init(host: String, port: UInt16, isSecure: Bool, users: Set<UInt32> = DeskGate.owners) {
    let names = host == ListeningSocket.loopback ? [host, "localhost"] : [host]
    hosts = Set(names.map { "\($0):\(port)" })
    scheme = isSecure ? "https" : "http"
    cookie = "cardinfo-\(port)"
    self.users = users
  }

  /// Sent with every answer. Nothing is loaded from elsewhere, and no script or style stands in a page.
  static func headers(isSecure: Bool) -> [(name: String, value: String)] {
    [
      ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cache-Control", "no-store"),
      // Forms would be sent with the origin "null" under no-referrer.
      ("Referrer-Policy", "same-origin"),
    ] + (isSecure ? [("Strict-Transport-Security", "max-age=31536000")] : [])
  }

  /// What a page may do (Content Security Policy Level 3).
  ///
  /// - Parameter nonce: What the page's own rules of style are known by.
  static func policy(nonce: Token?) -> (name: String, value: String) {
    let style = nonce.map { "'self' 'nonce-\($0.text)'" } ?? "'self'"
    return (
      "Content-Security-Policy",
      """
      default-src 'none'; style-src \(style); script-src 'self'; connect-src 'self'; \
      img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
      """
    )
  }

  // MARK: - Requests

  /// Why a request is not listened to, whoever sent it.
  func refusal(of head: WebRequest, longest: Int) -> WebAnswer? {
    for name in ["host", "origin", "cookie", "content-length", "content-type", "sec-fetch-site"]
    where head.headers(name).count > 1 {
      return WebAnswer(400, plain: Words("a header came twice"))
    }
    guard let host = head.header("host"), hosts.contains(host.lowercased()) else {
      return WebAnswer(403, plain: Words("this is not the name of the desk"))
    }
    switch head.sender {
    case .user(let user) where users.contains(user): break
    case .elsewhere where scheme == "https": break
    case .user: return WebAnswer(403, plain: Words("the desk is another user's"))
    case .elsewhere, .unknown:
      return WebAnswer(403, plain: Words("whose program asks is not known"))
    }
    switch head.method {
    case "GET": break
    case "POST":
      guard head.header("origin") != nil else {
        return WebAnswer(403, plain: Words("a form without its origin"))
      }
      guard head.header("transfer-encoding") == nil,
        let length = head.header("content-length").flatMap({ Int($0) }), length >= 0
      else { return WebAnswer(411, plain: Words("a form says how long it is")) }
      guard length <= longest else { return WebAnswer(413, plain: Words("this is too long")) }
      let type = head.header("content-type")?.lowercased() ?? ""
      guard
        ["application/x-www-form-urlencoded", "multipart/form-data;"].contains(where: {
          type.hasPrefix($0)
        })
      else { return WebAnswer(415, plain: Words("this is no form")) }
    default:
      var answer = WebAnswer(405, plain: Words("GET and POST are all there is"))
      answer.headers.append(("Allow", "GET, POST"))
      return answer
    }
    if let origin = head.header("origin"), origin.lowercased() != "\(scheme)://\(host.lowercased())"
    {
      return WebAnswer(403, plain: Words("a request from another page"))
    }
    if let site = head.header("sec-fetch-site"), !["same-origin", "none"].contains(site),
      head.path != Self.entrance
    {
      return WebAnswer(403, plain: Words("a request from another page"))
    }
    return nil
  }

  /// What the argument of a link is called.
  static let pass = "once"

  /// Where a link leads.
  static let entrance = "/login"

  /// The session that a request belongs to.
  func session(of request: WebRequest) -> Sessions.Session? {
    for pair in (request.header("cookie") ?? "").split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1).map { side in
        side.drop { $0 == " " }
      }
      if sides.count == 2, sides.first.map(String.init) == cookie, let value = sides.last,
        let session = sessions.session(withCookie: String(value))
      {
        return session
      }
    }
    return nil
  }

  /// Whether a form is of a page that was made for its sender.
  func isOwn(_ request: WebRequest, in session: Sessions.Session) -> Bool {
    request.field(Self.mark).map(session.form.isKnown) == true
  }

  /// What the field is called that says whose page a form is of.
  static let mark = "form"

  /// What makes a browser's next requests part of a session.
  func header(for session: Sessions.Session) -> (name: String, value: String) {
    let secure = scheme == "https" ? "; Secure" : ""
    return (
      "Set-Cookie",
      "\(cookie)=\(session.cookie.text); Path=/; HttpOnly; SameSite=Strict\(secure)"
    )
  }

  // Cookies don't know ports: two desks on a machine must not take each other's.
  private let cookie: String

  // Whoever runs it; with sudo, also the one who called that.
  static var owners: Set<UInt32> {
    let caller = getenv("SUDO_UID").flatMap { UInt32(String(cString: $0)) }
    return Set([geteuid()] + (geteuid() == 0 ? [caller].compactMap { $0 } : []))
  }
}
