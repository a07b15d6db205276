import Card

extension SecureElement {
  /// Answers a function that changes nothing (SGP.22 §5.7).
  func answer(to request: BERTLV, _ behaviour: Behaviour) throws(FunctionRefusal) -> [UInt8] {
    switch request.tag {
    case ES10.getEID:
      guard (try? request.children().first(0x5C))?.value.elementsEqual([0x5A]) == true else {
        throw .wrongData
      }
      return BERTLV.encode(request.tag, BERTLV.encode(0x5A, encodedEID))
    case ES10.getEUICCInfo1: return information.brief
    case ES10.getEUICCInfo2: return euiccInfo2
    case ES10.getConfiguredAddresses:
      return BERTLV.encode(
        request.tag, defaultSMDP.map { BERTLV.encode(0x80, Array($0.utf8)) } ?? [],
        BERTLV.encode(0x81, Array(rootSMDS.utf8)))
    case ES10.getProfilesInfo: return try profilesInfo(request, behaviour.refusesTagList)
    case ES10.listNotifications: return try notificationList(request)
    case ES10.retrieveNotifications: return try pendingNotifications(request, behaviour)
    case ES10.getRulesAuthorisationTable: return rulesAuthorisationTable(request)
    default: throw .unknownFunction
    }
  }

  /// ListNotification (§5.7.9), filtered by operations.
  private func notificationList(_ request: BERTLV) throws(FunctionRefusal) -> [UInt8] {
    let wanted = try operations(in: parts(of: request).first(0x81))
    let chosen = notifications.filter { wanted.contains($0.operation) }
    return BERTLV.encode(request.tag, BERTLV.encode(0xA0, chosen.flatMap(\.metadata)))
  }

  /// RetrieveNotificationsList (§5.7.10), by number, by operations, or all.
  private func pendingNotifications(
    _ request: BERTLV, _ behaviour: Behaviour
  ) throws(FunctionRefusal) -> [UInt8] {
    var chosen = notifications
    if let criteria = try parts(of: request).first(0xA0) {
      let criteria = try parts(of: criteria)
      if behaviour.euicc.refusesNotificationNumber, criteria.first(0x80) != nil {
        return BERTLV.encode(request.tag, BERTLV.encode(0x81, [127]))
      }
      if let number = criteria.first(0x80) {
        chosen = chosen.filter { Notification.integer($0.number) == Array(number.value) }
      } else {
        let wanted = try operations(in: criteria.first(0x81))
        chosen = chosen.filter { wanted.contains($0.operation) }
      }
    }
    return BERTLV.encode(request.tag, BERTLV.encode(0xA0, chosen.flatMap(\.pending)))
  }

  /// GetRAT (§5.7.22): PPR1 and PPR2 for every operator, with the person's consent.
  private func rulesAuthorisationTable(_ request: BERTLV) -> [UInt8] {
    let everybody = BERTLV.encode(0x30, BERTLV.encode(0x80, [0xEE, 0xEE, 0xEE]))
    let rule = BERTLV.encode(
      0x30, BERTLV.encode(0x80, [0x05, 0x60]), BERTLV.encode(0xA1, everybody),
      BERTLV.encode(0x82, [0x07, 0x80]))
    return BERTLV.encode(request.tag, BERTLV.encode(0xA0, rule))
  }

  /// A BIT STRING of operations; all of them where there is none.
  private func operations(in filter: BERTLV?) throws(FunctionRefusal) -> Notification.Operation {
    guard let filter else { return [.install, .enable, .disable, .delete] }
    guard filter.value.count == 2, let bits = filter.value.last else { throw .wrongData }
    return Notification.Operation(rawValue: bits)
  }

  func parts(of object: BERTLV) throws(FunctionRefusal) -> [BERTLV] {
    do { return try object.children() } catch { throw .wrongData }
  }
}
