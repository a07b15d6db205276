import ArgumentParser
import HTTPS
import Provisioning
import Words

/// How servers are trusted: shared by the commands that call some.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words(
        "A file of further root certificates (PEM) to trust in this run, as for a test server."),
      valueName: "file"))
  var ca: String?

  /// The way to SM-DP+ and SM-DS. Says so where roots beside the usual ones are trusted.
  func transport() throws(Problem) -> HTTPSTransport {
    var own: [UInt8]?
    if let ca {
      do { own = try InputFile.contents(of: ca, atMost: 1 << 20) } catch { throw error.problem }
      guard let own, String(decoding: own, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----")
      else {
        throw Problem(
          .noRoots, Words("\(ca) has no certificate"),
          nextStep: Words("a certificate in PEM has -----BEGIN CERTIFICATE----- before it"))
      }
      StandardError.warn(Words("the root certificates of \(ca) are trusted in this run"))
    }
    do throws(HTTPSError) {
      return HTTPSTransport(
        trusting: try Roots.provisioning(besides: own),
        isCancelled: { Interruption.isRequested })
    } catch {
      throw RSPError.call(error).problem
    }
  }
}

extension RSPError: Explained {
  var problem: Problem { Problem(code, message, nextStep: hint) }

  private var code: Problem.Code {
    switch self {
    case .refused: .serverRefused
    case .malformed: .serverAnswer
    case .call(let error): error.reason.code
    }
  }
}

extension HTTPSError.Reason {
  var code: Problem.Code {
    switch self {
    case .noLibrary: .noHTTPS
    case .noSystemRoots, .unusableRoots: .noRoots
    case .noNetwork, .unknownHost, .unreachable, .proxy, .timedOut, .brokenOff, .other:
      .serverUnreachable
    case .untrusted, .noTLS: .serverUntrusted
    case .redirected, .webPage, .status, .tooLarge: .serverAnswer
    case .interrupted: .interrupted
    }
  }
}
