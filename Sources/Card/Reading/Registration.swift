import CardState

extension SnapshotReader {
  /// What the registration files say, put together.
  var registration: Registration {
    var registration = Registration(homePLMNs: homePLMNs)
    registration.cs = domain(EFLOCI.self)?.with(keysForCalls)
    registration.ps = domain(EFPSLOCI.self)?.with(keysForData)
    registration.eps = domain(EFEPSLOCI.self)?
      .with(all(EFEPSNSC.self).first.map { Keys($0.contents) })
    registration.fiveG = domain(EF5GS3GPPLOCI.self)?
      .with(all(EF5GS3GPPNSC.self).first.map { Keys($0.contents) })
    registration.fiveGNon3GPP = domain(EF5GSN3GPPLOCI.self)?
      .with(all(EF5GSN3GPPNSC.self).first.map { Keys($0.contents) })
    registration.forbiddenPLMNs = forbiddenPLMNs
    return registration
  }

  /// A file that is all FF is blank, and that says something too.
  private func domain<File: RegistrationFile>(_ type: File.Type) -> Registration.Domain? {
    if let value = value(type) {
      return Registration.Domain(
        Registration.Status(rawValue: value.status.rawValue), plmn: value.plmn?.digits,
        hasIdentity: value.hasIdentity, area: value.area.rawValue,
        isDeleted: value.area == .deleted || value.hasIdentityHeader && !value.hasIdentity,
        isFactoryShaped: value.isFactoryShaped)
    }
    return file(type)?.status == .blank ? Registration.Domain(.reserved, isBlank: true) : nil
  }

  private var keysForCalls: Keys? {
    value(EFKeys.self).map { Keys($0.contents) } ?? value(EFKc.self).map { Keys($0.contents) }
  }

  private var keysForData: Keys? {
    value(EFKeysPS.self).map { Keys($0.contents) } ?? value(EFKcGPRS.self).map { Keys($0.contents) }
  }

  private var forbiddenPLMNs: [String]? {
    if let list = value(EFFPLMN.self) { return list.contents.plmns.map(\.digits) }
    return file(EFFPLMN.self)?.status == .blank ? [] : nil
  }

  /// The network of the IMSI first, then those that the card names as its equals, each once.
  private var homePLMNs: [String] {
    var home: [String] = []
    if let mcc = subscriber.mcc, let mnc = subscriber.mnc { home.append(mcc + mnc) }
    home += value(EFEHPLMN.self)?.contents.plmns.map(\.digits) ?? []
    home += value(EFHPLMNwAcT.self)?.contents.networks.map(\.plmn.digits) ?? []
    home += value(EFSPDI.self)?.plmns.map(\.digits) ?? []
    var seen: Set<String> = []
    return home.filter { seen.insert($0).inserted }
  }
}

/// Which keys go with a registration, and whether there are any; never the keys.
private struct Keys {
  var identifier: UInt8?
  var areThere: Bool

  init(_ keys: KeySet) {
    identifier = keys.keySetIdentifier
    areThere = keys.hasKeys
  }

  init(_ key: GSMCipherKey) {
    identifier = key.sequenceNumber
    areThere = key.hasKey
  }

  init(_ context: NASSecurityContext) {
    identifier = context.keySetIdentifier
    areThere = context.hasKey
  }
}

extension Registration.Domain {
  fileprivate func with(_ keys: Keys?) -> Registration.Domain {
    var domain = self
    domain.keySetIdentifier = keys?.identifier.map(Int.init)
    domain.hasKeys = keys?.areThere
    return domain
  }
}
