import Card

/// The chip: a file system, keys, logical channels, and perhaps secure elements with profiles.
///
/// It knows commands, not transmission protocols. Its instructions are in extensions, one group a
/// file.
final class UICC {
  var behaviour: Behaviour
  var pin1: PIN
  var pin2 = PIN("2222", unblockingKey: "22222222", isEnabled: true)
  var administrator1 = PIN("55555555", isEnabled: true)
  var elements: [SecureElement]
  var channels: [LogicalChannel: ChannelState] = [:]
  var hasTerminalCapability = false
  var journal = Journal()
  /// Whether the card went away after a switch, and has not come back.
  var isGone = false
  /// Whether a change was refused that will be taken after the next reset.
  var wasAskedToChange = false
  var isReadyForChanges = false

  private(set) var masterFile: DedicatedFile
  private let subscription: Subscription?
  private var fileSystems: [String: DedicatedFile] = [:]

  init(_ blueprint: CardBlueprint) {
    behaviour = blueprint.behaviour
    pin1 = blueprint.pin1
    elements = blueprint.elements
    subscription = blueprint.subscription
    masterFile = DedicatedFile(.masterFile, files: [])
    reset()
  }

  /// Forgets what is volatile: what is selected, verified and open.
  func reset() {
    pin1.isVerified = false
    pin2.isVerified = false
    administrator1.isVerified = false
    hasTerminalCapability = false
    isGone = false
    isReadyForChanges = isReadyForChanges || wasAskedToChange
    channels = [:]
    refresh()
  }

  /// Completes the switch of a profile.
  func refresh() {
    for index in elements.indices { elements.modify(index) { $0.isRefreshPending = false } }
    showEnabledProfile()
  }

  /// Makes the files of the enabled profile the card's files. What was selected among the old ones
  /// is not selected any more; channels stay open.
  func showEnabledProfile() {
    let enabled = elements.lazy.compactMap(\.enabledProfile?.subscription).first ?? subscription
    let name = enabled?.iccid ?? ""
    masterFile = fileSystems[name] ?? FileSystemBuilder.masterFile(for: enabled)
    fileSystems[name] = masterFile
    let fresh = ChannelState(masterFile: masterFile)
    channels = channels.mapValues { old in
      var state = fresh
      state.securityDomain = old.securityDomain
      return state
    }
    channels[.basic] = channels[.basic] ?? fresh
  }

  /// Carries out a command.
  func execute(_ command: Command) -> ResponseAPDU {
    var answer = dispatch(command)
    if answer.status == 0x9000, let proactive = proactiveCommand {
      answer.status = StatusWord(
        rawValue: 0x9100 | UInt16(UInt8(truncatingIfNeeded: proactive.count)))
    }
    journal.record(command, status: answer.status)
    return answer
  }

  private func dispatch(_ command: Command) -> ResponseAPDU {
    if command.isGSM {
      return behaviour.refusesGSMClass.map(ResponseAPDU.error) ?? executeGSM(command)
    }
    if let refusal = behaviour.refusesUICCClass { return .error(refusal) }
    if let refusal = command.classRefusal { return .error(refusal) }
    guard let channel = channels[command.channel] else { return .error(0x6881) }
    return command.isInterindustry
      ? executeInterindustry(command, on: channel) : executeProprietary(command, on: channel)
  }

  private func executeInterindustry(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    switch command.ins {
    case Instruction.select: return select(command)
    case Instruction.manageChannel: return manageChannel(command)
    case Instruction.verifyPIN: return verify(command)
    case VendorApplication.instruction where channel.securityDomain == .vendor:
      return VendorApplication.answer(command)
    // Everything else is for the file system's applications.
    case _ where channel.securityDomain != nil: return .error(0x6D00)
    case Instruction.readBinary: return readBinary(command)
    case Instruction.readRecord: return readRecord(command)
    case Instructions.updateBinary: return updateBinary(command)
    case Instructions.updateRecord: return updateRecord(command)
    case Instructions.deactivateFile: return changeLifeCycle(command, to: .deactivated)
    case Instructions.activateFile: return changeLifeCycle(command, to: .activated)
    case Instruction.unblockPIN: return unblock(command)
    case Instructions.changePIN, Instructions.disablePIN, Instructions.enablePIN:
      return changePIN(command)
    case Instruction.getData: return .error(0x6A88)
    case Instructions.authenticate: return .error(0x9862)
    default: return .error(0x6D00)
    }
  }

  private func executeProprietary(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    switch command.ins {
    case Instruction.status: return status(command)
    case Instruction.terminalCapability: return terminalCapability(command)
    case Instruction.storeData: return storeData(command, on: channel)
    case Instruction.getData: return getData(command, on: channel)
    case Instructions.terminalProfile, Instructions.envelope: return .done
    case Instructions.fetch: return fetch(command)
    case Instructions.terminalResponse: return terminalResponse(command)
    default: return .error(0x6D00)
    }
  }
}

extension Array {
  /// Changes the element at `index` in place; nothing happens where there is none.
  mutating func modify(_ index: Int, _ change: (inout Element) -> Void) {
    guard indices.contains(index) else { return }
    change(&self[index])
  }
}
