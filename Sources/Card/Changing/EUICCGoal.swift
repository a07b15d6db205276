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
      euicc.profiles.map { profile.find(in: $0)?.state == .enabled }
    case .disabled(let profile):
      euicc.profiles.map { profile.find(in: $0)?.state == .disabled }
    case .deleted(let profile):
      euicc.profiles.map { profile.find(in: $0) == nil && !$0.contains(where: \.isUnnamed) }
    case .nickname(let profile, let name):
      euicc.profiles.map {
        profile.find(in: $0).map { ($0.nickname ?? "") == name } ?? false
      }
    case .reset(let parts): isMet(parts, by: euicc)
    case .defaultAddress(let address):
      euicc.addresses.map { ($0.defaultSMDP ?? "") == address }
    case .notificationRemoved(let number):
      euicc.notifications.map { !$0.contains { $0.sequenceNumber == number } }
    }
  }

  private func isMet(_ parts: MemoryResetParts, by euicc: EUICC) -> Bool? {
    guard let profiles = euicc.profiles else { return nil }
    if parts.contains(.operationalProfiles), profiles.contains(where: { $0.class == .operational })
    {
      return false
    }
    guard parts.contains(.defaultAddress) else { return true }
    return euicc.addresses.map { ($0.defaultSMDP ?? "").isEmpty }
  }
}

extension Profile {
  /// Whether it could be any: what names it was not understood.
  fileprivate var isUnnamed: Bool { iccid == nil && aid == nil }
}
