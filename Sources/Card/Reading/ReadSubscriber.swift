import CardState
internal import Words

extension SnapshotReader {
  /// Reads the ICCID and, where there is one, the application that holds the subscription.
  ///
  /// The ICCID comes first: after a reset the master file is current, so it is one exchange.
  func readSubscriber() throws(ChannelError) {
    try readICCID()
    let isInDoubt = snapshot.iccid.flatMap { ICCID($0) }?.isTelecommunication != true
    var selected = try selectUSIM()
    if selected == nil { selected = try selectGSM() }
    if isInDoubt { try readICCIDByPath(hasApplication: selected != nil) }
    guard let application = selected else {
      if snapshot.iccid != nil { snapshot.kind = .uicc }
      return
    }
    snapshot.kind = application.kind
    try readSubscription(pin1: pin == nil ? application.pin1 : verifyPIN(application.pin1))
    if plan.sections.contains(.files), !isGSM { try readOtherApplications() }
  }

  private func readICCID() throws(ChannelError) {
    values[EF.identity.iccid.descriptor] = nil
    try read(EF.identity.iccid)
    snapshot.iccid = value(EF.identity.iccid)?.iccid.digits
  }

  /// Another program may have left another directory current, where the short identifier of
  /// EF.ICCID names another file: what that held is forgotten, and the file selected by its path.
  private func readICCIDByPath(hasApplication: Bool) throws(ChannelError) {
    if !hasApplication { files = FileSystem(session) }
    try readICCID()
  }

  private func readSubscription(pin1: PINState) throws(ChannelError) {
    let sections = ReadingPlan.Section.allCases.filter(plan.sections.contains)
    for section in sections {
      if section.usesServiceTable { try readServiceTable() }
      for file in section.files { try read(file) }
      if isGSM { for file in section.filesOfGSM { try read(file) } }
    }
    snapshot.subscriber = subscriber
    if plan.sections.contains(.registration) { snapshot.registration = registration }
    if plan.sections.contains(.messages) { noteMessages() }
    if plan.sections.contains(.contacts) { noteContacts() }
    try notePIN(pin1)
  }

  /// Reads which files are worth asking for; once. A table that can't be read rules nothing out.
  private func readServiceTable() throws(ChannelError) {
    if isGSM {
      guard snapshot.files.allSatisfy({ $0.name != EF.services.sst.descriptor.name }) else {
        return
      }
      try read(EF.services.sst, at: EF.services.sst.descriptor)
      services = value(EF.services.sst)?.services
    } else {
      guard file(EF.services.ust) == nil else { return }
      try read(EF.services.ust)
      services = value(EF.services.ust)?.services
    }
  }

  var subscriber: Subscriber {
    var subscriber = Subscriber()
    if let imsi = value(EF.identity.imsi)?.imsi {
      subscriber.identify(imsi, mncLength: value(EF.identity.ad)?.mncLength)
    }
    subscriber.spn = value(EF.identity.spn)?.name
    subscriber.gid1 = value(EF.identity.gid1)?.identifier.bytes.hex
    subscriber.gid2 = value(EF.identity.gid2)?.identifier.bytes.hex
    let numbers = all(EF.contacts.msisdn).compactMap(\.number?.description)
    subscriber.msisdns = numbers.isEmpty ? nil : numbers
    return subscriber
  }

  private func notePIN(_ found: PINState) throws(ChannelError) {
    let isRequired = snapshot.files.contains { $0.isGuarded }
    guard isRequired || plan.sections.contains(.pin) else { return }
    var pin1 = found
    if isRequired { pin1.enabled = true }
    // With class A0 asking would be a try; there the answer to SELECT has said it.
    if pin1.triesLeft == nil, !isGSM { pin1.triesLeft = try PIN.triesLeft(session) }
    snapshot.pin = PINStates(pin1: pin1)
    guard isRequired else { return }
    let message =
      pin1.triesLeft.map {
        Words(
          $0, one: "PIN1 is on, \($0) try left: what it guards could not be read",
          other: "PIN1 is on, \($0) tries left: what it guards could not be read")
      } ?? Words("PIN1 is on: what it guards could not be read")
    warn(
      "pin1.required", message,
      hint: pin1.triesLeft == 0
        ? Words("PIN1 is blocked: the carrier has the PUK that unblocks it")
        : Words("give it with --pin, or switch it off in a phone; reading uses no try"))
  }

  /// Selects the USIM by the beginning of its name, or by the whole name that EF.DIR has for it.
  private func selectUSIM() throws(ChannelError) -> SubscriberApplication? {
    let wantsPIN = plan.sections.contains(.pin) || pin != nil
    var selection = try files.selectApplication(.usim, as: .usim, fetchesParameters: wantsPIN)
    if !selection.status.hasValidData, !selection.status.isUnknownCommand {
      try read(EF.identity.dir)
      guard let aid = all(EF.identity.dir).map(\.aid).first(where: { $0.hasPrefix(.usim) }) else {
        return nil
      }
      selection = try files.selectApplication(aid, as: .usim, fetchesParameters: wantsPIN)
    }
    guard selection.status.hasValidData else { return nil }
    return SubscriberApplication(
      kind: .usim,
      pin1: PINState(enabled: selection.parameters?.pinEnabled[FileControlParameters.pin1]))
  }

  /// Selects the GSM application with class A0. From then on files are read that way.
  private func selectGSM() throws(ChannelError) -> SubscriberApplication? {
    let gsm = FileSystem(session, dialect: .gsm)
    let answer = try gsm.selectDirectory(.gsm, fetchesAnswer: true)
    guard answer.status.hasValidData else { return nil }
    files = gsm
    isGSM = true
    return SubscriberApplication(
      kind: .sim, pin1: PIN.state(inGSMDirectory: answer.data) ?? PINState())
  }

  /// Reads the ISIM and the CSIM, where there are any.
  private func readOtherApplications() throws(ChannelError) {
    services = nil
    for (aid, directory) in [(AID.isim, Directory.isim), (.csim, .csim)] {
      guard try files.selectApplication(aid, as: directory).status.hasValidData else { continue }
      for file in EF.all where file.descriptor.directory == directory { try read(file) }
    }
  }
}

/// The application of a card that holds the subscription.
private struct SubscriberApplication {
  var kind: CardSnapshot.Kind
  var pin1: PINState
}

extension FileSnapshot {
  /// Whether the card refused it for want of a PIN.
  var isGuarded: Bool {
    guard let word = statusWord.flatMap({ [UInt8](hex: $0) }) else { return false }
    return ResponseAPDU(bytes: word)?.status.isSecurityRefusal == true
  }
}

extension Subscriber {
  fileprivate mutating func identify(_ imsi: IMSI, mncLength: Int?) {
    self.imsi = imsi.digits
    mcc = imsi.mcc
    mnc = imsi.mnc(length: mncLength ?? IMSI.mncLength(mcc: imsi.mcc))
    mncSource = mncLength == nil ? .countryCode : .efAD
  }
}
