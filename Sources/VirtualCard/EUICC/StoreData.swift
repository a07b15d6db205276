import Card

/// The blocks of one STORE DATA request (GlobalPlatform Card Specification §11.11, SGP.22 §5.7.2).
struct StoreDataBlocks {
  private var data: [UInt8] = []
  private var next = 0

  enum Progress: Hashable {
    case incomplete
    case complete([UInt8])
    case outOfOrder
  }

  /// Adds a block. P2 numbers it; bit 8 of P1 says that it is the last.
  mutating func add(_ command: Command) -> Progress {
    guard Int(command.p2) == next else {
      self = StoreDataBlocks()
      return .outOfOrder
    }
    data += command.data
    next += 1
    guard command.p1 & 0x80 != 0 else { return .incomplete }
    defer { self = StoreDataBlocks() }
    return .complete(data)
  }
}

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
    case .complete(let data)?: return callFunction(data, ofElement: index, by: command)
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
        return try element.answer(to: request, behaviour)
      }
    }
    let answer = obstacle(to: request) ?? change(element, at: index, by: request)
    journal.record(name, by: command, status: answer.status)
    return answer
  }

  private func change(_ element: SecureElement, at index: Int, by request: BERTLV)
    -> ResponseAPDU
  {
    var changed = element
    let answer = Self.answer { () throws(FunctionRefusal) in
      guard !element.isRefreshPending else { throw .conditionsNotSatisfied }
      return try changed.change(request, behaviour)
    }
    elements.modify(index) { $0 = changed }
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
}

/// Why a function ends with a status word instead of an answer.
struct FunctionRefusal: Error {
  var status: StatusWord

  /// The request makes no sense.
  static let wrongData = FunctionRefusal(status: 0x6A80)
  /// Not now.
  static let conditionsNotSatisfied = FunctionRefusal(status: 0x6985)
  /// There is no such function.
  static let unknownFunction = FunctionRefusal(status: 0x6A88)
}
