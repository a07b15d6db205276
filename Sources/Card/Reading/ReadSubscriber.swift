import CardState

extension SnapshotReader {
  /// Reads the ICCID and, where there is one, the application that holds the subscription.
  ///
  /// The ICCID comes first: after a reset the master file is current, so it is one exchange.
  func readSubscriber() throws(ChannelError) {
    try readICCID()
    var selected = try selectUSIM()
    if selected == nil { selected = try selectGSM() }
    guard let application = selected else {
      if snapshot.iccid != nil { snapshot.kind = .uicc }
      return
    }
    snapshot.kind = application.kind
    if needsICCIDAgain { try readICCID() }
    try readSubscription(application)
  }

  private func readICCID() throws(ChannelError) {
    snapshot.files.removeAll { $0.name == EFICCID.descriptor.name }
    snapshot.iccid = try value(of: EFICCID.self)?.iccid.digits
  }

  /// Whether the ICCID was not there, or not one: another program may have left another directory
  /// current, where the short identifier of EF.ICCID names another file.
  private var needsICCIDAgain: Bool {
    snapshot.iccid.flatMap { ICCID($0) }?.isTelecommunication != true
  }

  private func readSubscription(_ application: SubscriberApplication) throws(ChannelError) {
    var subscriber = Subscriber()
    var pin1 = application.pin1
    var isPINRequired = false
    if plan.sections.contains(.identity) {
      let imsi = try value(of: EFIMSI.self, in: application.directory)?.imsi
      isPINRequired = wasLastFileGuarded
      let data = try value(of: EFAD.self, in: application.directory)
      if let imsi { subscriber.identify(imsi, mncLength: data?.mncLength) }
    }
    if plan.sections.contains(.names) {
      subscriber.spn = try value(of: EFSPN.self, in: application.directory)?.name
    }
    if isPINRequired { pin1.enabled = true }
    if isPINRequired || plan.sections.contains(.pin) {
      if pin1.triesLeft == nil { pin1.triesLeft = try PIN.triesLeft(session) }
      snapshot.pin = PINStates(pin1: pin1)
    }
    if isPINRequired { warnOfPIN(pin1) }
    snapshot.subscriber = subscriber
  }

  private var wasLastFileGuarded: Bool {
    guard let refusal = snapshot.files.last?.statusWord.flatMap({ [UInt8](hex: $0) }) else {
      return false
    }
    return ResponseAPDU(bytes: refusal)?.status.isSecurityRefusal == true
  }

  private func warnOfPIN(_ pin1: PINState) {
    let tries = pin1.triesLeft.map { ", \($0) tries left" } ?? ""
    warn(
      "pin1.required", "the IMSI needs PIN1\(tries)",
      hint: pin1.triesLeft == 0
        ? "PIN1 is blocked: the carrier has the PUK that unblocks it"
        : "put the card into a phone and switch its PIN off there; no try was used here")
  }

  /// Selects the USIM by the beginning of its name, or by the whole name that EF.DIR has for it.
  private func selectUSIM() throws(ChannelError) -> SubscriberApplication? {
    let wantsPIN = plan.sections.contains(.pin)
    var selection = try files.selectApplication(.usim, as: .usim, fetchesParameters: wantsPIN)
    if !selection.status.hasValidData, !selection.status.isUnknownCommand,
      let aid = try applications().first(where: { $0.hasPrefix(.usim) })
    {
      selection = try files.selectApplication(aid, as: .usim, fetchesParameters: wantsPIN)
    }
    guard selection.status.hasValidData else { return nil }
    return SubscriberApplication(
      kind: .usim, directory: .usim,
      pin1: PINState(enabled: selection.parameters?.pinEnabled[FileControlParameters.pin1]))
  }

  /// The names in EF.DIR.
  private func applications() throws(ChannelError) -> [AID] {
    guard case .records(let records) = try files.read(EFDIR.descriptor) else { return [] }
    return records.compactMap { record in
      var reader = ByteReader(record)
      return (try? EFDIR(parsing: &reader))?.aid
    }
  }

  /// Selects the GSM application with class A0. From then on files are read that way.
  private func selectGSM() throws(ChannelError) -> SubscriberApplication? {
    let gsm = FileSystem(session, dialect: .gsm)
    let answer = try gsm.selectDirectory(.gsm)
    guard answer.status.hasValidData else { return nil }
    files = gsm
    return SubscriberApplication(
      kind: .sim, directory: .gsm, pin1: PIN.state(inGSMDirectory: answer.data) ?? PINState())
  }
}

/// The application of a card that holds the subscription.
private struct SubscriberApplication {
  var kind: CardSnapshot.Kind
  var directory: Directory
  var pin1: PINState
}

extension Subscriber {
  fileprivate mutating func identify(_ imsi: IMSI, mncLength: Int?) {
    self.imsi = imsi.digits
    mcc = imsi.mcc
    mnc = imsi.mnc(length: mncLength ?? IMSI.mncLength(mcc: imsi.mcc))
    mncSource = mncLength == nil ? .countryCode : .efAD
  }
}
