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

  /// What a profile that was deleted had written is gone with it.
  func forgetFiles(of profile: StoredProfile) { fileSystems[profile.iccid] = nil }

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
    if let refusal = behaviour.refusesEverything { return .error(refusal) }
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
    case Instruction.updateBinary: return updateBinary(command)
    case Instruction.updateRecord: return updateRecord(command)
    case Instruction.deactivateFile: return changeLifeCycle(command, to: .deactivated)
    case Instruction.activateFile: return changeLifeCycle(command, to: .activated)
    case Instruction.unblockPIN: return unblock(command)
    case Instruction.changePIN, Instruction.disablePIN, Instruction.enablePIN:
      return changePIN(command)
    case Instruction.getData: return .error(0x6A88)
    case Instruction.authenticate: return .error(0x9862)
    default: return .error(0x6D00)
    }
  }

  private func executeProprietary(_ command: Command, on channel: ChannelState) -> ResponseAPDU {
    switch command.ins {
    case Instruction.status: return status(command)
    case Instruction.terminalCapability: return terminalCapability(command)
    case Instruction.storeData: return storeData(command, on: channel)
    case Instruction.getData: return getData(command, on: channel)
    case Instruction.terminalProfile, Instruction.envelope: return .done
    case Instruction.fetch: return fetch(command)
    case Instruction.terminalResponse: return terminalResponse(command)
    default: return .error(0x6D00)
    }
  }
}

/// Everything that tells one card from another, as data.
struct CardBlueprint: Sendable {
  var behaviour = Behaviour()
  var pin1 = PIN("1234", isEnabled: false)
  /// The SIM that is there whatever profile is enabled; an eUICC has none.
  var subscription: Subscription?
  var elements: [SecureElement] = []

  /// This card but for one thing.
  func with(_ change: (inout CardBlueprint) -> Void) -> CardBlueprint {
    var changed = self
    change(&changed)
    return changed
  }

  /// This card with another behaviour.
  func behaving(_ change: (inout Behaviour) -> Void) -> CardBlueprint {
    with { change(&$0.behaviour) }
  }
}
