import Glibc

/// The network interfaces of this machine.
enum Network {
  /// Whether any interface but the loopback is up and has an address.
  static var isThere: Bool {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0, let first else { return true }
    defer { freeifaddrs(first) }
    return sequence(first: first, next: { $0.pointee.ifa_next }).contains(where: { entry in
      let interface = entry.pointee
      guard let address = interface.ifa_addr else { return false }
      let flags = Int(interface.ifa_flags)
      let isUp = flags & Int(IFF_UP) != 0 && flags & Int(IFF_LOOPBACK) == 0
      return isUp && [AF_INET, AF_INET6].contains(Int32(address.pointee.sa_family))
    })
  }
}
