import Card
import HTTPS

extension RSPServer.Session {
  /// What an eUICC can't know: which server was meant, and by whom. It judges the signatures.
  ///
  /// - Parameter identifier: What the server's certificate has to name, where that is known.
  func check(
    _ address: ServerAddress, challenge: [UInt8], identifier: ObjectIdentifier? = nil
  ) throws(DownloadFailure) {
    guard authentication.challenge == challenge else { throw .otherChallenge }
    guard ServerAddress(authentication.address)?.host == address.host else { throw .otherServer }
    if let identifier, !identifier.isNamed(in: certificate) { throw .otherIdentifier }
  }
}
