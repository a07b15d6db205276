public import CardState
import FoundationEssentials

extension Evidence {
  /// What reads of a card say about a line, strongest first.
  ///
  /// - Parameters:
  ///   - iccid: the ICCID of the line.
  ///   - newer: the last read.
  ///   - older: an earlier read of the same card, if there is one.
  ///   - knownHosts: networks that host the line although they are not its home, as MCC and MNC.
  public static func about(
    _ iccid: String, newer: CardReading, older: CardReading? = nil, knownHosts: Set<String> = []
  ) -> [Evidence] {
    let older = older.flatMap { $0.readAt < newer.readAt ? $0 : nil }
    let profile = newer.profile(iccid)
    if let profile, profile.class == .test || profile.class == .provisioning {
      return [
        Evidence(.notALine, .nothingToKeep, .none, sources: ["ProfileInfo"], readAt: newer.readAt)
      ]
    }
    var found = profileEvidence(iccid, newer: newer, older: older)
    if newer.iccid == iccid {
      // An older read counts only if it is of this subscription: an eUICC shows the enabled one's.
      let before = older.flatMap { $0.iccid == iccid ? $0 : nil }
      found += ofRegistration(in: newer, after: before, knownHosts: knownHosts)
      found += textEvidence(newer)
    }
    return found.sorted { $0.strength.weight > $1.strength.weight }
  }

  private static func profileEvidence(
    _ iccid: String, newer: CardReading, older: CardReading?
  ) -> [Evidence] {
    var found: [Evidence] = []
    func add(_ rule: Rule, _ says: Statement, _ source: String) {
      found.append(Evidence(rule, says, .none, sources: [source], readAt: newer.readAt))
    }
    if newer.profile(iccid)?.state == .disabled {
      add(.profileDisabled, .cannotBeUsed, "ProfileInfo")
    }
    let waiting = newer.pendingNotifications ?? []
    if waiting.contains(where: {
      $0.iccid == iccid && ["install", "enable"].contains($0.operation)
    }) {
      add(.notificationPending, .carrierMayNotKnow, "ListNotification")
    }
    if let home = older?.euiccs.first(where: { euicc in
      euicc.profiles?.contains { $0.iccid == iccid } == true
    }), newer.profile(iccid) == nil,
      newer.euiccs.contains(where: { $0.eid == home.eid && $0.listsAllProfiles })
    {
      add(.profileGone, .missing, "ProfileInfo")
    }
    return found
  }

  private static func textEvidence(_ reading: CardReading) -> [Evidence] {
    reading.carrierTexts.compactMap { message in
      guard let day = message.reading.endOfNumber else { return nil }
      var evidence = Evidence(
        .carrierText, .validUntil, .strong, sources: ["EF.SMS"], readAt: message.sentAt)
      evidence.day = day.description
      return evidence
    }
  }
}

extension Evidence.Strength {
  /// A word that is not known weighs nothing.
  var weight: Int {
    switch self {
    case .weak: 1
    case .medium: 2
    case .strong: 3
    case .strongest: 4
    default: 0
    }
  }
}
