public import Card
public import CardState
public import Words

/// How far a download has come. Each step is noted before what follows it is begun.
public enum DownloadStep: String, Codable, Sendable, CaseIterable {
  /// Nothing has been asked.
  case begun
  /// The server is about to be asked for the profile: the activation code goes out.
  case asking
  /// The server has said which profile it is.
  case offered
  /// The person wants it; the card has prepared itself, and the server is asked for the package.
  case fetching
  /// The package is there, and begins to go to the card.
  case loading
  /// The card has said how it ended.
  case finished
}

/// What became of a download: enough to say whether the profile is on the card, whether the code is used
/// up, and what to do now. None of these is guessed.
public struct DownloadOutcome: Sendable {
  /// How it ended.
  public let end: End
  /// How far it had come.
  public let step: DownloadStep
  /// The session that was open, if one was.
  public let session: OpenSession
  /// The profile's number, where the server has said it.
  public let iccid: String?
  /// Whether the card had the profile before; nil where that is not known.
  public private(set) var wasThere: Bool?
  /// Whether the profile is on the card. What the card lists afterwards decides.
  public private(set) var isOnCard: Certainty
  /// Whether the activation code is used up, or the server's order where there is no code.
  public private(set) var isCodeUsed: Certainty
  private let hasCode: Bool

  /// How a download ends.
  public enum End: Sendable {
    /// The card says, signed, that the profile is installed.
    case installed(ProfileInstallationResult)
    /// The card says, signed, that it is not.
    case notInstalled(ProfileInstallationResult)
    /// The person did not want it.
    case declined
    /// Something went wrong.
    case failed(DownloadFailure)
  }

  /// What became of the session between card and server.
  public enum OpenSession: Hashable, Sendable {
    /// There was none, or it ended by itself.
    case none
    /// It was cancelled, and the server knows.
    case cancelled
    /// The card has cancelled it, and the server says that it has no such session, or refuses.
    case refusedByServer
    /// The card has cancelled it, and the server could not be told: what the card signed, to be sent
    /// later, for the session that the server knows by `id`; and whether it then keeps the order.
    case serverNotTold([UInt8], id: String, keepsOrder: Bool)
    /// The card could not cancel it.
    case leftOpen
  }

  init(
    _ end: End, of code: ActivationCode, at step: DownloadStep, session: OpenSession,
    iccid: String?, reason: CancelSessionReason?, wasAsked: Bool
  ) {
    self.end = end
    hasCode = !code.matchingID.isEmpty
    self.step = step
    self.session = session
    self.iccid = iccid
    switch end {
    case .installed: isOnCard = .yes
    case .notInstalled: isOnCard = .no
    case .declined, .failed: isOnCard = step < .loading ? .no : .unknown
    }
    isCodeUsed = Self.isCodeUsed(end, session, reason, wasAsked: wasAsked)
  }

  private static func isCodeUsed(
    _ end: End, _ session: OpenSession, _ reason: CancelSessionReason?, wasAsked: Bool
  ) -> Certainty {
    // A server that has not heard of the code has not used it up.
    guard wasAsked else { return .no }
    if case .installed = end { return .yes }
    if case .failed(.server(.refused(let status))) = end { return status.meaning.isCodeUsed }
    return session == .cancelled && reason?.keepsOrder == true ? .no : .unknown
  }

  /// What is so where the eUICC could not be opened: no server was asked.
  public init(unopened error: ChannelError, for code: ActivationCode) {
    self.init(
      .failed(.opening(error)), of: code, at: .begun, session: .none, iccid: nil, reason: nil,
      wasAsked: false)
  }

  /// Takes what the card listed before the download.
  public mutating func judge(from euicc: EUICC) {
    wasThere = euicc.hasProfile(iccid)
    if wasThere == true { isOnCard = .yes }
  }

  /// Takes what the card lists after the download.
  public mutating func judge(by euicc: EUICC) {
    switch euicc.hasProfile(iccid) {
    case true?:
      isOnCard = .yes
      // One that was there, or may have been, shows nothing of this download.
      if wasThere == false { isCodeUsed = .yes }
    case false?: isOnCard = .no
    case nil: break
    }
  }

