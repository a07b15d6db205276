public import Words

// What a call that failed says to people.
extension HTTPSError {
  /// What happened: one sentence, lower case, without a full stop.
  public var message: Words { reason.message }

  /// What to do next.
  public var hint: Words? { reason.hint }
}

extension HTTPSError.Reason {
  fileprivate var message: Words {
    switch self {
    case .noLibrary: Words("there is no libcurl 7.77 or later here")
    case .noSystemRoots: Words("this machine has no root certificates to know servers by")
    case .unusableRoots: Words("the root certificates given can't be used")
    case .noNetwork: Words("this machine has no network")
    case .unknownHost: Words("no server has this name")
    case .unreachable: Words("nothing answers at the server's address")
    case .proxy(let status?): Words("the proxy refuses with HTTP \(status)")
    case .proxy(nil): Words("the proxy can't be reached")
    case .timedOut: Words("the server took too long to answer")
    case .untrusted(let why): why.message
    case .noTLS: Words("no secure connection (TLS 1.2 or later) could be agreed on")
    case .redirected(let host?):
      Words("the answer sends to another place, \(host), and was not followed")
    case .redirected(nil): Words("the answer sends to another place, and was not followed")
    case .webPage: Words("the answer is a web page: something between here and the server answered")
    case .status(let status): Words("the server answers with HTTP \(status)")
    case .tooLarge(let limit):
      Words("the server's answer is longer than the \(limit / 1024) KB that it may be")
    case .brokenOff: Words("the connection broke off")
    case .interrupted: Words("interrupted")
    case .other(let code): Words("the call failed (libcurl says \(code))")
    }
  }

  fileprivate var hint: Words? {
    switch self {
    case .noLibrary: Words("install it: apt install libcurl4")
    case .noSystemRoots: Words("install them: apt install ca-certificates")
    case .unusableRoots: Words("--ca takes certificates in PEM, as openssl writes them")
    case .noNetwork, .unreachable, .timedOut, .brokenOff:
      Words("check the network, then run the command again")
    case .unknownHost: Words("check the server's name, and that the network can look up names")
    case .proxy: Words("check https_proxy in the environment")
    case .untrusted(let why): why.hint
    case .noTLS: Words("the server, or something in between, is too old to be trusted")
    case .redirected, .webPage:
      Words("open a web page: the network may want you to log in first")
    case .status: Words("try again later; if that does not help, tell who runs the server")
    case .tooLarge: Words("tell who runs the server")
    case .interrupted: nil
    case .other: Words("please report it")
    }
  }
}

extension HTTPSError.Untrusted {
  fileprivate var message: Words {
    switch self {
    case .unknownRoot: Words("the server's certificate comes from a root that is not known here")
    case .selfSigned: Words("the server's certificate vouches for itself")
    case .expired: Words("the server's certificate has expired")
    case .notYetValid: Words("the server's certificate is not valid yet")
    case .wrongHost: Words("the server's certificate is for another host")
    case .otherwise(let code):
      Words("the server's certificate is not to be trusted (OpenSSL \(code))")
    }
  }

  fileprivate var hint: Words {
    switch self {
    case .unknownRoot:
      Words("if you know the server and have its root, give it with --ca; else don't go on")
    case .selfSigned, .wrongHost, .otherwise:
      Words("somebody else may be answering: try another network, or ask who runs the server")
    case .expired: Words("check this machine's date; if it is right, tell who runs the server")
    case .notYetValid: Words("check this machine's date: date")
    }
  }
}
