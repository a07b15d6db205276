import CardState

extension SnapshotReader {
  /// What the registration files say, put together.
  var registration: Registration {
    var registration = Registration(homePLMNs: homePLMNs)
    registration.cs = domain(EF.registration.loci)?.with(keysForCalls)
    registration.ps = domain(EF.registration.psloci)?.with(keysForData)
    registration.eps = domain(EF.registration.epsloci)?
      .with(all(EF.registration.epsnsc).first.map { RegistrationKeys($0) })
    registration.fiveG = domain(EF.registration.fiveGS3GPPLOCI)?
      .with(all(EF.registration.fiveGS3GPPNSC).first.map { RegistrationKeys($0) })
    registration.fiveGNon3GPP = domain(EF.registration.fiveGSN3GPPLOCI)?
      .with(all(EF.registration.fiveGSN3GPPNSC).first.map { RegistrationKeys($0) })
    registration.forbiddenPLMNs = forbiddenPLMNs
    return registration
  }

  /// A file that is all FF is blank, and that says something too.
  private func domain<Layout: RegistrationLayout>(
    _ file: ElementaryFile<Layout>
  ) -> Registration.Domain? {
    if let value = value(file) {
      return Registration.Domain(
        Registration.Status(rawValue: value.status.rawValue), plmn: value.plmn?.digits,
        hasIdentity: value.hasIdentity, area: value.area.rawValue,
        isDeleted: value.area == .deleted || value.hasIdentityHeader && !value.hasIdentity,
        isFactoryShaped: value.isFactoryShaped)
    }
    return self.file(file)?.status == .blank ? Registration.Domain(.reserved, isBlank: true) : nil
  }

  private var keysForCalls: RegistrationKeys? {
    value(EF.registration.keys).map { RegistrationKeys($0) }
      ?? value(EF.registration.kc).map { RegistrationKeys($0) }
  }

  private var keysForData: RegistrationKeys? {
    value(EF.registration.keysPS).map { RegistrationKeys($0) }
      ?? value(EF.registration.kcGPRS).map { RegistrationKeys($0) }
  }

  private var forbiddenPLMNs: [String]? {
    if let list = value(EF.registration.fplmn) { return list.plmns.map(\.digits) }
    return file(EF.registration.fplmn)?.status == .blank ? [] : nil
  }

  /// The network of the IMSI first, then those that the card names as its equals, each once.
  private var homePLMNs: [String] {
    var home: [String] = []
    if let mcc = subscriber.mcc, let mnc = subscriber.mnc { home.append(mcc + mnc) }
    home += value(EF.networks.ehplmn)?.plmns.map(\.digits) ?? []
    home += value(EF.networks.hplmnWithTechnology)?.networks.map(\.plmn.digits) ?? []
    home += value(EF.networks.spdi)?.plmns.map(\.digits) ?? []
    var seen: Set<String> = []
    return home.filter { seen.insert($0).inserted }
  }
}

/// Which keys go with a registration, and whether there are any; never the keys.
private struct RegistrationKeys {
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
  fileprivate func with(_ keys: RegistrationKeys?) -> Registration.Domain {
    var domain = self
    domain.keySetIdentifier = keys?.identifier.map(Int.init)
    domain.hasKeys = keys?.areThere
    return domain
  }
}
