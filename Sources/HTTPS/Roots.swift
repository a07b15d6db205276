import Glibc

/// The certificates that a server's chain may end in, as PEM.
public struct Roots: Sendable {
  /// One file after the other: libcurl takes one blob, in place of all others.
  let pem: [UInt8]

  init(pem: [UInt8]) { self.pem = pem }

  /// Those of this machine, as its distribution or its owner keeps them.
  ///
  /// - Throws: ``HTTPSError/Reason/noSystemRoots``.
  public static func system() throws(HTTPSError) -> Roots {
    for path in places {
      if let bytes = contents(of: path), isPEM(bytes) { return Roots(pem: bytes) }
    }
    throw HTTPSError(.noSystemRoots)
  }

  /// None: for a client that calls without TLS, and verifies nobody.
  public static let none = Roots(pem: [])

  /// These and others.
  ///
  /// - Throws: ``HTTPSError/Reason/unusableRoots`` when there is no certificate among `pem`.
  public func adding(_ pem: [UInt8]) throws(HTTPSError) -> Roots {
    guard Self.isPEM(pem) else { throw HTTPSError(.unusableRoots) }
    return Roots(pem: self.pem + [0x0A] + pem)
  }

  private static func isPEM(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----")
  }

  /// What OpenSSL's own variable names, then Debian's place, Fedora's, openSUSE's, Alpine's.
  private static var places: [String] {
    (getenv("SSL_CERT_FILE").map { [String(cString: $0)] } ?? []) + [
      "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
      "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
    ]
  }

  /// A file of at most 8 MB; those of today have a quarter.
  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 0x1_0000)
    while bytes.count <= 8 << 20 {
      let count = read(descriptor, &block, block.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += block.prefix(count)
    }
    return nil
  }
}
