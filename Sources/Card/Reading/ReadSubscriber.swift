import CardState
internal import Words

extension SnapshotReader {
  /// Reads the ICCID and, where there is one, the application that holds the subscription.
  ///
  /// The ICCID comes first: after a reset the master file is current, so it is one exchange.
  func readSubscriber() throws(ChannelError) {
    try readICCID()
    let isInDoubt = snapshot.iccid.flatMap { ICCID($0) }?.isTelecommunication != true
    var selection = try selectUSIM()
    if case .absent = selection { selection = try selectGSM() }
    if isInDoubt { try readICCIDByPath(hasApplication: selection.isFound) }
    switch selection {
    case .found(let application):
      snapshot.kind = application.kind
      try readSubscription(pin1: pin == nil ? application.pin1 : verifyPIN(application.pin1))
      if plan.sections.contains(.files), !isGSM { try readOtherApplications() }
    case .absent:
      guard snapshot.iccid != nil else { return }
      snapshot.kind = .uicc
    case .failed(let name, let status):
      isApplicationInDoubt = true
      problems.append(
        ReadFailure(
          code: "card.applicationFailed",
          message: Words("the card did not let \(name) be selected (\(status.explained))"),
          hint: Words(
            "what it is and whose it is could not be read: insert it again and run the command again"
          )))
    }
    warnOfUnusableFiles()
  }

  /// A card that knows neither a file nor an application of a SIM nor an eUICC: something else, such as
  /// a bank card.
  func noteForeignCard() {
    guard plan.sections != [.profiles], snapshot.kind == .unknown, snapshot.iccid == nil,
      snapshot.euiccs.isEmpty, snapshot.unread == nil, !isApplicationInDoubt
    else { return }
    problems.append(
      ReadFailure(
        code: "card.notSIM",
        message: plan.sections.contains(.profiles)
          ? Words("the card answers, and is neither a SIM nor an eUICC")
          : Words("the card answers, and no SIM is on it"),
        hint: plan.sections.contains(.profiles)
          ? Words("is the right card in the reader?")
          : Words("an eUICC without an enabled profile has none: cardinfo profiles")))
  }

  /// Files that were there and could not be used, but for want of a PIN, which has a warning of its own.
  private func warnOfUnusableFiles() {
    let unusable = snapshot.files.filter(\.isUnusable)
    guard !unusable.isEmpty else { return }
    let names = unusable.map { file in
      [file.name ?? file.path, file.statusWord].compactMap { $0 }.joined(separator: " ")
    }.joined(separator: ", ")
    warn(
      "files.unusable",
      Words(
        unusable.count,
        one: "\(unusable.count) file could not be read as it should be: \(names)",
        other: "\(unusable.count) files could not be read as they should be: \(names)"),
      hint: Words("cardinfo --full shows each with its reason"))
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

  /// Whether the card wants PIN1: it refused files for want of a key, and not only those that no PIN of
  /// the subscriber opens.
  private func wantsPIN(_ found: PINState) -> Bool {
    guard snapshot.files.contains(where: \.isGuarded) else { return false }
    guard let imsi = file(EF.identity.imsi), imsi.status != .absent else {
      return found.enabled != false
    }
    return imsi.status == .refused
  }

  private func notePIN(_ found: PINState) throws(ChannelError) {
    let isRequired = wantsPIN(found)
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
  ///
  /// A card that fails, or refuses, has not said that it has none.
  private func selectUSIM() throws(ChannelError) -> ApplicationSelection {
    let wantsPIN = plan.sections.contains(.pin) || pin != nil
    var selection = try files.selectApplication(.usim, as: .usim, fetchesParameters: wantsPIN)
    selectsByBeginning = selection.status.hasValidData
    if selection.status.saysNothingIsThere, !selection.status.isUnknownCommand {
      try read(EF.identity.dir)
      guard let aid = all(EF.identity.dir).map(\.aid).first(where: { $0.hasPrefix(.usim) }) else {
        return .absent
      }
      selection = try files.selectApplication(aid, as: .usim, fetchesParameters: wantsPIN)
    }
    guard selection.status.hasValidData else {
      return selection.status.saysNothingIsThere
        ? .absent : .failed(Words("the USIM"), selection.status)
    }
    return .found(
      SubscriberApplication(
        kind: .usim,
        pin1: PINState(enabled: selection.parameters?.pinEnabled[FileControlParameters.pin1])))
  }

  /// Selects the GSM application with class A0. From then on files are read that way.
  private func selectGSM() throws(ChannelError) -> ApplicationSelection {
    let gsm = FileSystem(session, dialect: .gsm)
    let answer = try gsm.selectDirectory(.gsm, fetchesAnswer: true)
    guard answer.status.hasValidData else {
      return answer.status.saysNothingIsThere
        ? .absent : .failed(Words("the GSM application"), answer.status)
    }
    files = gsm
    isGSM = true
    return .found(
      SubscriberApplication(
        kind: .sim, pin1: PIN.state(inGSMDirectory: answer.data) ?? PINState()))
  }

  /// Reads the ISIM and the CSIM, where there are any, and what the card keeps for GSM networks beside
  /// its USIM.
  private func readOtherApplications() throws(ChannelError) {
    services = nil
    for (aid, directory) in [(AID.isim, Directory.isim), (.csim, .csim)] {
      let status = try files.selectApplication(aid, as: directory).status
      guard status.hasValidData else {
        if !status.saysNothingIsThere {
          warn(
            "card.applicationUnread",
            Words("the card did not let \(directory.name) be selected (\(status.explained))"))
        }
        continue
      }
      for file in EF.all where file.descriptor.directory == directory { try read(file) }
    }
    try readTwins()
  }

  /// Reads the files of the USIM where the GSM application has them too. They are for whoever compares
  /// them: what the card says of itself is in those of the USIM.
  private func readTwins() throws(ChannelError) {
    let gsm = FileSystem(session, dialect: .gsm)
    if try gsm.selectDirectory(.gsm).status.hasValidData {
      files = gsm
    } else {
      // Not every card and protocol takes class A0.
      guard try files.selectDirectory(.gsm).status.hasValidData else { return }
    }
    let known = values
    defer { values = known }
    for file in EF.all {
      guard let twin = file.descriptor.inGSM, twin.directory == .gsm else { continue }
      try read(file, at: twin)
    }
    for file in EF.all where file.descriptor.directory == .gsm {
      try read(file, at: file.descriptor)
    }
  }
}

/// What selecting the application that holds the subscription gave.
private enum ApplicationSelection {
  case found(SubscriberApplication)
  /// The card has none of the kind.
  case absent
  /// The card did not say whether it has one.
  case failed(Words, StatusWord)

  var isFound: Bool { if case .found = self { true } else { false } }
}

/// The application of a card that holds the subscription.
private struct SubscriberApplication {
  var kind: CardSnapshot.Kind
  var pin1: PINState
}

extension FileSnapshot {
  /// Whether something is there that could not be used, whatever a PIN opens.
  fileprivate var isUnusable: Bool {
    status == .malformed || status == .incomplete || status == .refused && !isGuarded
  }

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
