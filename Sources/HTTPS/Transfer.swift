internal import CCurl
import Glibc

/// One call of a server, from the first name that is looked up to the last byte.
final class Transfer {
  private let easy: OpaquePointer
  private let multi: OpaquePointer
  private var fields: OpaquePointer?
  private let limit: Int
  private var body: [UInt8] = []
  private var isTooLarge = false
  private var chain: [[UInt8]] = []

  /// Nil when there is no memory for it.
  init?(limit: Int) {
    guard let easy = ccurl_easy_new() else { return nil }
    guard let multi = ccurl_multi_new() else {
      ccurl_easy_free(easy)
      return nil
    }
    self.easy = easy
    self.multi = multi
    self.limit = limit
  }

  deinit {
    ccurl_multi_free(multi, easy)
    ccurl_easy_free(easy)
    ccurl_list_free(fields)
  }

  func prepare(url: String, userAgent: String, headers: [String]) throws(HTTPSError) {
    // Without `Expect:` a body of over a megabyte waits for an answer that servers don't give.
    for header in headers + ["Expect:"] { fields = ccurl_list_append(fields, header) ?? fields }
    try set(ccurl_set_strict(easy))
    try set(ccurl_set_url(easy, url))
    try set(ccurl_set_user_agent(easy, userAgent))
    try set(ccurl_set_headers(easy, fields))
  }

  /// With no roots nobody could be verified, and libcurl would take those that it was built with.
  func prepare(roots: [UInt8]) throws(HTTPSError) {
    guard !roots.isEmpty else { throw HTTPSError(.noSystemRoots) }
    try set(ccurl_set_roots(easy, roots, roots.count))
  }

  func prepareWithoutTLS() throws(HTTPSError) { try set(ccurl_set_plain(easy)) }

  func prepare(body: [UInt8], timeouts: HTTPSClient.Timeouts) throws(HTTPSError) {
    try set(ccurl_set_body(easy, body, body.count))
    try set(ccurl_set_timeouts(easy, timeouts.connecting, timeouts.whole))
    let context = Unmanaged.passUnretained(self).toOpaque()
    try set(
      ccurl_set_writer(
        easy,
        { bytes, size, count, context in
          guard let bytes, let context else { return 0 }
          let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }, context))
    try set(
      ccurl_set_observer(
        easy,
        { _, kind, bytes, count, context in
          guard kind == ccurl_tls_message, let bytes, let context else { return 0 }
          let message = UnsafeRawBufferPointer(start: bytes, count: count)
          if let chain = TLSHandshake.certificates(in: message) {
            Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().chain = chain
          }
          return 0
        }, context))
  }

  /// Drives the transfer to its end.
  func perform(isCancelled: () -> Bool) throws(HTTPSError) {
    try set(ccurl_multi_add(multi, easy))
    var running: Int32 = 0
    repeat {
      if isCancelled() { throw error(.interrupted) }
      let code = ccurl_multi_perform(multi, &running)
      guard code == 0 else { throw error(.other(Int(code))) }
      if running > 0 { _ = ccurl_multi_wait(multi, 100) }
    } while running > 0
    let result = ccurl_multi_result(multi)
    guard result != 0 else { return }
    throw error(reason(of: ccurl_code(UInt32(bitPattern: result))))
  }

  /// What the server answered, once it has.
  func answer(takesPages: Bool) throws(HTTPSError) -> HTTPSAnswer {
    let status = ccurl_status(easy)
    if (300..<400).contains(status) {
      throw error(
        .redirected(to: ccurl_redirection(easy).flatMap { host(of: String(cString: $0)) }))
    }
    let type = ccurl_content_type(easy).map { String(cString: $0).lowercased() } ?? ""
    if type.hasPrefix("text/html"), !body.isEmpty, !takesPages { throw error(.webPage) }
    guard (200..<300).contains(status) else { throw error(.status(status)) }
    return HTTPSAnswer(status: status, body: body)
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes.count <= limit - body.count else {
      isTooLarge = true
      return 0
    }
    body += bytes
    return bytes.count
  }

  private func set(_ code: Int32) throws(HTTPSError) {
    // Each of the options is there since libcurl 7.77.
    if code != 0 { throw HTTPSError(.noLibrary) }
  }

  private func error(_ reason: HTTPSError.Reason) -> HTTPSError {
    HTTPSError(reason, wasSent: ccurl_request_size(easy) > 0)
  }

  private func host(of url: String) -> String? {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return parts.dropFirst().first.flatMap { ServerAddress($0) }?.host
  }
}

// Why it ended, from the little that libcurl says.
extension Transfer {
  private func reason(of code: ccurl_code) -> HTTPSError.Reason {
    switch code {
    case ccurl_no_host_name: Network.isThere ? .unknownHost : .noNetwork
    case ccurl_no_connection:
      [ENETUNREACH, ENETDOWN].contains(Int32(truncatingIfNeeded: ccurl_system_error(easy)))
        ? .noNetwork : .unreachable
    case ccurl_no_proxy_name: .proxy(status: nil)
    case ccurl_proxy_failed: .proxy(status: proxyStatus)
    case ccurl_timed_out: .timedOut
    case ccurl_tls_failed: .noTLS
    case ccurl_not_verified: .untrusted(untrusted)
    case ccurl_bad_roots: .unusableRoots
    case ccurl_write_failed where isTooLarge: .tooLarge(limit: limit)
    case ccurl_receive_failed where proxyStatus.map { $0 / 100 != 2 } ?? false:
      .proxy(status: proxyStatus)
    case ccurl_partial, ccurl_no_answer, ccurl_send_failed, ccurl_receive_failed: .brokenOff
    default: .other(Int(code.rawValue))
    }
  }

  private var proxyStatus: Int? {
    let status = ccurl_proxy_status(easy)
    return status > 0 ? status : nil
  }

  /// By the numbers of OpenSSL's X509_V_ERR. Where the chain is good, it was the host that was not.
  private var untrusted: HTTPSError.Untrusted {
    switch ccurl_verification(easy) {
    // libcurl leaves its own 1 where it stopped at the name, before it asked OpenSSL.
    case 0, 1, 62: .wrongHost
    case 9: .notYetValid
    case 10: .expired
    case 18: .selfSigned
    case 2, 19, 20, 21: .unknownRoot(chain: chain)
    case let other: .otherwise(other)
    }
  }
}
