import CardState
internal import Words

extension SnapshotReader {
  /// Reads a file and notes how that went. One that the service table does not announce is worth no
  /// exchange, unless everything is asked for: tables are not always right.
  ///
  /// On a 2G SIM the file is read where the GSM application keeps it; one that it does not have is
  /// passed over.
  func read(_ known: some KnownFile) throws(ChannelError) {
    guard let descriptor = isGSM ? known.descriptor.inGSM : known.descriptor else { return }
    try read(known, at: descriptor)
  }

  /// Reads a file where `descriptor` says it is.
  func read(_ known: some KnownFile, at descriptor: FileDescriptor) throws(ChannelError) {
    snapshot.files.removeAll { $0.path == descriptor.path }
    values[known.descriptor] = nil
    var file = FileSnapshot(path: descriptor.path, name: descriptor.name, status: .read)
    if let services, !plan.isFull, !descriptor.isAnnounced(by: services) {
      file.status = .notAsked
      file.problem = descriptor.services.dropFirst().reduce(
        descriptor.services.first.map { Words("the service table does not have service \($0)") }
      ) { words, service in words.map { Words("\($0) or \(service)") } }
    } else if left(for: descriptor.directory.application).isSpent {
      file.status = .notAsked
      file.problem = ChannelError.tooCostly(.application).message
    } else {
      do {
        note(try readWithinBudget(descriptor), of: known, descriptor, in: &file)
      } catch {
        // One bad file is one bad file; a card of which all are bad is another matter.
        unusableAnswers += 1
        let isTooCostly = error.spentPart == .file || error.spentPart == .application
        guard error.code == .badAnswer || isTooCostly, unusableAnswers < 3 else { throw error }
        file.status = isTooCostly ? .incomplete : .malformed
        file.problem = error.message
        if isTooCostly { costlyFiles.append(descriptor.name) }
      }
    }
    snapshot.files.append(file)
  }

  /// Reads a file, as far as it may cost exchanges and bytes.
  private func readWithinBudget(_ descriptor: FileDescriptor) throws(ChannelError) -> FileContent {
    let application = descriptor.directory.application
    let before = session.spent
    session.allow(budget.file, for: .file)
    session.allow(left(for: application), for: .application)
    defer {
      session.allow(nil, for: .file)
      session.allow(nil, for: .application)
      spent[application] =
        (spent[application] ?? .init(exchanges: 0, bytes: 0)) + (session.spent - before)
    }
    let content = try files.read(descriptor)
    if case .cutShort(_, .budget) = content { costlyFiles.append(descriptor.name) }
    return content
  }

  /// What an application may still cost.
  private func left(for application: CardApplication) -> ReadingBudget.Amount {
    spent[application].map { budget.application - $0 } ?? budget.application
  }

  /// Says which files were not read to their end, and which applications not to theirs, since the card
  /// made them cost too much.
  func noteWhatWasTooCostly() {
    if !costlyFiles.isEmpty {
      problems.append(
        ReadFailure(
          code: ReadingBudget.Part.file.code.rawValue,
          message: Words(
            costlyFiles.count,
            one:
              "\(costlyFiles.joined(separator: ", ")) was not read to its end: the card makes it too costly",
            other:
              "\(costlyFiles.joined(separator: ", ")) were not read to their ends: the card makes them too costly"
          ),
          hint: Words("a file may cost \(budget.file.words); the card is faulty, or means harm")))
    }
    let applications = CardApplication.allCases.filter { left(for: $0).isSpent }
    guard !applications.isEmpty else { return }
    problems.append(
      ReadFailure(
        code: ReadingBudget.Part.application.code.rawValue,
        message: Words(
          "not all files were read of: \(applications.map(\.rawValue).joined(separator: ", "))"),
        hint: Words(
          "an application may cost \(budget.application.words); the card is faulty, or means harm"))
    )
  }

  /// What a file means, if it was read and is not blank.
  func value<Layout>(_ file: ElementaryFile<Layout>) -> Layout? { all(file).first }

  /// What the records of a file mean that are in use.
  func all<Layout>(_ file: ElementaryFile<Layout>) -> [Layout] {
    (values[file.descriptor] ?? []).compactMap { $0 as? Layout }
  }

  /// How reading a file ended.
  func file(_ known: some KnownFile) -> FileSnapshot? {
    let descriptor = isGSM ? known.descriptor.inGSM : known.descriptor
    return snapshot.files.first { $0.path == descriptor?.path }
  }

  private func note(
    _ content: FileContent, of known: some KnownFile, _ descriptor: FileDescriptor,
    in file: inout FileSnapshot
  ) {
    switch content {
    case .absent: file.status = .absent
    case .refused(let status):
      file.status = .refused
      file.statusWord = status.description
      file.problem = status.meaning
    case .bytes(let bytes):
      let record = note(bytes, of: known, descriptor)
      file.status = record.status
      file.raw = record.raw
      file.value = record.value
      file.problem = record.problem
    case .cutShort(let part, let cut):
      note(part, of: known, descriptor, in: &file)
      file.status = .incomplete
      switch cut {
      case .refusal(let status):
        file.statusWord = status.description
        file.problem = Words("the card gave a part and then refused (\(status.explained))")
      case .budget: file.problem = ChannelError.tooCostly(.file).message
      }
    case .records(let records):
      let notes = records.map { note($0, of: known, descriptor) }
      file.records = notes
      if content.isBlank {
        file.status = .blank
      } else if notes.contains(where: { $0.status == .malformed }) {
        file.status = .malformed
      }
    }
  }

  private func note(
    _ bytes: [UInt8], of known: some KnownFile, _ descriptor: FileDescriptor
  ) -> FileSnapshot.Record {
    let raw = descriptor.confidentiality == .key ? nil : bytes.hex
    guard !bytes.isEmpty else {
      return FileSnapshot.Record(status: .malformed, raw: raw, problem: Words("no bytes in it"))
    }
    guard !bytes.allSatisfy({ $0 == 0xFF }) else {
      return FileSnapshot.Record(status: .blank, raw: raw)
    }
    do {
      var reader = ByteReader(bytes)
      let value = try known.decode(&reader)
      values[known.descriptor, default: []].append(value)
      return FileSnapshot.Record(status: .read, raw: raw, value: JSONValue(encoding: value))
    } catch {
      return FileSnapshot.Record(status: .malformed, raw: raw, problem: error.message)
    }
  }
}
