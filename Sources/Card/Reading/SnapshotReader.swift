public import CardState

/// Reads a card into a snapshot.
///
/// What works is kept when something else does not: a file that is refused stands in `files` with
/// its reason, and an exchange that fails ends the read but not what was read before it.
public final class SnapshotReader {
  /// What has been read so far.
  public internal(set) var snapshot: CardSnapshot

  let session: CardSession
  let plan: ReadingPlan
  var files: FileSystem

  /// Prepares a read over a channel that is guarded here: nothing this type sends can change the
  /// card.
  ///
  /// - Parameters:
  ///   - channel: The card.
  ///   - snapshot: Names the reader and the time; filled in by ``read()``.
  ///   - plan: What to read.
  ///   - isCancelled: Asked before each exchange.
  ///   - observer: Shown every exchange.
  public init(
    _ channel: any CardChannel, into snapshot: CardSnapshot, plan: ReadingPlan = ReadingPlan(),
    isCancelled: @escaping () -> Bool = { false }, observer: ((Exchange) -> Void)? = nil
  ) {
    self.snapshot = snapshot
    self.plan = plan
    session = CardSession(
      over: ReadOnlyChannel(channel), isCancelled: isCancelled, observer: observer)
    files = FileSystem(session, current: .masterFile)
  }

  /// Reads what the plan says.
  ///
  /// - Throws: What the channel throws. What was read until then stays in ``snapshot``, with a
  ///   warning that it is not all.
  public func read() throws(ChannelError) {
    defer { snapshot.cost = session.cost }
    checkAnswerToReset()
    do {
      let needsFiles = !plan.sections.isDisjoint(with: [.identity, .names, .pin])
      if needsFiles { try readSubscriber() }
      if plan.sections.contains(.profiles) { try readEUICCs() }
    } catch {
      warn(
        "read.incomplete", "the read ended early: what is not here may still be on the card",
        hint: "run the command again")
      throw error
    }
  }

  /// Reads a file, notes in the snapshot how that went, and returns its value where there is one.
  ///
  /// - Parameter directory: Where to look for it, if not where the specification of the USIM has
  ///   it.
  func value<File: ElementaryFile>(
    of type: File.Type, in directory: Directory? = nil
  ) throws(ChannelError) -> File? {
    let descriptor = directory.map(File.descriptor.moved(to:)) ?? File.descriptor
    let content = try files.read(descriptor)
    var file = FileSnapshot(path: descriptor.path, name: descriptor.name, status: .read)
    defer { snapshot.files.append(file) }
    switch content {
    case .absent:
      file.status = .absent
      return nil
    case .refused(let status):
      file.status = .refused
      file.statusWord = status.description
      file.problem = status.meaning
      return nil
    case .records(let records):
      file.records = records.map(\.hex)
      file.status = content.isBlank ? .blank : .read
      return nil
    case .bytes(let bytes):
      file.raw = bytes.hex
      guard !content.isBlank else {
        file.status = .blank
        return nil
      }
      do {
        var reader = ByteReader(bytes)
        return try File(parsing: &reader)
      } catch {
        file.status = .malformed
        file.problem = error.description
        return nil
      }
    }
  }

  private func checkAnswerToReset() {
    do {
      _ = try AnswerToReset(session.answerToReset)
    } catch {
      warn("atr.malformed", "the answer to reset is malformed: \(error)")
    }
  }

  func warn(_ code: String, _ message: String, hint: String? = nil) {
    snapshot.warnings.append(CardSnapshot.Warning(code: code, message: message, hint: hint))
  }
}
