import Glibc
internal import Words

/// A TCP connection to vpcd. Closed when it is given up.
///
/// Nothing on it waits without end: all waiting is in slices, and between them a caller's question
/// whether to stop is asked.
struct Connection: ~Copyable {
  private let descriptor: Int32

  private init() throws(VPCDError) {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let descriptor = socket(AF_INET, Int32(kind), 0)
    guard descriptor >= 0 else { throw .connection(Words("no socket could be made"), errno) }
    self.descriptor = descriptor
  }

  /// Connects. Nil when it was stopped before it could.
  static func open(host: String, port: UInt16, _ isCancelled: () -> Bool)
    throws(VPCDError) -> Connection?
  {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard port != 0, inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
      throw .badAddress(host: host, port: port)
    }
    let connection = try Connection()
    var failure = connection.begin(to: address)
    // Interrupted by a signal, it goes on by itself as well (connect(2)).
    if failure == EINPROGRESS || failure == EINTR {
      guard try connection.wait(for: POLLOUT, isCancelled) else { return nil }
      failure = connection.pendingError
    }
    guard failure == 0 else { throw .notConnected(host: host, port: port, failure) }
    return connection
  }

  private func begin(to address: sockaddr_in) -> Int32 {
    withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 ? 0 : errno
      }
    }
  }

  deinit { close(descriptor) }

  /// Waits for bytes, at least one and at most `count`. Nil when the other side closed the
  /// connection, or when it was stopped.
  func receive(upTo count: Int, _ isCancelled: () -> Bool) throws(VPCDError) -> [UInt8]? {
    while try wait(for: POLLIN, isCancelled) {
      acknowledgeAtOnce()
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, received in
        let result = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        failure = result < 0 ? errno : 0
        received = max(0, result)
      }
      switch failure {
      case 0: return bytes.isEmpty ? nil : bytes
      case EINTR, EAGAIN: continue
      // pcscd was killed: as good as closed.
      case ECONNRESET: return nil
      default: throw .connection(Words("vpcd can't be heard"), failure)
      }
    }
    return nil
  }

  /// Sends everything. False when the other side is gone, or when it was stopped.
  func send(_ bytes: [UInt8], _ isCancelled: () -> Bool) throws(VPCDError) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard try wait(for: POLLOUT, isCancelled) else { return false }
      let sent = rest.withUnsafeBytes {
        // Without MSG_NOSIGNAL a closed connection would end the process.
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent >= 0 {
        rest = rest.dropFirst(sent)
      } else if errno == EPIPE || errno == ECONNRESET {
        return false
      } else if errno != EINTR, errno != EAGAIN {
        throw .connection(Words("vpcd can't be answered"), errno)
      }
    }
    return true
  }

  /// Waits until the connection is ready, or broken. False when it was stopped.
  private func wait(for event: Int32, _ isCancelled: () -> Bool) throws(VPCDError) -> Bool {
    while !isCancelled() {
      var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let ready = poll(&waiting, 1, 200)
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { throw .connection(Words("waiting for vpcd failed"), errno) }
    }
    return false
  }

  /// vpcd sends a length and a command apart. Unless the first is acknowledged at once, the second
  /// waits 40 ms. Linux forgets this setting, so it is renewed before each `recv` (tcp(7)).
  private func acknowledgeAtOnce() {
    var yes: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_QUICKACK, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  private var pendingError: Int32 {
    var failure: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size)
    return failure
  }
}
