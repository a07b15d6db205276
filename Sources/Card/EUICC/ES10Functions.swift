public import CardState

/// The ES10a function that reads (GSMA SGP.22 §5.7.3).
extension ISDR {
  /// ES10a.GetEuiccConfiguredAddresses.
  func configuredAddresses() throws(ISDRError) -> ConfiguredAddresses {
    let answer = try call(
      ES10.getConfiguredAddresses, purpose: "ES10a.GetEuiccConfiguredAddresses")
    return ConfiguredAddresses(
      defaultSMDP: answer.first(0x80)?.text, rootSMDS: answer.first(0x81)?.text)
  }
}

/// The ES10b functions that read (GSMA SGP.22 §5.7.8 to §5.7.10, §5.7.22).
extension ISDR {
  /// ES10b.GetEUICCInfo, EUICCInfo2; EUICCInfo1, which is its beginning, where that is refused.
  func information() throws(ISDRError) -> EUICCInfo {
    let objects: [BERTLV]
    do {
      objects = try call(ES10.getEUICCInfo2, purpose: "EUICCInfo2")
    } catch {
      guard case .refused = error else { throw error }
      objects = try call(ES10.getEUICCInfo1, purpose: "EUICCInfo1")
    }
    return EUICCInfo2.decode(objects)
  }

  /// ES10b.GetRAT.
  func rulesAuthorisationTable() throws(ISDRError) -> [RuleAuthorisation] {
    let answer = try call(ES10.getRulesAuthorisationTable, purpose: "ES10b.GetRAT")
    return try decoding { () throws(ParseError) in
      var rules: [RuleAuthorisation] = []
      for rule in try answer.list().children() {
        rules.append(try RulesAuthorisationTable.decode(rule))
      }
      return rules
    }
  }

  /// ES10b.ListNotification: all that wait.
  func notifications() throws(ISDRError) -> [PendingNotification] {
    let answer = try call(ES10.listNotifications, purpose: "ES10b.ListNotification")
    return try decoding { () throws(ParseError) in
      var notifications: [PendingNotification] = []
      for object in try answer.list().children() where object.tag == NotificationMetadata.tag {
        notifications.append(try NotificationMetadata.decode(object))
      }
      return notifications
    }
  }

  private func decoding<Value>(
    _ body: () throws(ParseError) -> Value
  ) throws(ISDRError) -> Value {
    do { return try body() } catch { throw .malformed(error) }
  }
}

extension [BERTLV] {
  /// The data object A0, which holds the list where there is no error.
  fileprivate func list() throws(ParseError) -> BERTLV {
    guard let list = first(0xA0) else { throw ParseError(.missing(0xA0), at: 0) }
    return list
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
      throw .malformed(ParseError(.missing(identifier), at: 0))
    }
    var reader = object.reader
    do {
      return try EID(parsing: &reader)
    } catch {
      throw .malformed(error)
    }
  }

  /// ES10c.GetProfilesInfo: the data objects that stand for profiles, undecoded.
  ///
  /// A card that does not know one of `tags` may refuse the whole; it is then asked for what it
  /// gives by default.
  func profiles(_ tags: [BERTLV.Tag]) throws(ISDRError) -> [BERTLV] {
    do {
      return try profileObjects(BERTLV.encode(0x5C, tags.flatMap(\.bytes)))
    } catch {
      if case .channel = error { throw error }
      return try profileObjects([])
    }
  }

  private func profileObjects(_ body: [UInt8]) throws(ISDRError) -> [BERTLV] {
    let answer = try call(ES10.getProfilesInfo, body, purpose: "ES10c.GetProfilesInfo")
    guard let list = answer.first(0xA0) else {
      throw .malformed(ParseError(.missing(0xA0), at: 0))
    }
    do {
      return try list.children().filter { $0.tag == ProfileInfo.tag }
    } catch {
      throw .malformed(error)
    }
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
        var reader = object.reader
        return try ICCID(parsing: &reader).digits
      })
  }
}
