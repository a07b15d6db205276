/// Reads files of a card by the cheapest exchange that the card takes.
///
/// A file with a short identifier in the current directory is one exchange; what does not work so
/// is selected first. A card that turns out not to take short identifiers isn't asked that way
/// again.
public final class FileSystem {
  /// Records read of one file, at most (ETSI TS 102 221 §8.3.2 allows 254).
  public static let maximumRecords = 254

  private let session: CardSession
  private let dialect: Dialect
  private var current: Directory?
  private var takesShortIdentifiers: Bool

  /// How a card wants to be asked.
  public enum Dialect: Sendable {
    /// As a UICC (ETSI TS 102 221): class 00.
    case uicc
    /// As a 2G SIM (3GPP TS 51.011): class A0.
    case gsm

    var cla: UInt8 { self == .uicc ? 0x00 : 0xA0 }
  }

  /// Reads over `session`. The current directory is taken to be `current`: after a reset it is the
  /// master file.
  public init(_ session: CardSession, dialect: Dialect = .uicc, current: Directory? = nil) {
    self.session = session
    self.dialect = dialect
    self.current = current
    takesShortIdentifiers = dialect == .uicc
  }

  /// What selecting an application gave.
  public struct Selection: Sendable {
    /// The card's answer: 61xx, 9000 and 91xx mean that the application is selected.
    public var status: StatusWord
    /// The file control parameters, when they came along or were asked for.
    public var parameters: FileControlParameters?
  }

  /// Selects an application by its name or the beginning of it.
  ///
  /// - Parameter fetchesParameters: Whether the file control parameters are worth an exchange of
  ///   their own at T=0. At T=1 they come along.
  public func selectApplication(
    _ aid: AID, as directory: Directory, fetchesParameters: Bool = false
  ) throws(ChannelError) -> Selection {
    session.purpose = directory.name
    let command = selectCommand(p1: 0x04, aid.bytes)
    let response =
      fetchesParameters
      ? try session.send(command) : try session.sendWithoutFetching(command)
    if response.status.hasValidData { current = directory }
    return Selection(
      status: response.status, parameters: try? FileControlParameters(response.data))
  }

  /// Selects a directory of a 2G SIM from the master file and returns the card's answer.
  public func selectDirectory(_ directory: Directory) throws(ChannelError) -> ResponseAPDU {
    session.purpose = directory.name
    var response = try session.send(selectCommand(p1: 0, [0x3F, 0x00]))
    for identifier in directory.path where response.status.hasValidData {
      response = try session.send(selectCommand(p1: 0, identifier.bytes))
    }
    current = response.status.hasValidData ? directory : nil
    return response
  }

  /// Reads a file.
  public func read(_ file: FileDescriptor) throws(ChannelError) -> FileContent {
    session.purpose = file.name
    if takesShortIdentifiers, current == file.directory, let short = file.shortIdentifier {
      let content = try readByShortIdentifier(short, file.structure)
      switch content {
      case .bytes, .records: return content
      case .refused(let status) where status.isSecurityRefusal: return content
      case .absent, .refused: break
      }
      let selected = try readBySelecting(file)
      if case .bytes = selected { takesShortIdentifiers = false }
      if case .records = selected { takesShortIdentifiers = false }
      return selected
    }
    return try readBySelecting(file)
  }

  private func readByShortIdentifier(
    _ short: UInt8, _ structure: FileDescriptor.Structure
  ) throws(ChannelError) -> FileContent {
    switch structure {
    case .transparent(let length):
      return .init(try readBinary(p1: 0x80 | short, length: length))
    case .linearFixed:
      return try readRecords(p2: short << 3 | Self.absoluteRecord)
    }
  }

  private func readBySelecting(_ file: FileDescriptor) throws(ChannelError) -> FileContent {
    let selection = try select(file)
    guard selection.status.hasValidData else { return FileContent(refusal: selection.status) }
    switch file.structure {
    case .transparent(let length): return .init(try readBinary(p1: 0, length: length))
    case .linearFixed: return try readRecords(p2: Self.absoluteRecord)
    }
  }

  private func select(_ file: FileDescriptor) throws(ChannelError) -> ResponseAPDU {
    if current == file.directory {
      return try session.sendWithoutFetching(selectCommand(p1: 0, file.identifier.bytes))
    }
    switch dialect {
    case .uicc:
      // By path from the master file, where 7FFF stands for the application in use (§8.4.2).
      let root: [UInt16] = file.directory.root == .application ? [0x7FFF] : []
      let path = root + file.directory.path + [file.identifier]
      let response = try session.sendWithoutFetching(
        selectCommand(p1: 0x08, path.flatMap(\.bytes)))
      if response.status.hasValidData { current = file.directory }
      return response
    case .gsm:
      let directory = try selectDirectory(file.directory)
      session.purpose = file.name
      guard directory.status.hasValidData else { return directory }
      return try session.sendWithoutFetching(selectCommand(p1: 0, file.identifier.bytes))
    }
  }

  private func selectCommand(p1: UInt8, _ name: [UInt8]) -> CommandAPDU {
    // P2 04: return the FCP template. Cards that would rather return nothing are none the worse.
    CommandAPDU(
      dialect.cla, Instruction.select, p1, dialect == .uicc ? 0x04 : 0x00, data: name,
      expected: dialect == .uicc ? .all : .none, confidentiality: .open)
  }

  private func readBinary(p1: UInt8, length: Int) throws(ChannelError) -> ResponseAPDU {
    try session.send(
      CommandAPDU(dialect.cla, Instruction.readBinary, p1, 0, expected: .exactly(length)))
  }

  private func readRecords(p2: UInt8) throws(ChannelError) -> FileContent {
    var records: [[UInt8]] = []
    var length = CommandAPDU.ExpectedLength.all
    for number in 1...Self.maximumRecords {
      let response = try session.send(
        CommandAPDU(
          dialect.cla, Instruction.readRecord, UInt8(number), p2, expected: length))
      guard response.status.hasValidData else {
        return records.isEmpty ? FileContent(refusal: response.status) : .records(records)
      }
      records.append(response.data)
      // All records of a linear fixed file are as long as the first.
      if !response.data.isEmpty { length = .exactly(response.data.count) }
    }
    return .records(records)
  }

  /// P2 of READ RECORD: the number in P1 counts from the first record.
  private static let absoluteRecord: UInt8 = 0x04
}

extension FileContent {
  fileprivate init(_ response: ResponseAPDU) {
    self = response.status.hasValidData ? .bytes(response.data) : .init(refusal: response.status)
  }

  fileprivate init(refusal status: StatusWord) {
    self = status.isNotFound ? .absent : .refused(status)
  }
}

extension UInt16 {
  fileprivate var bytes: [UInt8] { [UInt8(self >> 8), UInt8(truncatingIfNeeded: self)] }
}
