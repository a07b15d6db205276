/// The rules R1 to R8 over the registration files of one read, or of two of the same line.
struct RegistrationEvidence {
  let newer: CardReading
  let older: CardReading?
  /// Networks that host the line although they are not its home, as travel eSIMs have them.
  let knownHosts: Set<String>

  /// What the files say: one piece at most, of the newest domain that says anything.
  var evidence: Evidence? {
    guard let facts = newer.registration, !facts.domains.isEmpty else { return nil }
    if facts.cs?.isAllFF == true, facts.domains.allSatisfy({ !$0.domain.isInformative }) {
      return piece(.wiped, .emptied, .none, ["EF.LOCI"])
    }
    if isFactoryShaped(facts) { return neverActivated(facts) }
    let decisive = facts.domains.first { $0.domain.isAccepted || $0.domain.status.isRefusal }
    if let (file, domain) = decisive {
      return domain.isAccepted ? accepted(domain, file, facts) : refused(facts)
    }
    guard let idle = facts.domains.first(where: { $0.domain.isIdleAfterUse }) else { return nil }
    return piece(.deregistered, .notRegistered, .none, [idle.file])
  }

  // R1, R2. Barring after the registration leaves the status as it was, so this is about the past.
  private func accepted(
    _ domain: RegistrationFacts.Domain, _ file: String, _ facts: RegistrationFacts
  ) -> Evidence? {
    guard let plmn = domain.plmn, ours(facts).contains(plmn) else { return nil }
    if let older, let before = older.registration, differ(before, facts) {
      var evidence = piece(.acceptedBetweenReads, .aliveBetweenReads, .strongest, [file])
      evidence.since = older.readAt
      return evidence
    }
    return piece(.acceptedAtLastUse, .wasAlive, .strong, [file])
  }

  // R4 to R6, over all domains together: a refused card spreads the signs over its files.
  private func refused(_ facts: RegistrationFacts) -> Evidence? {
    let refusing = facts.domains.filter { $0.domain.status.isRefusal }
    let files = refusing.map(\.file)
    let forbidden = facts.forbiddenPLMNs ?? []
    let last = facts.domains.compactMap(\.domain.plmn)
    let isErased = refusing.allSatisfy { !$0.domain.hasIdentity && $0.domain.hasNoKey != false }
    if forbidden.contains(where: ours(facts).contains) {
      guard isErased else { return nil }
      return piece(.refusedByHome, .refused, .strong, files + ["EF.FPLMN"])
    }
    guard facts.forbiddenPLMNs != nil else { return nil }
    if last.contains(where: facts.homePLMNs.contains) {
      return piece(.refusedSubscriber, .maybeBarred, .medium, files + ["EF.FPLMN"])
    }
    let seen = last + forbidden
    guard !seen.isEmpty, !facts.homePLMNs.isEmpty else { return nil }
    return piece(.refusedRoaming, .roamingRefused, .weak, files + ["EF.FPLMN"])
  }

  // R3. A travel SIM that swaps its IMSI resets everything: an earlier read with traces of use
  // shows that the blank files are not the factory's.
  private func neverActivated(_ facts: RegistrationFacts) -> Evidence {
    let files = facts.domains.map(\.file) + ["EF.FPLMN"]
    if let before = older?.registration, !before.domains.isEmpty, !isFactoryShaped(before) {
      return piece(.neverActivated, .emptied, .none, files)
    }
    return piece(.neverActivated, .neverUsed, .strong, files)
  }

  private func isFactoryShaped(_ facts: RegistrationFacts) -> Bool {
    facts.domains.allSatisfy(\.domain.isFactoryShaped) && facts.forbiddenPLMNs == []
  }

  private func ours(_ facts: RegistrationFacts) -> Set<String> {
    knownHosts.union(facts.homePLMNs)
  }

  // A file that one of the two reads did not reach is no difference.
  private func differ(_ before: RegistrationFacts, _ now: RegistrationFacts) -> Bool {
    [\RegistrationFacts.cs, \.ps, \.eps, \.fiveG].contains { domain in
      guard let old = before[keyPath: domain], let new = now[keyPath: domain] else { return false }
      return old.differs(from: new)
    }
  }

  private func piece(
    _ rule: Evidence.Rule, _ says: Evidence.Statement, _ strength: Evidence.Strength,
    _ files: [String]
  ) -> Evidence {
    Evidence(rule, says, strength, sources: files, readAt: newer.readAt)
  }
}

extension RegistrationFacts.Domain {
  fileprivate var isAccepted: Bool { status == .updated && hasIdentity }

  fileprivate var isIdleAfterUse: Bool { status == .notUpdated && isLocationDeleted }

  fileprivate var isInformative: Bool { !isAllFF && !isFactoryShaped }

  // What only one of the two reads knows is no difference either.
  fileprivate func differs(from other: Self) -> Bool {
    var (left, right) = (self, other)
    if left.digest == nil || right.digest == nil { (left.digest, right.digest) = (nil, nil) }
    if left.hasNoKey == nil || right.hasNoKey == nil {
      (left.hasNoKey, right.hasNoKey) = (nil, nil)
    }
    return left != right
  }
}
