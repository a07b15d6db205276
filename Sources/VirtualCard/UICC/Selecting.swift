import Card

extension UICC {
  /// SELECT (ETSI TS 102 221 §11.1.1).
  func select(_ command: Command) -> ResponseAPDU {
    guard var state = channels[command.channel] else { return .error(0x6881) }
    // P2: bits 4 and 3 say what comes back; bits 2 and 1 are occurrences, for AIDs only.
    guard command.p2 & 0xF0 == 0, command.p1 == 0x04 || command.p2 & 0x03 == 0 else {
      return .error(0x6A86)
    }
    if command.p1 == 0x04, let failure = behaviour.failsToSelectApplications {
      return .error(failure)
    }
    let found: Bool
    switch command.p1 {
    case 0x00: found = selectByIdentifier(command.data, in: &state)
    case 0x03: found = selectParent(in: &state)
    case 0x04: found = selectApplication(command, in: &state)
    case 0x08: found = selectByPath(command.data, from: masterFile, in: &state)
    case 0x09: found = selectByPath(command.data, from: state.directory, in: &state)
    default: return .error(0x6A86)
    }
    guard found else { return .error(0x6A82) }
    state.blocks = StoreDataBlocks()
    channels[command.channel] = state
    if command.p2 & 0x0C == 0x0C { return .done }
    return answer(to: state)
  }

  /// What SELECT answers about what is now selected.
  private func answer(to state: ChannelState) -> ResponseAPDU {
    switch state.securityDomain {
    case .isdr(let index)?:
      ResponseAPDU(data: elements.element(index)?.controlInformation ?? [], status: 0x9000)
    case .ecasd?:
      ResponseAPDU(
        data: BERTLV.encode(0x6F, BERTLV.encode(0x84, ApplicationIdentifier.ecasd)),
        status: 0x9000)
    case .vendor?:
      ResponseAPDU(
        data: BERTLV.encode(0x6F, BERTLV.encode(0x84, VendorApplication.aid)), status: 0x9000)
    case nil:
      fileAnswer(to: state)
    }
  }

  private func fileAnswer(to state: ChannelState) -> ResponseAPDU {
    guard let file = state.file else {
      return ResponseAPDU(
        data: FileControlParameters.template(of: state.directory, pin1: pin1), status: 0x9000)
    }
    let status: StatusWord =
      switch file.lifeCycle {
      case .activated: 0x9000
      case .deactivated: 0x6283
      case .terminated: 0x6284
      }
    return ResponseAPDU(
      data: FileControlParameters.template(of: file, in: state.directory), status: status)
  }

  /// By file identifier, as far as the current directory reaches (ETSI TS 102 221 §8.4.2).
  func selectByIdentifier(_ data: [UInt8], in state: inout ChannelState) -> Bool {
    var reader = ByteReader(data)
    // Without data it is the MF (ISO/IEC 7816-4 §7.1.1).
    let number = data.isEmpty ? 0x3F00 : try? reader.unsigned(2)
    guard let number, reader.isAtEnd, let value = UInt16(exactly: number) else { return false }
    let identifier = FileIdentifier(rawValue: value)
    if identifier == .masterFile {
      state.select(masterFile)
      return true
    }
    // A security domain has no files.
    guard state.securityDomain == nil else { return false }
    if identifier == .currentApplication {
      guard let application = state.application else { return false }
      state.select(application)
      return true
    }
    if let file = state.directory.file(identifier) {
      state.select(file)
      return true
    }
    guard let directory = directory(identifier, near: state.directory) else { return false }
    state.select(directory)
    return true
  }

  /// The directory itself, one below it, its parent, or one beside it.
  private func directory(_ identifier: FileIdentifier, near current: DedicatedFile)
    -> DedicatedFile?
  {
    if let below = current.directory(identifier) { return below }
    if current.applicationIdentifier == nil, current.identifier == identifier { return current }
    guard let parent = current.parent else { return nil }
    if parent.applicationIdentifier == nil, parent.identifier == identifier { return parent }
    return parent.directory(identifier)
  }

  private func selectParent(in state: inout ChannelState) -> Bool {
    guard state.securityDomain == nil, let parent = state.directory.parent else { return false }
    state.select(parent)
    return true
  }

  private func selectByPath(
    _ data: [UInt8], from start: DedicatedFile, in state: inout ChannelState
  ) -> Bool {
    var reader = ByteReader(data)
    var directory = start
    guard !data.isEmpty else { return false }
    while let value = try? reader.unsigned(2) {
      let identifier = FileIdentifier(rawValue: UInt16(truncatingIfNeeded: value))
      if identifier == .currentApplication, let application = state.application {
        directory = application
      } else if let next = directory.directory(identifier) {
        directory = next
      } else if reader.isAtEnd, let file = directory.file(identifier) {
        state.select(directory)
        state.select(file)
        return true
      } else {
        return false
      }
    }
    guard reader.isAtEnd else { return false }
    state.select(directory)
    return true
  }
}
