public import Words

/// What a clock counts down for.
public enum Subject: String, Vocabulary {
  /// The phone number: when its clock ends, the number is lost.
  case number
  /// The service of a line or card as a whole.
  case service
  /// Money on the line.
  case balance
  /// A bundle of minutes, messages or data.
  case pack
  /// The time in which a line has to be used first.
  case activationWindow
  /// The time in which an eSIM profile has to be downloaded.
  case profileDownload

  /// Whether the line lives and dies with such a clock, unless the clock says otherwise. Losing a
  /// balance or a pack leaves the line as it is.
  public var governsLine: Bool {
    switch self {
    case .number, .service, .activationWindow, .profileDownload: true
    case .balance, .pack: false
    }
  }

  /// Whether such a clock waits for something that happens once.
  var isWindow: Bool { self == .activationWindow || self == .profileDownload }
}

extension Subject {
  /// What it counts down for, in words.
  public var words: Words {
    switch self {
    case .number: Words("the number")
    case .service: Words("the service")
    case .balance: Words("the balance")
    case .pack: Words("the pack")
    case .activationWindow: Words("the time to activate")
    case .profileDownload: Words("the time to download")
    }
  }
}
