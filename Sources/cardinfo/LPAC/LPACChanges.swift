import Card
import CardState
import Words

// Changes, by the functions that the other commands have: what is reported is what a new read shows.
extension LPACSession {
  func enable(_ name: String, _ refresh: Bool?) throws {
    let function = "es10c_enable_profile"
    let (target, profile) = try find(name, for: function)
    try require(
      profile.state != .enabled, function, Problem(.changeRefused, Words("it is enabled already")))
    try make(.enable(ProfileReference(profile), refresh: refresh), of: target, function)
  }

  func disable(_ name: String, _ refresh: Bool?) throws {
    let function = "es10c_disable_profile"
    let (target, profile) = try find(name, for: function)
    try require(
      profile.state != .disabled, function,
      Problem(.changeRefused, Words("it is disabled already")))
    try make(.disable(ProfileReference(profile), refresh: refresh), of: target, function)
  }

  func delete(_ name: String) throws {
    let function = "es10c_delete_profile"
    let (target, profile) = try find(name, for: function)
    try require(profile.state != .enabled, function, ChangeRefusal.enabledProfile.problem)
    try make(.delete(ProfileReference(profile)), of: target, function)
  }

  func rename(_ name: String, to nickname: String) throws {
    let function = "es10c_set_nickname"
    let count = nickname.utf8.count
    try require(
      count <= EUICCChange.longestNickname, function,
      Problem(.usage, Words("a nickname has at most 64 bytes; this one has \(count)")))
    let (target, profile) = try find(name, for: function)
    let rename = EUICCChange.rename(ProfileReference(profile), to: nickname)
    try require(!rename.attempts.isEmpty, function, ChangeRefusal.profileWithoutICCID.problem)
    try make(rename, of: target, function)
  }

  func setDefaultServer(_ address: String) throws {
    let function = "es10a_set_default_dp_address"
    try require(
      EUICCChange.isDefaultAddress(address), function,
      Problem(.usage, Words("a server's name has no spaces, and at most 255 characters")))
    try make(.setDefaultAddress(address), of: try target(asking: [.addresses]), function)
  }

  /// lpac resets all that the function can.
  func purge() throws {
    let function = "es10c_euicc_memory_reset"
    let reset = EUICCChange.reset([.operationalProfiles, .testProfiles, .defaultAddress])
    let target = try target(asking: reset.goal.questions)
    try require(
      reset.goal.isMet(by: target.euicc) != true, function,
      Problem(.changeRefused, Words("there is nothing to delete")))
    try make(reset, of: target, function)
  }

  /// Takes notifications off the card's list, without sending them.
  func remove(_ numbers: LPACRequest.Numbers) throws {
    let target = try target(asking: [.notifications])
    let function = "es10b_remove_notification_from_list"
    let listed = try LPACFailure.naming("es10b_list_notification") {
      try target.listedNotifications().map(\.sequenceNumber)
    }
    let wanted: [Int]
    switch numbers {
    case .all:
      try progress("es10b_list_notification")
      if let unread = target.unread(.notifications) {
        throw LPACFailure("es10b_list_notification", unread)
      }
      wanted = listed
    case .only(let some): wanted = some
    }
    for number in wanted {
      try progress(function, .string("\(number)"))
      try require(listed.contains(number), function, target.refusal(of: number).problem)
      try change(.removeNotification(number), of: target, function)
    }
    try succeed()
  }

  /// The profile with an ICCID or AID, which lpac wants whole.
  private func find(
    _ name: String, for function: String
  ) throws -> (target: ChangeRun.Target, profile: Profile) {
    let target = try target(asking: [.profiles])
    let wanted = name.lowercased()
    let profile = target.euicc.profiles?.first {
      $0.iccid?.lowercased() == wanted || $0.aid?.lowercased() == wanted
    }
    guard let profile, !wanted.isEmpty else {
      // One that could not be read may be it.
      if let unread = target.unread(.profiles) {
        throw LPACFailure("es10c_get_profiles_info", unread)
      }
      throw LPACFailure(
        function, Problem(.unknownProfile, Words("no profile has this ICCID or AID")))
    }
    return (target, profile)
  }

  private func require(_ condition: Bool, _ function: String, _ problem: Problem) throws {
    guard condition else { throw LPACFailure(function, problem) }
  }

  private func make(
    _ wanted: EUICCChange, of target: ChangeRun.Target, _ function: String
  ) throws {
    // A name or an address that is there already.
    if wanted.goal.isMet(by: target.euicc) != true { try change(wanted, of: target, function) }
    try succeed()
  }

  private func change(
    _ change: EUICCChange, of target: ChangeRun.Target, _ function: String
  ) throws {
    var document = try run().perform(ChangeRun.Plan(target: target, change: change))
    let problem = document.errors.first
    document.errors = []
    OwnChanges(options: ledger).record(from: target.card, target.euicc, in: &document)
    // The ledger's errors don't take the change back.
    document.errors.forEach(StandardError.report)
    if let problem { throw LPACFailure(function, problem) }
  }
}
