public import Card
public import HTTPS

/// What waits for an eUICC at an SM-DS (GSMA SGP.22 §3.6): asked with the eUICC's signature, so that
/// nobody else can.
public enum Discovery {
  /// The profiles that a server knows of.
  ///
  /// - Parameters:
  ///   - euicc: The eUICC, open.
  ///   - address: The SM-DS.
  ///   - report: Told of each function before it is called.
  public static func events(
    for euicc: ES10b, at address: ServerAddress, device: DeviceInformation,
    through transport: any RSPTransport, report: (DownloadCall) -> Void = { _ in }
  ) throws(DownloadFailure) -> [RSPServer.Event] {
    let server = RSPServer(address, through: transport)
    let challenge: [UInt8]
    report(.card(.challenge))
    do { challenge = try euicc.challenge() } catch { throw .card(.challenge, error) }
    let information: [UInt8]
    report(.card(.information))
    do { information = try euicc.information1() } catch { throw .card(.information, error) }
    let session: RSPServer.Session
    report(.server(.initiateAuthentication))
    do {
      session = try server.initiateAuthentication(
        as: .smds, challenge: challenge, information1: information)
    } catch {
      throw .server(error)
    }
    try session.check(address, challenge: challenge)
    let answer: [UInt8]
    report(.card(.authenticateServer))
    do {
      answer = try euicc.authenticateServer(
        session.authentication, matchingID: "", device: device)
    } catch {
      throw .card(.authenticateServer, error)
    }
    report(.server(.authenticateClient))
    do { return try server.events(session, answer: answer) } catch { throw .server(error) }
  }
}
