import HTTPS
public import Card
public import Words

/// A function that a download calls.
public enum DownloadCall: Hashable, Sendable {
  /// Of the card.
  case card(DownloadFailure.Function)
  /// Of the server.
  case server(RSPServer.Function)
}

/// Why a download did not come to its end.
public enum DownloadFailure: Error {
  /// The eUICC could not be opened.
  case opening(ChannelError)
  /// The card: the function, and what came in place of its answer.
  case card(Function, ISDRError)
  /// The server.
  case server(RSPError)
  /// No activation code was given, and the server has nothing for the card's EID.
  case nothingWaits
  /// The server signed another address than the one asked.
  case otherServer
  /// The server answered another challenge than the card's.
  case otherChallenge
  /// The server's certificate has another object identifier than the activation code names.
  case otherIdentifier
  /// The description of the profile can't be understood.
  case malformedMetadata(ParseError)
  /// The package is not built as it should be; nothing of it went to the card.
  case malformedPackage(ParseError)
  /// The package is for another transaction; nothing of it went to the card.
  case otherPackage
  /// The package has another profile than was shown to the person; nothing of it went to the card.
  case otherProfile
  /// The card did not install the profile.
  case installation(ProfileInstallationResult.Command, ES10Result)

  /// A function of the card, by its name in the specification.
  public enum Function: String, Sendable {
    /// ES10b.GetEUICCChallenge.
    case challenge = "ES10b.GetEUICCChallenge"
    /// ES10b.GetEUICCInfo.
    case information = "ES10b.GetEUICCInfo"
    /// ES10b.AuthenticateServer.
    case authenticateServer = "ES10b.AuthenticateServer"
    /// ES10b.PrepareDownload.
    case prepareDownload = "ES10b.PrepareDownload"
    /// ES10b.LoadBoundProfilePackage.
    case load = "ES10b.LoadBoundProfilePackage"
    /// ES10b.CancelSession.
    case cancelSession = "ES10b.CancelSession"
  }

  /// Whether the person stopped it.
  public var isInterruption: Bool {
    switch self {
    case .opening(let error), .card(_, .channel(let error)): error.code == .interrupted
    case .server(.call(let error)): error.reason == .interrupted
    default: false
    }
  }

  /// What happened: one sentence, lower case, without a full stop and without identifiers.
  public var message: Words {
    switch self {
    case .card(let function, .refused(let status)):
      Words("the card refuses \(function.rawValue): \(status.storeDataRefusal.words)")
    case .card(let function, .failed(let result)):
      Words("\(function.rawValue): \(result.meaning.words)")
    case .card(let function, .malformed(let error, _)):
      Words("the card's answer to \(function.rawValue) can't be understood: \(error.message)")
    case .opening(let error), .card(_, .channel(let error)): error.message
    case .server(let error): error.message
    case .nothingWaits: Words("the server has no profile that waits for this card")
    case .otherServer: Words("the server signs with another address than the one that was asked")
    case .otherChallenge: Words("the server's signature is for another card or session")
    case .otherIdentifier:
      Words("the server's certificate is not the one that the activation code names")
    case .malformedMetadata(let error):
      Words("the server describes the profile in a form that can't be understood: \(error.message)")
    case .malformedPackage(let error):
      Words("the server's package is not built as it should be: \(error.message)")
    case .otherPackage: Words("the server's package is for another session")
    case .otherProfile: Words("the server's package has another profile than it described")
    case .installation(let command, let result):
      Words("the card did not install the profile while \(command.words): \(result.meaning.words)")
    }
  }

  /// Whether the same again may do, with a code that is still good.
  var isPassing: Bool {
    switch self {
    case .opening, .card(_, .channel), .card(_, .refused), .card(_, .malformed), .server(.call):
      true
    case .card(_, .failed), .server(.refused), .server(.malformed), .nothingWaits, .otherServer,
      .otherChallenge,
      .otherIdentifier, .malformedMetadata, .malformedPackage, .otherPackage, .otherProfile,
      .installation:
      false
    }
  }

  /// What to do next.
  var hint: Words? {
    switch self {
    case .card(_, .refused(let status)):
      status.isOfNoFunction
        ? Words("ask who sold the card whether profiles can be downloaded to it")
        : status.storeDataRefusal.hint
    case .card(_, .failed(let result)): result.meaning.hint
    case .card(_, .malformed): Words("run the command again; if that does not help, report it")
    case .opening(let error), .card(_, .channel(let error)): error.hint
    case .server(let error): error.hint
    case .nothingWaits:
      Words(
        "ask the carrier for an activation code, or to have the profile ready for this card's EID")
    case .otherServer, .otherChallenge, .otherIdentifier:
      Words("don't go on: ask the carrier whether the server is right")
    case .malformedMetadata, .malformedPackage, .otherPackage, .otherProfile:
      Words("tell the carrier that the server's answer is faulty")
    case .installation(_, let result): result.meaning.hint
    }
  }
}

extension StatusWord {
  /// Whether the eUICC has no such function (ISO/IEC 7816-4 §5.6): trying again does not help.
  fileprivate var isOfNoFunction: Bool { [0x6A88, 0x6D00, 0x6E00].contains(rawValue) }
}

extension RSPError {
  /// What happened: one sentence, lower case, without a full stop.
  public var message: Words {
    switch self {
    case .call(let error):
      if case .untrusted(.unknownRoot(let chain)) = error.reason,
        let root = chain.last.flatMap(CertificateIssuerName.of)
      {
        Words("\(error.message): \(root)")
      } else {
        error.message
      }
    case .refused(let status): status.meaning.words
    case .malformed(let member):
      Words("the server's answer is not as it should be, at \(member)")
    }
  }

  /// What to do next.
  public var hint: Words? {
    switch self {
    case .call(let error): error.hint
    case .refused(let status): status.nextStep
    case .malformed: Words("check the server's address; if it is right, tell who runs the server")
    }
  }
}
