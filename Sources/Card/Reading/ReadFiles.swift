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
    } else {
      do {
        note(try files.read(descriptor), of: known, descriptor, in: &file)
      } catch {
        // One bad file is one bad file; a card of which all are bad is another matter.
        unusableAnswers += 1
        guard error.code == .badAnswer, unusableAnswers < 3 else { throw error }
        file.status = .malformed
        file.problem = error.message
      }
    }
    snapshot.files.append(file)
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
    case .cutShort(let part, let status):
      note(part, of: known, descriptor, in: &file)
      file.status = .incomplete
      file.statusWord = status.description
      file.problem = Words("the card gave a part and then refused (\(status.explained))")
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
