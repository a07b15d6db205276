import CardState
internal import Words

extension SnapshotReader {
  /// Reads the EID and the profiles of each eUICC on the card; in a full read all that it says.
  func readEUICCs() throws(ChannelError) {
    var finder = ISDRFinder(session)
    try finder.forEach { found throws(ChannelError) in
      var euicc = EUICC(
        isdrAID: found.isdr.aid.bytes.hex, eid: found.eid.digits, maker: found.eid.maker)
      if !found.eid.isChecked {
        warn(
          "eid.checkDigits",
          Words("the check digits of the EID are wrong: it may have been misread"))
      }
      // The EID is known even when the list can't be had.
      defer { snapshot.euiccs.append(euicc) }
      euicc.profiles = try readProfiles(found.isdr)
      if plan.isFull { try readDetails(of: found.isdr, into: &euicc) }
    }
    if snapshot.euiccs.isEmpty, let name = finder.silent { try readM2M(name) }
    if plan.isFull { try readVendorInformation() }
    if snapshot.kind == .unknown || snapshot.kind == .uicc, !snapshot.euiccs.isEmpty {
      snapshot.kind = .euicc
    }
    warnOfMissingProfile()
  }

  private func readProfiles(_ isdr: ISDR) throws(ChannelError) -> [Profile]? {
    let tags = plan.isFull ? ProfileInfo.allTags : ProfileInfo.identifyingTags
    let objects: [BERTLV]
    do {
      objects = try isdr.profiles(tags)
    } catch {
      switch error {
      case .channel(let error):
        guard error.code == .badAnswer else { throw error }
        warn(
          "euicc.profilesMalformed", Words("the list of profiles can't be read: \(error.message)"))
      case .refused(let status):
        warn(
          "euicc.profilesRefused",
          Words("the eUICC refuses its list of profiles (\(status.explained))"))
      case .failed(let result):
        warn(
          "euicc.profilesRefused",
          Words("the eUICC refuses its list of profiles: \(result.meaning.words)"),
          hint: result.meaning.hint)
      case .malformed(let error):
        warn(
          "euicc.profilesMalformed",
          Words("the list of profiles can't be understood: \(error.message)"))
      }
      return nil
    }
    return objects.map(profile)
  }

  /// A profile that can't be understood is kept as it came.
  private func profile(_ object: BERTLV) -> Profile {
    do {
      return try ProfileInfo.decode(object)
    } catch {
      warn("profile.malformed", Words("a profile can't be understood: \(error.message)"))
      var profile = Profile()
      profile.unknown = [RawDataObject(tag: object.tag.description, value: object.value.hex)]
      return profile
    }
  }

  private func warnOfMissingProfile() {
    let profiles = snapshot.euiccs.flatMap { $0.profiles ?? [] }
    guard snapshot.kind == .euicc, snapshot.euiccs.contains(where: { $0.architecture != .m2m }),
      !profiles.contains(where: { $0.state == .enabled })
    else {
      return
    }
    warn(
      "euicc.noEnabledProfile",
      Words("no profile is enabled, so the card has no ICCID and no IMSI"),
      hint: Words("enable a profile in the phone or with the app that the card came with"))
  }
}
