public import CardState

/// The ES10a function that reads (GSMA SGP.22 §5.7.3).
extension ISDR {
  /// ES10a.GetEuiccConfiguredAddresses.
  func configuredAddresses() throws(ISDRError) -> ConfiguredAddresses {
    let answer = try call(
      ES10.getConfiguredAddresses, purpose: "ES10a.GetEuiccConfiguredAddresses")
    var addresses = ConfiguredAddresses(
      defaultSMDP: answer.first(0x80)?.text, rootSMDS: answer.first(0x81)?.text)
    // SGP.22 v3: additionalRootDsAddresses, UTF8Strings.
    if let more = answer.first(0xA2) {
      do {
        addresses.additionalSMDS = try more.children().filter { $0.tag == 0x0C }.map(\.text)
      } catch {
        throw .malformed(error, answer: answer.bytes)
      }
    }
    return addresses
  }
}

/// The ES10b functions that read (GSMA SGP.22 §5.7.8 to §5.7.10, §5.7.22).
extension ISDR {
  /// ES10b.GetEUICCInfo, EUICCInfo2; EUICCInfo1, which is its beginning, where that is refused.
  func information() throws(ISDRError) -> EUICCInfo {
    let answer: ES10Answer
    do {
      answer = try call(ES10.getEUICCInfo2, purpose: "EUICCInfo2")
    } catch {
      guard case .refused = error else { throw error }
      answer = try call(ES10.getEUICCInfo1, purpose: "EUICCInfo1")
    }
    return EUICCInfo2.decode(answer.objects)
  }

  /// ES10b.GetRAT.
  func rulesAuthorisationTable() throws(ISDRError) -> ES10List<RuleAuthorisation> {
    try ES10List(
      try call(ES10.getRulesAuthorisationTable, purpose: "ES10b.GetRAT"),
      of: RulesAuthorisationTable.tag, RulesAuthorisationTable.decode)
  }

  /// ES10b.ListNotification: all that wait.
  func notifications() throws(ISDRError) -> ES10List<PendingNotification> {
    try ES10List(
      try call(ES10.listNotifications, purpose: "ES10b.ListNotification"),
      of: NotificationMetadata.tag, NotificationMetadata.decode)
  }
}

/// The ES10c functions that read (GSMA SGP.22 §5.7.15, §5.7.20).
extension ISDR {
  /// ES10c.GetEID.
  func eid() throws(ISDRError) -> EID {
    let identifier: BERTLV.Tag = 0x5A
    let answer = try call(
      ES10.getEID, BERTLV.encode(0x5C, identifier.bytes), purpose: "ES10c.GetEID")
    guard let object = answer.first(identifier) else {
      throw .malformed(ParseError(.missing(identifier), at: 0), answer: answer.bytes)
    }
    do {
      return try EID(object)
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
  }

  /// ES10c.GetProfilesInfo: the data objects that stand for profiles, undecoded.
  ///
  /// A card that does not know one of `tags` may refuse the whole; it is then asked for what it
  /// gives by default.
  func profiles(_ tags: [BERTLV.Tag]) throws(ISDRError) -> ES10List<BERTLV> {
    do {
      return try profileObjects(BERTLV.encode(0x5C, tags.flatMap(\.bytes)))
    } catch {
      if case .channel = error { throw error }
      return try profileObjects([])
    }
  }

  private func profileObjects(_ body: [UInt8]) throws(ISDRError) -> ES10List<BERTLV> {
    try ES10List(
      try call(ES10.getProfilesInfo, body, purpose: "ES10c.GetProfilesInfo"), of: ProfileInfo.tag
    ) { $0 }
  }
}

/// NotificationMetadata (GSMA SGP.22 §5.7.9): what a report that waits to be sent is about.
public enum NotificationMetadata {
  /// The tag of each.
  public static let tag: BERTLV.Tag = 0xBF2F

  /// NotificationEvent by its bits.
  static let operations = ["install", "enable", "disable", "delete"]

  /// Understands `80` number, `81` operation, `0C` address, `5A` ICCID.
  public static func decode(_ object: BERTLV) throws(ParseError) -> PendingNotification {
    let members = try object.children()
    guard let number = members.first(0x80) else {
      throw ParseError(.missing(0x80), at: object.offset)
    }
    guard let operation = members.first(0x81) else {
      throw ParseError(.missing(0x81), at: object.offset)
    }
    let names = NamedBits.names(operations, in: operation.value)
    return PendingNotification(
      sequenceNumber: try number.count(),
      operation: names.isEmpty ? "unknown" : names.joined(separator: "+"),
      address: members.first(0x0C)?.text,
      iccid: try members.first(0x5A).map { object throws(ParseError) in
        try ICCID(object).digits
      })
  }
}
