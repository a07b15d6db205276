public import HTTPS

extension Roots {
  /// The roots that vouch for SM-DP+ and SM-DS: this machine's and GSMA's, and those given besides, such
  /// as a test's. GSMA's are in no system's store, and are for these servers alone.
  public static func provisioning(besides pem: [UInt8]? = nil) throws(HTTPSError) -> Roots {
    let roots = try Roots.system().adding(PackageResources.gsma_roots_pem)
    return if let pem { try roots.adding(pem) } else { roots }
  }
}
