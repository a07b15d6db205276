public import CardState
internal import Words

extension SnapshotReader {
  /// Puts messages, calls and the carrier's own numbers into the snapshot.
  func noteMessages() {
    // What could not be read is not "no messages", and neither is no place for any.
    snapshot.messages = wereRead(EF.messages.sms) ? storedMessages + statusReports : nil
    snapshot.serviceNumbers =
      wereRead(EF.contacts.sdn, EF.contacts.mbdn, EF.cphs.informationNumbers)
      ? numbers(EF.contacts.sdn) + numbers(EF.contacts.mbdn) + informationNumbers : nil
    snapshot.calls =
      wereRead(EF.calls.oci, EF.calls.ici)
      ? calls(EF.calls.oci, \.call) + calls(EF.calls.ici, \.call) : nil
    if value(EF.messages.smss)?.isMemoryExceeded == true {
      warn(
        "messages.full",
        Words("the card's memory for messages was full: warnings of the carrier may be lost"),
        hint: Words("delete messages in a phone"))
    }
  }

  /// Puts the phone book and the numbers dialled into the snapshot.
  func noteContacts() {
    snapshot.contacts =
      wereRead(EF.contacts.adn, EF.contacts.fdn, EF.contacts.lnd)
      ? numbers(EF.contacts.adn) + numbers(EF.contacts.fdn) + numbers(EF.contacts.lnd) : nil
  }

  /// Whether any of some files gave what it holds.
  private func wereRead(_ known: any KnownFile...) -> Bool {
    known.contains { known in
      let found = file(known)
      return found?.status == .blank || found?.records?.isEmpty == false
    }
  }

  private var informationNumbers: [NamedNumber] {
    all(EF.cphs.informationNumbers).compactMap { entry in
      entry.number.map {
        NamedNumber(
          name: entry.name, number: $0.description,
          source: EF.cphs.informationNumbers.descriptor.name)
      }
    }
  }

  private var storedMessages: [ShortMessage] {
    var assembly = MessageAssembly()
    for (record, bytes) in rawRecords(EF.messages.sms) {
      guard let stored = try? StoredMessage(record: bytes),
        plan.includesDeletedMessages || stored.status != .free
      else { continue }
      assembly.add(stored, record: record)
    }
    return assembly.messages.map(ShortMessage.init)
  }

  private var statusReports: [ShortMessage] {
    rawRecords(EF.messages.smsr).compactMap { record, bytes in
      guard let stored = try? StoredStatusReport(record: bytes),
        plan.includesDeletedMessages || stored.messageRecord != nil
      else { return nil }
      return Message(stored, record: record).map(ShortMessage.init)
    }
  }

  /// The records of a file with their numbers, from 1.
  private func rawRecords(_ known: some KnownFile) -> [(record: Int, bytes: [UInt8])] {
    (file(known)?.records ?? []).enumerated().compactMap { index, record in
      record.raw.flatMap { [UInt8](hex: $0) }.map { (index + 1, $0) }
    }
  }

  private func numbers(_ file: ElementaryFile<DiallingNumberRecord>) -> [NamedNumber] {
    all(file).compactMap { entry in
      entry.number.map {
        NamedNumber(name: entry.name, number: $0.description, source: file.descriptor.name)
      }
    }
  }

  private func calls<Layout>(
    _ file: ElementaryFile<Layout>, _ call: (Layout) -> CallRecord
  ) -> [NamedNumber] {
    all(file).map(call).compactMap { call in
      guard let number = call.number else { return nil }
      var entry = NamedNumber(
        name: call.name, number: number.description, source: file.descriptor.name)
      entry.calledAt = call.time?.description
      entry.seconds = call.duration.map(Int.init)
      return entry
    }
  }
}

extension ShortMessage {
  /// What `message` says, in the words of the document.
  public init(_ message: Message) {
    self.init(direction: message.direction.rawValue, records: message.records)
    status = message.status?.rawValue
    address = message.address.text
    serviceCentre = message.serviceCentre?.text
    sentAt = message.timeStamp?.rfc3339
    text = message.text
    data = message.data
    ports = message.ports.map {
      Ports(destination: Int($0.destination), originator: Int($0.originator))
    }
    validity = message.validityPeriod.map(Validity.init)
    let missing = message.parts?.missing ?? []
    missingParts = missing.isEmpty ? nil : missing
  }
}

extension ShortMessage.Validity {
  fileprivate init(_ period: ValidityPeriod) {
    switch period {
    case .relative: self.init(format: "relative")
    case .absolute(let time):
      self.init(format: "absolute")
      until = time?.rfc3339
    case .enhanced:
      self.init(format: "enhanced")
      isSingleShot = period.isSingleShot
    }
    seconds = period.seconds
  }
}
