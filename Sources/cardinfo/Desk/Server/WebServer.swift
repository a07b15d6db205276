import CHTTPD
import Glibc
import Words

/// Serves pages with libmicrohttpd, a thread for each connection: heads, bodies, connections and silence
/// have limits.
final class WebServer {
  private let server: OpaquePointer
  private let owner: Unmanaged<Owner>

  /// Certificate and key, as PEM.
  struct Identity {
    let certificate: String
    let key: String
  }

  /// Begins to serve.
  ///
  /// - Throws: A ``Problem`` where libmicrohttpd can't be used, or does not take the certificate.
  init(_ service: any WebService, on socket: ListeningSocket, as identity: Identity? = nil)
    throws(Problem)
  {
    if let reason = chttpd_open() {
      throw Problem(
        .noWebServer,
        Words("libmicrohttpd, which serves pages, can't be used: \(String(cString: reason))"),
        nextStep: Words("install it: apt install libmicrohttpd12"))
    }
    owner = Unmanaged.passRetained(Owner(service, isSecure: identity != nil))
    let handlers = chttpd_handlers(
      context: owner.toOpaque(), begin: Self.begin, field: Self.field, finish: Self.finish,
      end: Self.end)
    guard
      let server = chttpd_start(
        socket.descriptor, Self.limits, identity?.certificate, identity?.key, handlers)
    else {
      owner.release()
      throw Problem(
        .noWebServer,
        identity == nil
          ? Words("pages can't be served") : Words("pages can't be served with this certificate"),
        nextStep: identity == nil
          ? nil : Words("give a certificate and its key as PEM, as openssl writes them"))
    }
    self.server = server
    socket.wasHandedOver()
  }

  private static let limits = chttpd_limits(head: 32 << 10, connections: 48, seconds: 30)

  deinit {
    chttpd_stop(server)
    owner.release()
  }

  // MARK: - What is called back

  private final class Owner {
    let service: any WebService
    let isSecure: Bool

    init(_ service: any WebService, isSecure: Bool) {
      self.service = service
      self.isSecure = isSecure
    }
  }

  /// A request while it comes in.
  private final class Incoming {
    let owner: Owner
    var request: WebRequest
    let longest: Int
    private var count = 0
    private let clock = ContinuousClock()
    private let begun: ContinuousClock.Instant

    init(_ owner: Owner, _ request: WebRequest) {
      self.owner = owner
      self.request = request
      longest = owner.service.longestBody(of: request)
      begun = clock.now
    }

    /// Takes a piece of a field; false where that is too much, or comes too slowly.
    func take(_ name: String, isFile: Bool, _ bytes: UnsafeRawBufferPointer) -> Bool {
      count += bytes.count + name.utf8.count
      guard count <= longest, clock.now - begun < .seconds(60), request.fields.count < 200 else {
        return false
      }
      if let last = request.fields.indices.last, request.fields[last].name == name, !bytes.isEmpty {
        request.fields[last].bytes += bytes
      } else {
        request.fields.append(FormField(name: name, bytes: Array(bytes), isFile: isFile))
      }
      return true
    }
  }

  private static let begin:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?
    ) -> UnsafeMutableRawPointer? = { context, exchange, method, path in
      guard let context, let exchange, let method, let path else { return nil }
      let owner = Unmanaged<Owner>.fromOpaque(context).takeUnretainedValue()
      var request = WebRequest(method: String(cString: method), path: String(cString: path))
      request.headers = pairs { chttpd_headers(exchange, $0, $1) }
      request.arguments = pairs { chttpd_arguments(exchange, $0, $1) }
      request.sender = Sender(ofSocket: chttpd_socket(exchange))
      let incoming = Incoming(owner, request)
      if let refusal = owner.service.refusal(of: request), !send(refusal, owner, exchange) {
        return nil
      }
      return Unmanaged.passRetained(incoming).toOpaque()
    }

  private static let field:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, Int
    ) -> Int32 = { request, name, isFile, bytes, count in
      guard let request, let name else { return 0 }
      let incoming = Unmanaged<Incoming>.fromOpaque(request).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
      return incoming.take(String(cString: name), isFile: isFile != 0, bytes) ? 1 : 0
    }

  private static let finish: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Int32 = {
    request, exchange in
    guard let request, let exchange else { return 0 }
    let incoming = Unmanaged<Incoming>.fromOpaque(request).takeUnretainedValue()
    let answer = incoming.owner.service.answer(incoming.request)
    return send(answer, incoming.owner, exchange) ? 1 : 0
  }

  private static let end: @convention(c) (UnsafeMutableRawPointer?) -> Void = { request in
    if let request { Unmanaged<Incoming>.fromOpaque(request).release() }
  }

  private static func pairs(
    _ ask: (chttpd_pair, UnsafeMutableRawPointer) -> Void
  ) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    withUnsafeMutablePointer(to: &found) { list in
      ask(
        { context, name, value in
          guard let context, let name, let value else { return }
          context.assumingMemoryBound(to: [(name: String, value: String)].self).pointee
            .append((String(cString: name), String(cString: value)))
        }, UnsafeMutableRawPointer(list))
    }
    return found
  }

  private static func send(_ answer: WebAnswer, _ owner: Owner, _ exchange: OpaquePointer) -> Bool {
    let all = answer.headers + DeskGate.headers(isSecure: owner.isSecure)
    let texts = all.flatMap { [strdup($0.name), strdup($0.value)] }
    defer { texts.forEach { free($0) } }
    let headers = texts.map { UnsafePointer($0) } + [nil]
    switch answer.body {
    case .bytes(let bytes):
      return chttpd_answer(exchange, UInt32(answer.status), headers, bytes, bytes.count) != 0
    case .stream(let next):
      let stream = Unmanaged.passRetained(Stream(next))
      return chttpd_stream(
        exchange, UInt32(answer.status), headers,
        { stream, bytes, most in
          guard let stream, let bytes else { return -1 }
          return Unmanaged<Stream>.fromOpaque(stream).takeUnretainedValue().read(bytes, most)
        },
        { stream in
          if let stream { Unmanaged<Stream>.fromOpaque(stream).release() }
        }, stream.toOpaque()) != 0
    }
  }

  /// What is sent bit by bit.
  private final class Stream {
    private let next: () -> [UInt8]?
    private var rest: ArraySlice<UInt8> = []

    init(_ next: @escaping () -> [UInt8]?) { self.next = next }

    func read(_ bytes: UnsafeMutablePointer<CChar>, _ most: Int) -> Int {
      while rest.isEmpty {
        guard let more = next() else { return -1 }
        rest = more[...]
      }
      let piece = rest.prefix(most)
      rest = rest.dropFirst(piece.count)
      UnsafeMutableRawPointer(bytes).copyMemory(
        from: Array(piece), byteCount: piece.count)
      return piece.count
    }
  }
}
