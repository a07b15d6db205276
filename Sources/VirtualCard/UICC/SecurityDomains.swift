import Card

/// What the security domains of a card answer.
extension UICC {
  /// STORE DATA: what it means is up to the application that is selected on the channel.
  func storeData(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    switch channel.securityDomain {
    case .isdr(let index)?: return storeData(command, toISDR: index)
    case .ecasd?: return .error(0x6982)
    case .vendor?: return .error(0x6D00)
    case nil: return .error(channel.application == nil ? 0x6D00 : 0x6985)
    }
  }

  private func storeData(_ command: Command, toISDR index: Int) -> ResponseAPDU {
    guard !behaviour.euicc.isM2M else { return .error(0x6D00) }
    guard command.p1 & 0x7F == 0x11 else { return .error(0x6A86) }
    if let longest = behaviour.euicc.longestBlock, command.data.count > longest {
      channels[command.channel]?.blocks = StoreDataBlocks()
      return .error(0x6601)
    }
    switch channels[command.channel]?.blocks.add(command) {
    case .incomplete?: return .done
    case .complete(let data)?:
      return ProfileLoader.isSegment(data)
        ? load(data, intoElement: index, by: command)
        : callFunction(data, ofElement: index, by: command)
    case .outOfOrder?, nil: return .error(0x6985)
    }
  }

  private func callFunction(_ data: [UInt8], ofElement index: Int, by command: Command)
    -> ResponseAPDU
  {
    var reader = ByteReader(data)
    guard let request = try? BERTLV(parsing: &reader), reader.isAtEnd,
      let element = elements.element(index)
    else { return .error(0x6A80) }
    guard let name = SecureElement.changingFunctions[request.tag] else {
      return Self.answer(Hostile(behaviour.euicc.hostility, request.tag)) {
        () throws(FunctionRefusal) in
        guard !element.isRefreshPending else { throw .conditionsNotSatisfied }
        let answer = try element.answer(to: request, behaviour)
        return try behaviour.euicc.faults[request.tag]?.spoil(answer) ?? answer
      }
    }
    if request.tag == 0xBF2E { endSessions(ofElement: index) }
    let answer =
      obstacle(to: request)
      ?? change(element, at: index, on: command.channel) {
        (changed, session) throws(FunctionRefusal) in
        try changed.carryOut(request, &session, behaviour)
      }
    journal.record(name, by: command, status: answer.status)
    return answer
  }

  private func load(_ segment: [UInt8], intoElement index: Int, by command: Command)
    -> ResponseAPDU
  {
    guard let element = elements.element(index) else { return .error(0x6A80) }
    let answer = change(element, at: index, on: command.channel) {
      (changed, session) throws(FunctionRefusal) in
      try changed.load(segment, &session, behaviour)
    }
    journal.record("ES10b.LoadBoundProfilePackage", by: command, status: answer.status)
    return answer
  }

  /// One download at a time: whoever begins another ends those that go on.
  private func endSessions(ofElement index: Int) {
    channels = channels.mapValues { state in
      var state = state
      if state.securityDomain == .isdr(index) { state.session = nil }
      return state
    }
  }

  private func change(
    _ element: SecureElement, at index: Int, on channel: LogicalChannel,
    _ function: (inout SecureElement, inout RSPSession?) throws(FunctionRefusal) -> [UInt8]
  ) -> ResponseAPDU {
    var changed = element
    var session = channels[channel]?.session
    let answer = Self.answer { () throws(FunctionRefusal) in
      guard !element.isRefreshPending else { throw .conditionsNotSatisfied }
      return try function(&changed, &session)
    }
    elements.modify(index) { $0 = changed }
    channels[channel]?.session = session
    for gone in element.profiles where !changed.profiles.contains(where: { $0.iccid == gone.iccid })
    {
      forgetFiles(of: gone)
    }
    // Without a refresh the files change under the terminal's hands.
    let isSwitch = changed.enabledProfile?.iccid != element.enabledProfile?.iccid
    if isSwitch, !changed.isRefreshPending { showEnabledProfile() }
    if isSwitch, behaviour.euicc.vanishesAfterSwitch { isGone = true }
    return answer
  }

  /// What keeps a change from being made until the card is reset.
  private func obstacle(to request: BERTLV) -> ResponseAPDU? {
    guard !isReadyForChanges else { return nil }
    let isSwitch = [ES10.enableProfile, ES10.disableProfile, ES10.memoryReset]
      .contains(request.tag)
    if behaviour.euicc.isToolkitBusyUntilReset, isSwitch {
      wasAskedToChange = true
      let busy = SecureElement.Outcome.toolkitBusy.rawValue
      return ResponseAPDU(
        data: BERTLV.encode(request.tag, BERTLV.encode(0x80, [busy])), status: 0x9000)
    }
    guard behaviour.euicc.wantsResetBeforeChanges else { return nil }
    wasAskedToChange = true
    return .error(0x6985)
  }

  private static func answer(
    _ hostile: Hostile? = nil, _ function: () throws(FunctionRefusal) -> [UInt8]
  ) -> ResponseAPDU {
    do {
      let data = try function()
      return ResponseAPDU(data: hostile?.spoil(data) ?? data, status: 0x9000)
    } catch { return .error(error.status) }
  }

  /// GET DATA: the EID, from the ECASD of an M2M eUICC (SGP.02 §2.2.3).
  func getData(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    guard behaviour.euicc.isM2M, channel.securityDomain == .ecasd, command.parameters == 0x005A,
      let element = elements.first
    else { return .error(0x6A88) }
    return .whole(BERTLV.encode(0x5A, element.encodedEID), to: command)
  }
}

/// The application in which removable eUICCs of eSTK.me say what they are.
enum VendorApplication {
  static let aid: [UInt8] =
    [0xA0] + Array("estkme".utf8) + Array(repeating: 0xFF, count: 6) + Array("mgt".utf8)

  /// Its only instruction; P1 is the question.
  static let instruction: UInt8 = 0x00

  static func answer(_ command: Command) -> ResponseAPDU {
    guard command.p2 == 0, let text = texts.element(Int(command.p1)) else { return .error(0x6A86) }
    return .whole(Array(text.utf8), to: command)
  }

  /// Serial number, boot loader, firmware, product.
  private static let texts = ["VC00000000000001", "T001V06", "V3.4.3", "ESTKme-VC"]
}
