public import CardState

/// The state of an eUICC that shows that a change was made.
public enum EUICCGoal: Hashable, Sendable {
  /// The profile is enabled.
  case enabled(ProfileReference)
  /// The profile is there and disabled.
  case disabled(ProfileReference)
  /// The profile is not there.
  case deleted(ProfileReference)
  /// The profile has this nickname; none when it is empty.
  case nickname(ProfileReference, String)
  /// No profile of these classes is there, and no address if that was to go.
  case reset(MemoryResetParts)
  /// This is the default SM-DP+; none when it is empty.
  case defaultAddress(String)
  /// No notification has this number.
  case notificationRemoved(Int)

  /// Whether `euicc` shows it. Nil when what would show it was not read.
  public func isMet(by euicc: EUICC) -> Bool? {
    switch self {
    case .enabled(let profile):
      euicc.verdict(on: profile, \.isEnabled)
    case .disabled(let profile):
      euicc.verdict(on: profile) { $0.isEnabled.map { !$0 } }
    case .deleted(let profile):
      euicc.isThere(profile).map { !$0 }
    case .nickname(let profile, let name):
      // A profile that was never given one has none (SGP.22 §5.7.15).
      euicc.verdict(on: profile) { ($0.nickname ?? "") == name }
    case .reset(let parts): isMet(parts, by: euicc)
    case .defaultAddress(let address):
      euicc.addresses.map { ($0.defaultSMDP ?? "") == address }
    case .notificationRemoved(let number):
      euicc.notifications.flatMap { notifications in
        if notifications.contains(where: { $0.sequenceNumber == number }) { return false }
        return euicc.isUnread(.notifications) ? nil : true
      }
    }
  }

  private func isMet(_ parts: MemoryResetParts, by euicc: EUICC) -> Bool? {
    guard let profiles = euicc.profiles else { return nil }
    if parts.contains(.operationalProfiles) {
      let operational = profiles.map(\.isOperational)
      if operational.contains(true) { return false }
      if operational.contains(nil) { return nil }
    }
    guard euicc.listsAllProfiles else { return nil }
    guard parts.contains(.defaultAddress) else { return true }
    return euicc.addresses.map { ($0.defaultSMDP ?? "").isEmpty }
  }
}

extension EUICCGoal {
  /// What shows whether it is met.
  public var questions: Set<EUICCQuestion> {
    switch self {
    case .enabled, .disabled, .deleted, .nickname: [.profiles]
    case .reset(let parts): parts.contains(.defaultAddress) ? [.profiles, .addresses] : [.profiles]
    case .defaultAddress: [.addresses]
    case .notificationRemoved: [.notifications]
    }
  }

  /// What is read once the change is made: whether it was, and what waits to be told of it.
  public var questionsAfterwards: Set<EUICCQuestion> {
    isTold ? questions.union([.notifications]) : questions
  }

  /// Whether servers are told of such a change (SGP.22 §3.5).
  public var isTold: Bool {
    switch self {
    case .enabled, .disabled, .deleted, .reset: true
    case .nickname, .defaultAddress, .notificationRemoved: false
    }
  }
}

extension EUICC {
  /// Whether a profile is there, and if so, the profile.
  private enum Presence {
    case there(Profile)
    case gone
    /// The list was not read, or the profile may be one that could not be made out.
    case unknown

    var isThere: Bool? {
      switch self {
      case .there: true
      case .gone: false
      case .unknown: nil
      }
    }
  }

  private func find(_ profile: ProfileReference) -> Presence {
    guard let profiles else { return .unknown }
    if let found = profile.find(in: profiles) { return .there(found) }
    return listsAllProfiles ? .gone : .unknown
  }

  /// Whether a profile is there. Nil where that is not known.
  fileprivate func isThere(_ profile: ProfileReference) -> Bool? { find(profile).isThere }

  /// What holds of a profile; false where it is not there, nil where that is not known.
  fileprivate func verdict(
    on profile: ProfileReference, _ holds: (Profile) -> Bool?
  ) -> Bool? {
    switch find(profile) {
    case .there(let profile): holds(profile)
    case .gone: false
    case .unknown: nil
    }
  }
}

extension Profile {
  /// Nil where the state was not given, or is none of the specification's.
  fileprivate var isEnabled: Bool? {
    switch state {
    case .enabled: true
    case .disabled: false
    default: nil
    }
  }

  /// Nil where the class was given in a form that could not be understood, or nothing was.
  fileprivate var isOperational: Bool? {
    guard iccid != nil, !ProfileInfo.misunderstood(self).contains(0x95) else { return nil }
    return self.class == .operational
  }
}
