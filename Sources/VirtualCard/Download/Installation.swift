import Card

/// What becomes of a bound profile package (SGP.22 §2.5.6, §3.1.3.3).
extension SecureElement {
  /// Takes a segment, and installs the profile when it is whole. Empty as long as more is to come,
  /// else ProfileInstallationResult.
  mutating func take(_ segment: [UInt8], _ loader: inout ProfileLoader) throws(FunctionRefusal)
    -> [UInt8]
  {
    let progress: ProfileLoader.Progress
    do {
      progress = try loader.take(segment)
      try check(progress, loader)
    } catch {
      return try fail(error, loader)
    }
    guard case .complete(let profile) = progress else { return [] }
    return try install(profile, loader)
  }

  /// What keeps a profile from being installed.
  private func check(_ progress: ProfileLoader.Progress, _ loader: ProfileLoader)
    throws(InstallationError)
  {
    guard loader.size <= freeMemory else {
      throw InstallationError(command: .loadProfileElements, reason: .insufficientMemory)
    }
    if case .complete(let profile) = progress,
      !PackageContents.isNamed(profile.iccid, profile.package)
    {
      throw InstallationError(command: .loadProfileElements, reason: .dataMismatch)
    }
    guard case .metadata(let profile) = progress else { return }
    if profiles.contains(where: { $0.iccid == profile.iccid }) {
      throw InstallationError(command: .storeMetadata, reason: .iccidAlreadyExists)
    }
    if !information.forbiddenPolicyRules.isDisjoint(with: profile.policyRules) {
      throw InstallationError(command: .storeMetadata, reason: .pprNotAllowed)
    }
  }

  private mutating func install(_ downloaded: StoredProfile, _ loader: ProfileLoader)
    throws(FunctionRefusal) -> [UInt8]
  {
    var profile = downloaded
    profile.aid = freeAID
    profile.subscription = Subscription(
      iccid: profile.iccid, imsi: PackageContents.imsi(profile.package),
      serviceProvider: profile.serviceProvider, registration: .neverUsed)
    profiles.append(profile)
    let success = BERTLV.encode(
      0xA0, BERTLV.encode(0x4F, profile.aid), BERTLV.encode(0x04, Self.allElementsDone))
    let result = try conclude(loader, success)
    try report(.install, of: profile)
    return result
  }

  /// Says why there will be no profile.
  mutating func fail(_ error: InstallationError, _ loader: ProfileLoader)
    throws(FunctionRefusal) -> [UInt8]
  {
    try conclude(
      loader,
      BERTLV.encode(
        0xA1, BERTLV.encode(0x80, [error.command.rawValue]),
        BERTLV.encode(0x81, [error.reason.rawValue])))
  }

  /// ProfileInstallationResult, signed; it waits among the notifications too.
  private mutating func conclude(_ loader: ProfileLoader, _ final: [UInt8])
    throws(FunctionRefusal) -> [UInt8]
  {
    unusedKeys = nil
    lastNotificationNumber += 1
    var notification = Notification(
      number: lastNotificationNumber, operation: .install, address: loader.server.address,
      iccid: loader.profile?.iccid)
    let data = BERTLV.encode(
      0xBF27, BERTLV.encode(0x80, loader.server.transaction), notification.metadata,
      BERTLV.encode(0x06, loader.server.holder.bytes), BERTLV.encode(0xA2, final))
    let result = BERTLV.encode(0xBF37, data, try signature(data))
    notification.signed = result
    notifications.append(notification)
    return result
  }

  /// The first AID of an ISD-P that no profile has.
  private var freeAID: [UInt8] {
    let taken = Set(profiles.map(\.aid))
    return (UInt8(1)...240).lazy.map(ApplicationIdentifier.isdp).first { !taken.contains($0) } ?? []
  }

  /// EUICCResponse of the profile package interpreter: one PEStatus, ok.
  private static let allElementsDone: [UInt8] = BERTLV.encode(
    0x30, BERTLV.encode(0xA0, BERTLV.encode(0x30, BERTLV.encode(0x80, [0]))))
}
