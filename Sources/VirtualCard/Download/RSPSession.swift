import Card

/// What an eUICC remembers of the download that goes on (SGP.22 §3.1): one at a time, on the logical
/// channel it was begun on, gone with that channel and with a reset.
enum RSPSession: Sendable {
  /// GetEUICCChallenge gave these bytes.
  case challenged([UInt8])
  /// AuthenticateServer knows the server.
  case authenticated(Server)
  /// PrepareDownload made keys for a package.
  case prepared(Server, Binding)
  /// Parts of the package have come.
  case loading(ProfileLoader)

  /// The server, once it is known.
  var server: Server? {
    switch self {
    case .challenged: nil
    case .authenticated(let server), .prepared(let server, _): server
    case .loading(let loader): loader.server
    }
  }

  /// A server that proved who it is.
  struct Server: Sendable {
    var transaction: [UInt8]
    /// Where it says it is.
    var address: String
    /// Its OID.
    var holder: ObjectIdentifier
    /// Whether it may give profiles: an SM-DP+, not an SM-DS.
    var givesProfiles: Bool
    /// What the eUICC signed for it: data object 5F37.
    var signature: [UInt8]
  }

  /// What ties a package to this eUICC and this download.
  struct Binding: Sendable {
    var keys: OneTimeKeyPair
    /// PK.DPpb.ECDSA.
    var signer: PublicKey
  }
}
