public import Words

/// Where a line stands, in the field's words.
public enum LineState: String, Vocabulary {
  /// Bought or installed, not used yet.
  case pendingActivation
  /// In use.
  case active
  /// Past the end, still entitled.
  case grace
  /// Barred; a top-up brings it back.
  case suspended
  /// Only the carrier can bring it back.
  case quarantined
  /// Past a day from which the carrier may bar or end it, or a loss that something speaks against:
  /// what it may be by now is in the verdict.
  case overdue
  /// Gone.
  case terminated
  /// An anchor or a rule is missing.
  case unknown
}

extension LineState {
  /// The state in words.
  public var words: Words {
    switch self {
    case .pendingActivation: Words("not used yet")
    case .active: Words("active")
    case .grace: Words("in grace")
    case .suspended: Words("suspended")
    case .quarantined: Words("with the carrier only")
    case .overdue: Words("overdue")
    case .terminated: Words("gone")
    case .unknown: Words("unknown")
    }
  }

  /// How far from alive a state is. Time alone only ever raises it, but where two sources disagree:
  /// what may have been done by one is done for certain by both.
  var rank: Int {
    switch self {
    case .active: 0
    case .pendingActivation: 1
    case .unknown: 2
    case .grace: 3
    case .suspended: 4
    case .quarantined: 5
    case .overdue: 6
    case .terminated: 7
    }
  }
}

extension LineState {
  /// What other vocabularies call a state.
  public struct Correspondence: Codable, Hashable, Sendable {
    /// The state.
    public let state: LineState
    /// TM Forum TMF637, product status.
    public let tmForum: String?
    /// Apple StoreKit, renewal states. Some states are two there.
    public let storeKit: [String]
  }

  /// All states with their names elsewhere. No entry for a name means that there is none.
  public static let correspondences = [
    Correspondence(state: .pendingActivation, tmForum: "pendingActive", storeKit: []),
    Correspondence(state: .active, tmForum: "active", storeKit: ["subscribed"]),
    Correspondence(state: .grace, tmForum: "active", storeKit: ["inGracePeriod"]),
    Correspondence(state: .suspended, tmForum: "suspended", storeKit: ["inBillingRetryPeriod"]),
    Correspondence(state: .quarantined, tmForum: "pendingTerminate", storeKit: ["expired"]),
    Correspondence(state: .overdue, tmForum: nil, storeKit: []),
    Correspondence(state: .terminated, tmForum: "terminated", storeKit: ["expired", "revoked"]),
    Correspondence(state: .unknown, tmForum: nil, storeKit: []),
  ]
}

/// Where a pack stands.
public enum PackState: String, Vocabulary {
  /// Bought, not started.
  case pending
  /// Running.
  case active
  /// Used up before its end.
  case exhausted
  /// Past its end.
  case expired
}

extension PackState {
  /// The state in words.
  public var words: Words {
    switch self {
    case .pending: Words("not started")
    case .active: Words("running")
    case .exhausted: Words("used up")
    case .expired: Words("expired")
    }
  }
}

/// How sure a verdict is.
public enum Confidence: String, Vocabulary {
  /// The carrier said so, or the card bears it out.
  case confirmed
  /// It follows from recorded events and a published rule.
  case derived
  /// It follows, with an assumption or a weak source on the way.
  case estimated
  /// The card or the carrier says something else.
  case contradicted
  /// There is nothing to be sure of.
  case unknown
}

extension Confidence {
  /// How sure, in words.
  public var words: Words {
    switch self {
    case .confirmed: Words("confirmed")
    case .derived: Words("derived from its rule")
    case .estimated: Words("estimated")
    case .contradicted: Words("contradicted")
    case .unknown: Words("nothing to be sure of")
    }
  }
}
