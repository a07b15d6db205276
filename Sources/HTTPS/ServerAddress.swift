/// Where a server is: a host name, and a port where it is not the usual one. No scheme, no path.
public struct ServerAddress: Hashable, Sendable {
  /// The host's name, in lower case.
  public let host: String
  /// The port, where one was named.
  public let port: Int?

  /// An address as it is written, such as `rsp.example.com` or `localhost:8443`. Nil when it can't be
  /// one: a name has labels of letters, digits and hyphens (RFC 1123 §2.1), 255 characters at most.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, name.utf8.count <= 255, Self.isName(name) else { return nil }
    host = name.lowercased()
    guard let digits = parts.dropFirst().first else {
      port = nil
      return
    }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
      (1...65_535).contains(number)
    else { return nil }
    port = number
  }

  /// Whether it is this machine, which nobody is in between of (RFC 6761 §6.3, RFC 1122 §3.2.1.3).
  public var isLoopback: Bool {
    let numbers = host.split(separator: ".").map { UInt8($0) }
    return host == "localhost"
      || numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil)
  }

  private static func isName(_ name: some StringProtocol) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
  }
}

extension ServerAddress: CustomStringConvertible {
  /// The address as it is written.
  public var description: String { port.map { "\(host):\($0)" } ?? host }
}