  /// Whether the profile is on the card and the card says that it was installed.
  public var isInstalled: Bool {
    if case .installed = end { isOnCard == .yes } else { false }
  }
}

extension EUICC {
  /// Whether a profile is on it; nil where that was not read, or it is not known which one.
  fileprivate func hasProfile(_ iccid: String?) -> Bool? {
    guard let iccid else { return nil }
    if profiles?.contains(where: { $0.iccid == iccid }) == true { return true }
    return listsAllProfiles ? false : nil
  }
}

extension DownloadStep: Comparable {
  /// Whether a step comes before another.
  public static func < (first: DownloadStep, second: DownloadStep) -> Bool {
    first.number < second.number
  }

  private var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

// The three sentences.
extension DownloadOutcome {
  /// Whether the profile is on the card.
  public var profileWords: Words {
    switch (isOnCard, end) {
    case (.yes, _) where wasThere == true: Words("The profile was on the card before.")
    case (.yes, _): Words("The profile is on the card.")
    case (.no, .installed):
      Words("The card said that the profile is installed, but does not list it.")
    case (.no, _) where wasThere == false: Words("The profile is not on the card.")
    case (.no, _): .noneWasLoaded
    case (.unknown, _): Words("Whether the profile is on the card is not known.")
    }
  }

  /// Whether the activation code is used up.
  public var codeWords: Words { isCodeUsed.words(hasCode: hasCode) }

  /// What to do now.
  ///
  /// - Parameter reference: What `cardinfo profiles enable` knows the profile by.
  public func nextWords(enabling reference: String?) -> Words {
    switch (isOnCard, end) {
    case (.unknown, _):
      Words(
        "Insert the card and run cardinfo profiles download --resume: it shows what became of it.")
    case (.yes, .installed):
      Words("Enable it when you want to use it: cardinfo profiles enable \(reference ?? "PROFILE")")
    case (.yes, _):
      Words(
        "Tell the server if it does not know yet: cardinfo notifications send. Then enable the profile."
      )
    case (.no, _): nextWordsWithoutProfile
    }
  }

  private var nextWordsWithoutProfile: Words {
    if case .serverNotTold = session {
      return Words(
        """
        Run cardinfo profiles download --resume when the network is back: it tells the server that \
        the download was stopped.
        """)
    }
    switch end {
    case .installed: return Words("Insert the card again and run cardinfo profiles.")
    case .declined:
      return isCodeUsed == .no
        ? Words("Run the command again when you want the profile.")
        : Words("Ask the carrier whether the profile can still be downloaded.")
    case .notInstalled(let result):
      return result.nextWords
    case .failed(let failure):
      let isGood = isCodeUsed == .no
      guard let hint = failure.hint, !failure.isInterruption else {
        return isGood
          ? Words("Run the command again when you want the profile.")
          : Words("Run the command again; if the server refuses, ask for a new activation code.")
      }
      return isGood || !failure.isPassing
        ? Words("Next: \(hint).")
        : Words(
          "Next: \(hint). If the server then refuses, ask for a new activation code.")
    }
  }
}

extension Words {
  /// Nothing came to the card, which may have the profile from before.
  public static var noneWasLoaded: Words { Words("No profile was put on the card.") }
}

extension Certainty {
  /// Whether the activation code is used up; where none was given, the order that the server has for the
  /// card's EID.
  public func words(hasCode: Bool) -> Words {
    switch self {
    case .yes:
      hasCode
        ? Words("The activation code is used up.")
        : Words("The server gives the profile out no more.")
    case .no:
      hasCode
        ? Words("The activation code is not used up.")
        : Words("Nothing that the server has for this card is used up.")
    case .unknown:
      hasCode
        ? Words("Whether the activation code is used up is not known: the server alone can tell.")
        : Words("Whether the server has a profile for this card is not known: it alone can tell.")
    }
  }
}

extension ProfileInstallationResult {
  /// What to do where the card says that it did not install the profile.
  public var nextWords: Words {
    let interrupted = 11
    guard case .failed(_, let code) = outcome, code.code != interrupted,
      let hint = code.meaning.hint
    else {
      return Words(
        "Run the command again; if the server refuses, ask for a new activation code.")
    }
    return Words("Next: \(hint).")
  }
}
