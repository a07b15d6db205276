import CardState

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
