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
      euicc.verdict(on: profile) { $0.state == .enabled }
    case .disabled(let profile):
      euicc.verdict(on: profile) { $0.state == .disabled }
    case .deleted(let profile):
      euicc.isThere(profile).map { !$0 }
    case .nickname(let profile, let name):
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
    if parts.contains(.operationalProfiles), profiles.contains(where: { $0.class == .operational })
    {
      return false
    }
    guard euicc.listsAllProfiles else { return nil }
    guard parts.contains(.defaultAddress) else { return true }
    return euicc.addresses.map { ($0.defaultSMDP ?? "").isEmpty }
  }
}

extension EUICC {
  /// Whether a profile is there. Nil where the list was not read, or it may be one that could not be
  /// made out.
  fileprivate func isThere(_ profile: ProfileReference) -> Bool? {
    guard let profiles else { return nil }
    if profile.find(in: profiles) != nil { return true }
    return listsAllProfiles ? false : nil
  }

  /// What holds of a profile; false where it is not there, nil where that is not known.
  fileprivate func verdict(
    on profile: ProfileReference, _ holds: (Profile) -> Bool
  ) -> Bool? {
    profile.find(in: profiles ?? []).map(holds) ?? isThere(profile)
  }
}
