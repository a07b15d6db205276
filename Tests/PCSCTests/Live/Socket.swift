import Foundation

/// A TCP connection to this machine: just enough for vpcd's protocol.
final class Socket: Sendable {
  private let descriptor: Int32

  /// Connects to a port. Nil when nobody listens.
  init?(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    set(TCP_NODELAY)
    guard Self.with(port, { connect(descriptor, $0, $1) }) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Reads exactly so many bytes. Nil when the connection ends first.
  func receive(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      // Without it the system waits 40 ms before it acknowledges, and so does vpcd.
      set(TCP_QUICKACK)
      var part = [UInt8](repeating: 0, count: count - bytes.count)
      let received = recv(descriptor, &part, part.count, 0)
      guard received > 0 else { return nil }
      bytes += part.prefix(received)
    }
    return bytes
  }

  /// Writes bytes.
  func send(_ bytes: [UInt8]) {
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Ends the connection both ways, also for a thread that waits in ``receive(_:)``.
  func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func set(_ option: Int32) {
    var on: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), option, &on, socklen_t(MemoryLayout.size(ofValue: on)))
  }

  /// Whether a server could listen at a port.
  static func isFree(port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return with(port) { bind(descriptor, $0, $1) } == 0
  }

  private static func with(
    _ port: UInt16, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
