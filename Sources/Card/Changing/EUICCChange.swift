public import Words

/// One change of an eUICC that somebody asked for by name: the requests that may be sent for it, in
/// the order in which they are tried, and the state that shows that it was made.
public struct EUICCChange: Hashable, Sendable {
  /// The function, by its name in the specification.
  public var function: String
  /// The requests, each a way to ask for the same.
  public var attempts: [Attempt]
  /// What the card has to show afterwards.
  public var goal: EUICCGoal

  /// One way to ask.
  public struct Attempt: Hashable, Sendable {
    /// How it differs from the others, such as `by ICCID, with refresh`. Nil when there is
    /// no other.
    public var label: Words?
    /// The request.
    public var request: [UInt8]
  }

  var tag: BERTLV.Tag? {
    var reader = ByteReader(attempts.first?.request ?? [])
    return (try? BERTLV(parsing: &reader))?.tag
  }

  /// Enables a profile; the one that is enabled is disabled with it.
  ///
  /// - Parameter refresh: Whether the device is asked to read the card anew; nil where it does not matter:
  ///   first so, then without.
  public static func enable(
    _ profile: ProfileReference, refresh: Bool? = nil
  ) -> EUICCChange {
    EUICCChange(
      function: "ES10c.EnableProfile", attempts: states(ES10.enableProfile, profile, refresh),
      goal: .enabled(profile))
  }

  /// Disables a profile. No line is in use afterwards.
  ///
  /// - Parameter refresh: As for ``enable(_:refresh:)``.
  public static func disable(
    _ profile: ProfileReference, refresh: Bool? = nil
  ) -> EUICCChange {
    EUICCChange(
      function: "ES10c.DisableProfile", attempts: states(ES10.disableProfile, profile, refresh),
      goal: .disabled(profile))
  }

  /// Deletes a profile for good.
  public static func delete(_ profile: ProfileReference) -> EUICCChange {
    EUICCChange(
      function: "ES10c.DeleteProfile",
      attempts: profile.names.map { Attempt(label: $0.kind, request: ES10Request.delete($0)) },
      goal: .deleted(profile))
  }

  /// Bytes of UTF-8 that a nickname has at most (GSMA SGP.22 §5.7.21).
  public static let longestNickname = 64

  /// Gives a profile a nickname; an empty one takes it away.
  public static func rename(_ profile: ProfileReference, to name: String) -> EUICCChange {
    EUICCChange(
      function: "ES10c.SetNickname",
      attempts: profile.names.prefix(1).filter { $0.kind == ProfileReference.Name.byICCID }.map {
        Attempt(label: $0.kind, request: ES10Request.nickname(name, of: $0))
      },
      goal: .nickname(profile, name))
  }

  /// Deletes all that `parts` names.
  public static func reset(_ parts: MemoryResetParts) -> EUICCChange {
    EUICCChange(
      function: "ES10c.eUICCMemoryReset",
      attempts: [Attempt(request: ES10Request.memoryReset(parts))],
      goal: .reset(parts))
  }

  /// Whether a text can be the name of a default SM-DP+; an empty one stands for none.
  public static func isDefaultAddress(_ address: String) -> Bool {
    address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && address.utf8.count <= 255
  }

  /// Sets the default SM-DP+; an empty one takes it away.
  public static func setDefaultAddress(_ address: String) -> EUICCChange {
    EUICCChange(
      function: "ES10a.SetDefaultDpAddress",
      attempts: [Attempt(request: ES10Request.defaultAddress(address))],
      goal: .defaultAddress(address))
  }

  /// Removes a notification from the list. Nobody is told what it says.
  public static func removeNotification(_ number: Int) -> EUICCChange {
    EUICCChange(
      function: "ES10b.RemoveNotificationFromList",
      attempts: [Attempt(request: ES10Request.removeNotification(number))],
      goal: .notificationRemoved(number))
  }

  /// Some eUICCs end a switch with an undefined error when it is asked for with a refresh, others
  /// when the profile is named by its ICCID.
  private static func states(
    _ function: BERTLV.Tag, _ profile: ProfileReference, _ refresh: Bool?
  ) -> [Attempt] {
    profile.names.flatMap { name in
      (refresh.map { [$0] } ?? [true, false]).map { refresh in
        Attempt(
          label: refresh
            ? Words("\(name.kind), with refresh") : Words("\(name.kind), without refresh"),
          request: ES10Request.setState(function, name, refresh: refresh))
      }
    }
  }
}
