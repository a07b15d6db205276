public import CardState

extension Evidence {
  /// What the registration files of a card say about its line, by the rules R1 to R8.
  ///
  /// - Parameters:
  ///   - newer: The last read.
  ///   - older: An earlier read of the same ICCID, if there is one. Any other counts for nothing.
  ///   - knownHosts: Networks that host the line although they are not its home, as travel eSIMs
  ///     have them; MCC and MNC. Asked for only where the home network does not tell.
  /// - Returns: One piece at most, of the newest domain that says anything; empty when the card
  ///   says nothing.
  public static func ofRegistration(
    in newer: CardReading, after older: CardReading? = nil,
    knownHosts: @autoclosure () -> Set<String> = []
  ) -> [Evidence] {
    let before = older.flatMap { older in
      older.iccid != nil && older.iccid == newer.iccid && older.readAt < newer.readAt
        ? older : nil
    }
    return withoutActuallyEscaping(knownHosts) { knownHosts in
      let rules = RegistrationRules(newer: newer, older: before, knownHosts: knownHosts)
      return [rules?.evidence].compactMap { $0 }
    }
  }
}

/// The rules R1 to R8 over the registration files of one read, or of two of the same line.
private struct RegistrationRules {
  private let newer: CardReading
  private let older: CardReading?
  private let knownHosts: () -> Set<String>
  private let registration: Registration

  init?(newer: CardReading, older: CardReading?, knownHosts: @escaping () -> Set<String>) {
    guard let registration = newer.registration, !registration.domains.isEmpty else { return nil }
    self.newer = newer
    self.older = older
    self.knownHosts = knownHosts
    self.registration = registration
  }

  var evidence: Evidence? {
    if registration.cs?.isBlank == true, registration.domains.allSatisfy(\.domain.saysNothing) {
      return piece(.wiped, .emptied, .none, ["EF.LOCI"])
    }
    if registration.isFactoryShaped { return neverActivated }
    let decisive = registration.domains.first {
      $0.domain.status.isRefusal
        || $0.domain.isAccepted && $0.domain.plmn.map(isOurs) == true
    }
    if let decisive {
      return decisive.domain.status.isRefusal ? refused : accepted(decisive)
    }
    return registration.domains.first { $0.domain.isIdleAfterUse }
      .map { piece(.deregistered, .notRegistered, .none, [$0.file]) }
  }

  /// R1 and R2. A network that bars a line afterwards leaves the status as it was, so this is about
  /// the past.
  private func accepted(_ found: Registration.Named) -> Evidence {
    guard let older, newer.registrationDiffers(from: older) else {
      return piece(.acceptedAtLastUse, .wasAlive, .strong, [found.file])
    }
    return piece(
      .acceptedBetweenReads, .aliveBetweenReads, .strongest, [found.file], since: older)
  }

  /// R3. Cards may come with their home's rivals as forbidden networks, and one that swaps its IMSI
  /// resets everything: then an earlier read has traces of use.
  private var neverActivated: Evidence {
    let files = registration.domains.map(\.file) + ["EF.FPLMN"]
    if let before = older?.registration, !before.domains.isEmpty, !before.isFactoryShaped {
      return piece(.neverActivated, .emptied, .none, files)
    }
    let isPrefilled = registration.forbiddenPLMNs?.isEmpty == false
    return piece(.neverActivated, .neverUsed, isPrefilled ? .medium : .strong, files)
  }

  /// R4 to R6, over all domains together: a refused card spreads the signs over its files.
  private var refused: Evidence? {
    let refusing = registration.domains.filter { $0.domain.status.isRefusal }
    let files = refusing.map(\.file) + ["EF.FPLMN"]
    guard let forbidden = registration.forbiddenPLMNs else { return nil }
    if forbidden.contains(where: isOurs) {
      let isErased = refusing.allSatisfy { $0.domain.isErased }
      return isErased ? piece(.refusedByHome, .refused, .strong, files) : nil
    }
    let last = refusing.compactMap(\.domain.plmn)
    if last.contains(where: registration.homePLMNs.contains) {
      return piece(.refusedSubscriber, .maybeBarred, .medium, files)
    }
    guard !(last + forbidden).isEmpty, !registration.homePLMNs.isEmpty else { return nil }
    return piece(.refusedRoaming, .roamingRefused, .weak, files)
  }

  private func isOurs(_ plmn: String) -> Bool {
    registration.homePLMNs.contains(plmn) || knownHosts().contains(plmn)
  }

  private func piece(
    _ rule: Evidence.Rule, _ says: Evidence.Statement, _ strength: Evidence.Strength,
    _ files: [String], since: CardReading? = nil
  ) -> Evidence {
    Evidence(
      rule, says, strength, sources: files, readAt: newer.readAt, since: since?.readAt)
  }
}

extension Registration {
  fileprivate typealias Named = (file: String, domain: Domain)

  /// The domains that were read with the files they come from, the newest generation first: a phone
  /// that only uses LTE leaves the older files as they were.
  fileprivate var domains: [Named] {
    [
      ("EF.5GS3GPPLOCI", fiveG), ("EF.EPSLOCI", eps), ("EF.PSLOCI", ps), ("EF.LOCI", cs),
    ].compactMap { file, domain in domain.map { (file, $0) } }
  }

  /// Whether no phone has left a trace, and no network of ours a refusal.
  fileprivate var isFactoryShaped: Bool {
    guard let forbiddenPLMNs else { return false }
    return domains.allSatisfy(\.domain.isFactoryShaped)
      && !forbiddenPLMNs.contains(where: homePLMNs.contains)
  }
}

extension Registration.Domain {
  fileprivate var isAccepted: Bool { status == .updated && hasIdentity }

  fileprivate var isIdleAfterUse: Bool { status == .notUpdated && isDeleted }

  fileprivate var saysNothing: Bool { isBlank || isFactoryShaped }

  /// No identity, and no key that was seen.
  fileprivate var isErased: Bool { !hasIdentity && keySetIdentifier ?? 7 == 7 }
}

extension CardReading {
  /// Whether a registration file that both reads reached holds other bytes.
  fileprivate func registrationDiffers(from older: CardReading) -> Bool {
    registrationFiles.contains { path, bytes in
      older.registrationFiles[path].map { $0 != bytes } ?? false
    }
  }
}
