import Glibc
import Words

/// A socket that listens on one address of this machine.
final class ListeningSocket {
  let descriptor: Int32
  /// The port, also where the system chose it.
  let port: UInt16
  /// The address as it stands in a browser's address line, in brackets where it has colons.
  let host: String
  private var isOwned = true

  /// The address of this machine that no other machine reaches.
  static let loopback = "127.0.0.1"

  /// - Parameters:
  ///   - address: IPv4 or IPv6, in digits.
  ///   - port: 0 for any that is free.
  /// - Throws: A ``Problem`` where that can't be had.
  init(_ address: String, port wanted: UInt16) throws(Problem) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(wanted), &hints, &found) == 0, let found else {
      throw Problem(
        .usage, Words("'\(address)' is no address of a machine, such as 192.168.1.5"))
    }
    defer { freeaddrinfo(found) }
    let info = found.pointee
    let descriptor = socket(
      info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), info.ai_protocol)
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard descriptor >= 0, bind(descriptor, info.ai_addr, info.ai_addrlen) == 0,
      listen(descriptor, 32) == 0
    else {
      let isTaken = errno == EADDRINUSE
      let failure = SystemFailure(
        .noWebServer, Words("can't listen on port \(Int(wanted)) of \(address)"),
        nextStep: isTaken
          ? Words("another program listens there, perhaps another desk; choose a port with --port")
          : Words("cardinfo desk without --listen serves this machine alone"))
      close(descriptor)
      throw failure.problem
    }
    self.descriptor = descriptor
    host = address.contains(":") ? "[\(address)]" : address
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    port = withUnsafeMutableBytes(of: &bound) { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        getsockname(descriptor, start, &length) == 0
      else { return 0 }
      // Both families have their port behind the family, in network order.
      return UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
  }

  /// From now on a server closes it.
  func wasHandedOver() { isOwned = false }

  deinit { if isOwned { close(descriptor) } }
}
