import Card

extension UICC {
  /// By AID, which may be cut short on the right (ETSI TS 102 221 §8.5.1.2.2).
  func selectApplication(_ command: Command, in state: inout ChannelState) -> Bool {
    guard (5...16).contains(command.data.count) else { return false }
    let candidates = candidates(for: command.data, on: command.channel)
    switch command.p2 & 0x03 {
    case 0x00: return choose(candidates.first, in: &state)
    case 0x01: return choose(candidates.last, in: &state)
    case 0x02:
      // The next occurrence after the one that is selected.
      let rest = candidates.drop { !$0.isSelected(in: state) }
      return choose(rest.isEmpty ? candidates.first : rest.dropFirst().first, in: &state)
    default:
      let before = candidates.prefix { !$0.isSelected(in: state) }
      return choose(before.last, in: &state)
    }
  }

  /// Something with an AID.
  private enum Application {
    case files(DedicatedFile)
    case domain(ChannelState.SecurityDomain)

    func isSelected(in state: ChannelState) -> Bool {
      switch self {
      case .files(let directory):
        state.securityDomain == nil && state.application === directory
      case .domain(let domain): state.securityDomain == domain
      }
    }
  }

  private func candidates(for aid: [UInt8], on channel: LogicalChannel) -> [Application] {
    var found = masterFile.applications.filter {
      $0.applicationIdentifier?.starts(with: aid) ?? false
    }.map(Application.files)
    for (index, element) in elements.enumerated()
    where element.isdrAID.starts(with: aid) && isReachable(on: channel) {
      found.append(.domain(.isdr(index)))
    }
    if !elements.isEmpty, ApplicationIdentifier.ecasd.starts(with: aid) {
      found.append(.domain(.ecasd))
    }
    if behaviour.euicc.hasVendorApplication, VendorApplication.aid.starts(with: aid) {
      found.append(.domain(.vendor))
    }
    return found
  }

  private func isReachable(on channel: LogicalChannel) -> Bool {
    (hasTerminalCapability || !behaviour.wantsTerminalCapability)
      && (channel != .basic || !behaviour.refusesISDROnBasicChannel)
  }

  private func choose(_ application: Application?, in state: inout ChannelState) -> Bool {
    switch application {
    case .files(let directory)?: state.select(directory)
    case .domain(let domain)?: state.select(domain, masterFile: masterFile)
    case nil: return false
    }
    return true
  }
}
