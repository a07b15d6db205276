import Glibc

extension Sender {
  /// Who is at the other end of a connection: the kernel's table of connections tells whose program holds
  /// that end, where it is on this machine.
  init(ofSocket descriptor: Int32) {
    guard let near = Self.end(of: descriptor, getsockname),
      let far = Self.end(of: descriptor, getpeername)
    else {
      self = .unknown
      return
    }
    guard far.isLoopback else {
      self = .elsewhere
      return
    }
    let table = near.address.count == 4 ? "/proc/net/tcp" : "/proc/net/tcp6"
    let text = (try? InputFile.contents(of: table, atMost: 16 << 20)) ?? []
    self =
      Self.user(holding: far, towards: near, in: String(decoding: text, as: UTF8.self))
      .map { .user($0) } ?? .unknown
  }

  /// One end of a connection.
  struct End: Equatable {
    /// The address in network order.
    let address: [UInt8]
    let port: UInt16

    var isLoopback: Bool {
      address.count == 4 ? address.first == 127 : address == [UInt8](repeating: 0, count: 15) + [1]
    }

    /// As the kernel's table writes it: words of the machine's own order.
    var text: String {
      let words = stride(from: 0, to: address.count, by: 4).map { start in
        address[start..<min(start + 4, address.count)].reversed().map(Self.hex).joined()
      }
      return words.joined() + ":" + Self.hex(UInt8(port >> 8)) + Self.hex(UInt8(port & 0xFF))
    }

    private static func hex(_ byte: UInt8) -> String {
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
  }

  /// The user whose program holds an end, by a table as `proc(5)` describes it.
  static func user(holding far: End, towards near: End, in table: String) -> UInt32? {
    for line in table.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: " ", omittingEmptySubsequences: true)
      guard columns.count > 7, columns[1] == far.text, columns[2] == near.text else { continue }
      return UInt32(columns[7])
    }
    return nil
  }

  private static func end(
    of descriptor: Int32,
    _ ask: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> End? {
    var found = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &found) { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        ask(descriptor, start, &length) == 0
      else { return nil }
      let port = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
      switch Int32(start.pointee.sa_family) {
      case AF_INET: return End(address: Array(bytes[4..<8]), port: port)
      case AF_INET6: return End(address: Array(bytes[8..<24]), port: port)
      default: return nil
      }
    }
  }
}
