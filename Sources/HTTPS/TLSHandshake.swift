/// Messages of the TLS handshake (RFC 5246 §7.4, RFC 8446 §4), as far as is needed to say which root a
/// refused server relies on.
enum TLSHandshake {
  /// The certificates of a Certificate message, in DER, the server's own first. Nil when it is another
  /// message, or is not as it should be.
  static func certificates(in message: UnsafeRawBufferPointer) -> [[UInt8]]? {
    var rest = message[...]
    guard rest.popFirst() == 11, take(&rest, length: 3) == rest.count else { return nil }
    // TLS 1.3 has a context in front of the list, and extensions behind each certificate.
    let isTLS13 = number(rest.prefix(3)) != rest.count - 3
    if isTLS13 {
      guard let context = take(&rest, length: 1), context <= rest.count else { return nil }
      rest = rest.dropFirst(context)
    }
    guard take(&rest, length: 3) == rest.count else { return nil }
    var certificates: [[UInt8]] = []
    while !rest.isEmpty {
      guard let length = take(&rest, length: 3), length <= rest.count else { return nil }
      certificates.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
      guard isTLS13 else { continue }
      guard let extensions = take(&rest, length: 2), extensions <= rest.count else { return nil }
      rest = rest.dropFirst(extensions)
    }
    return certificates
  }

  private static func take(
    _ bytes: inout Slice<UnsafeRawBufferPointer>, length: Int
  ) -> Int? {
    guard bytes.count >= length else { return nil }
    defer { bytes = bytes.dropFirst(length) }
    return number(bytes.prefix(length))
  }

  private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
