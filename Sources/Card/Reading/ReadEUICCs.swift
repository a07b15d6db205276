import CardState
internal import Words

extension SnapshotReader {
  /// Reads the EID of each eUICC on the card, and what else the plan asks it.
  func readEUICCs() throws(ChannelError) {
    if givesNoSignOfEUICC, isKnownPlain(snapshot) {
      snapshot.euiccSearch = .remembered
      return
    }
    let isBrief = givesNoSignOfEUICC && selectsByBeginning
    var finder = ISDRFinder(session, isBrief: isBrief)
    session.allow(budget.application, for: .application)
    defer { session.allow(nil, for: .application) }
    try finder.forEach { found throws(ChannelError) in
      session.allow(budget.application, for: .application)
      var euicc = EUICC(
        isdrAID: found.isdr.aid.bytes.hex, eid: found.eid.digits, maker: found.eid.maker)
      if !found.eid.isChecked {
        warn(
          "eid.checkDigits",
          Words("the check digits of the EID are wrong: it may have been misread"))
      }
      // The EID is known even when the list can't be had.
      defer { snapshot.euiccs.append(euicc) }
      if plan.questions.contains(.profiles) {
        euicc.profiles = try readProfiles(found.isdr, of: &euicc)
      }
      try readDetails(of: found.isdr, into: &euicc)
    }
    if snapshot.euiccs.isEmpty { try readSilent(finder) }
    if plan.questions.contains(.vendor) { try readVendorInformation() }
    if snapshot.kind == .unknown || snapshot.kind == .uicc, !snapshot.euiccs.isEmpty,
      !isApplicationInDoubt
    {
      snapshot.kind = .euicc
    }
    snapshot.euiccSearch = isBrief ? .brief : .whole
    warnOfMissingProfile()
  }

  /// Whether a card that was read for something else, too, neither says nor hints that it is an eUICC. One
  /// whose answer to reset is none says nothing at all.
  private var givesNoSignOfEUICC: Bool {
    guard !plan.isFull, plan.sections != [.profiles], !isApplicationInDoubt,
      let answer = try? AnswerToReset(session.answerToReset)
    else { return false }
    return !answer.hintsEUICC && ISDRCatalog.signed(in: session.answerToReset).isEmpty
  }

  /// An ISD-R that gave no EID: it belongs to an M2M eUICC, or could not be understood. A card that
  /// failed when it was asked for an ISD-R has not said that it has none.
  private func readSilent(_ finder: ISDRFinder) throws(ChannelError) {
    if let silent = finder.silent {
      var problem = silent.error
      do throws(ISDRError) {
        guard try !readM2M(silent.name) else { return }
      } catch {
        problem = error
      }
      noteUnread(try EUICCPart.eid.unread(problem))
    } else if let status = finder.failure {
      noteUnread(
        UnreadAnswer(
          .selectISDR, code: "euicc.selectFailed",
          message: Words(
            "the card failed when it was asked whether it is an eUICC (\(status.explained))"),
          hint: Words("clean the card's contacts, insert it again and run the command again"),
          statusWord: status.description))
    }
  }

  private func noteUnread(_ answer: UnreadAnswer) {
    snapshot.unread = (snapshot.unread ?? []) + [answer]
    warn(answer)
  }

  private func readProfiles(
    _ isdr: ISDR, of euicc: inout EUICC
  ) throws(ChannelError) -> [Profile]? {
    let objects = try readList(.profiles, of: &euicc) { () throws(ISDRError) in
      try isdr.profiles(plan.questions.profileTags)
    }
    guard let objects else { return nil }
    var profiles: [Profile] = []
    for object in objects { profiles.append(profile(object, of: &euicc)) }
    return profiles
  }

  /// A profile that can't be understood is kept as it came, and so is a part of one.
  private func profile(_ object: BERTLV, of euicc: inout EUICC) -> Profile {
    let problem: Words
    var profile = Profile()
    do {
      profile = try ProfileInfo.decode(object)
      let tags = ProfileInfo.misunderstood(profile)
      guard !tags.isEmpty || profile.iccid == nil else { return profile }
      problem =
        tags.isEmpty
        ? ParseError(.missing(0x5A), at: object.offset).message
        : Words("tag \(tags.map(\.description).joined(separator: ", "))")
    } catch {
      problem = error.message
      profile.unknown = [RawDataObject(tag: object.tag.description, value: object.value.hex)]
    }
    keep(
      UnreadAnswer(
        .profiles, code: "profile.malformed",
        message: Words("a profile can't be understood: \(problem)"), raw: object.value.hex),
      of: &euicc)
    return profile
  }

  private func warnOfMissingProfile() {
    // What could not be read may be enabled.
    let eUICCs = snapshot.euiccs.filter { $0.architecture != .m2m }
    guard snapshot.kind == .euicc, !eUICCs.isEmpty, eUICCs.allSatisfy(\.showsThatNoneIsEnabled)
    else { return }
    warn(
      "euicc.noEnabledProfile",
      Words("no profile is enabled, so the card has no ICCID and no IMSI"),
      hint: Words("enable a profile in the phone or with the app that the card came with"))
  }
}

extension EUICC {
  fileprivate var showsThatNoneIsEnabled: Bool {
    listsAllProfiles && profiles?.allSatisfy { $0.state == .disabled } == true
  }
}
