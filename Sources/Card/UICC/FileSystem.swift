/// Reads files of a card by the cheapest exchange that the card takes.
///
/// A file with a short identifier in the current directory is one exchange; what does not work so
/// is selected first. A card that turns out not to take short identifiers isn't asked that way
/// again.
public final class FileSystem {
  /// Records read of one file, at most (ETSI TS 102 221 §8.3.2 allows 254).
  public static let maximumRecords = 254
  /// Bytes read of one file, at most: as far as an offset reaches (§11.1.3).
  public static let maximumBytes = 0x8000

  private let session: CardSession
  private let dialect: Dialect
  private var current: Directory?
  private var application: Directory?
  private var takesShortIdentifiers: Bool
  private var shortIdentifiersWork = false
  // Some cards read nothing of a file whose parameters still wait to be fetched.
  private var wantsParametersFetched = false

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
    if response.status.hasValidData {
      current = directory
      application = directory
    }
    return Selection(
      status: response.status, parameters: try? FileControlParameters(response.data))
  }

  /// Selects a directory of a 2G SIM from the master file and returns the card's answer.
  ///
  /// - Parameter fetchesAnswer: Whether what the card says of the directory is worth an exchange.
  public func selectDirectory(
    _ directory: Directory, fetchesAnswer: Bool = false
  ) throws(ChannelError) -> ResponseAPDU {
    session.purpose = directory.name
    var response = try session.sendWithoutFetching(selectCommand(p1: 0, [0x3F, 0x00]))
    for identifier in directory.path where response.status.hasValidData {
      let command = selectCommand(p1: 0, identifier.bytes)
      response = try fetchesAnswer ? session.send(command) : session.sendWithoutFetching(command)
    }
    current = response.status.hasValidData ? directory : nil
    return response
  }

  /// Reads a file.
  ///
  /// A file of an application that is not selected counts as absent: by its path the card would
  /// give the file of another application.
  public func read(_ file: FileDescriptor) throws(ChannelError) -> FileContent {
    session.purpose = file.name
    guard isReachable(file) else { return .absent }
    if takesShortIdentifiers, current == file.directory, let short = file.shortIdentifier {
      let content = try readByShortIdentifier(short, file)
      if content.isRead { shortIdentifiersWork = true }
      if content.isFinal { return content }
      let selected = try readBySelecting(file)
      if selected.isRead, !shortIdentifiersWork { takesShortIdentifiers = false }
      return selected
    }
    return try readBySelecting(file)
  }

  private func isReachable(_ file: FileDescriptor) -> Bool {
    guard file.directory.root == .application, dialect == .uicc else { return true }
    return (application ?? current)?.application == file.directory.application
  }

  private func readByShortIdentifier(
    _ short: UInt8, _ file: FileDescriptor
  ) throws(ChannelError) -> FileContent {
    switch file.structure {
    case .transparent(let length):
      return try readTransparent(file, p1: 0x80 | short, length: length)
    case .linearFixed, .cyclic:
      return try readRecords(file, p2: short << 3 | Self.absoluteRecord, shape: nil)
    }
  }

  private func readBySelecting(_ file: FileDescriptor) throws(ChannelError) -> FileContent {
    switch file.structure {
    case .transparent(let length):
      let selection = try select(file, fetchesParameters: wantsParametersFetched)
      guard selection.status.hasValidData else { return FileContent(refusal: selection.status) }
      if wantsParametersFetched, let size = size(in: selection) {
        return try readTransparent(file, p1: 0, length: length.map { min($0, size) }, size: size)
      }
      let content = try readTransparent(file, p1: 0, length: length)
      guard content.gaveNothing, let size = try fetchSize(of: file, after: selection) else {
        return content
      }
      wantsParametersFetched = true
      session.purpose = file.name
      return try readTransparent(file, p1: 0, length: length.map { min($0, size) }, size: size)
    case .linearFixed, .cyclic:
      let selection = try select(file, fetchesParameters: true)
      guard selection.status.hasValidData else { return FileContent(refusal: selection.status) }
      return try readRecords(file, p2: Self.absoluteRecord, shape: shape(in: selection))
    }
  }

  private func size(in selection: ResponseAPDU) -> Int? {
    switch dialect {
    case .uicc: (try? FileControlParameters(selection.data))?.size
    case .gsm: FileControlParameters.size(inGSMAnswer: selection.data)
    }
  }

  /// How long the file is that was selected, where the card said so or has it waiting: it may still
  /// wait, or come with another SELECT. Nil when the card has nothing to say of it.
  private func fetchSize(
    of file: FileDescriptor, after selection: ResponseAPDU
  ) throws(ChannelError) -> Int? {
    if let size = size(in: selection) { return size }
    guard let waiting = selection.status.bytesToFetch else { return nil }
    session.purpose = "\(file.name) size"
    let answer = try session.send(
      CommandAPDU(
        dialect.cla, Instruction.getResponse, 0, 0, expected: .exactly(waiting),
        confidentiality: .open))
    if let size = size(in: answer) { return size }
    return size(in: try select(file, fetchesParameters: true))
  }

  private func shape(in selection: ResponseAPDU) -> FileControlParameters.RecordShape? {
    switch dialect {
    case .uicc: (try? FileControlParameters(selection.data))?.records
    case .gsm: FileControlParameters.RecordShape(gsmAnswer: selection.data)
    }
  }

  private func select(
    _ file: FileDescriptor, fetchesParameters: Bool
  ) throws(ChannelError) -> ResponseAPDU {
    func send(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
      try fetchesParameters ? session.send(command) : session.sendWithoutFetching(command)
    }
    if current == file.directory {
      return try send(selectCommand(p1: 0, file.identifier.bytes))
    }
    switch dialect {
    case .uicc:
      // By path from the master file, where 7FFF stands for the application in use (§8.4.2).
      let root: [UInt16] = file.directory.root == .application ? [0x7FFF] : []
      let path = root + file.directory.path + [file.identifier]
      let response = try send(selectCommand(p1: 0x08, path.flatMap(\.bytes)))
      if response.status.hasValidData { current = file.directory }
      return response
    case .gsm:
      let directory = try selectDirectory(file.directory)
      session.purpose = file.name
      guard directory.status.hasValidData else { return directory }
      return try send(selectCommand(p1: 0, file.identifier.bytes))
    }
  }

  private func selectCommand(p1: UInt8, _ name: [UInt8]) -> CommandAPDU {
    // P2 04: return the FCP template. Cards that would rather return nothing are none the worse.
    CommandAPDU(
      dialect.cla, Instruction.select, p1, dialect == .uicc ? 0x04 : 0x00, data: name,
      expected: dialect == .uicc ? .all : .none, confidentiality: .open)
  }

  /// Reads the first `length` bytes, or all: a short answer holds 256, and what is behind them is
  /// read from there on.
  private func readTransparent(
    _ file: FileDescriptor, p1: UInt8, length: Int?, size: Int? = nil
  ) throws(ChannelError) -> FileContent {
    if size == 0 { return .bytes([]) }
    let wanted = length ?? size.map { min($0, 256) }
    let first = try readBinary(file, p1: p1, p2: 0, wanted.map { .exactly($0) } ?? .all)
    guard first.status.hasValidData else { return FileContent(refusal: first.status) }
    var bytes = first.data
    guard length == nil else { return .bytes(bytes) }
    while bytes.count.isMultiple(of: 256), (256..<Self.maximumBytes).contains(bytes.count) {
      if let size, bytes.count >= size { break }
      let offset = UInt16(bytes.count)
      let more: ResponseAPDU
      do throws(ChannelError) {
        more = try readBinary(
          file, p1: UInt8(offset >> 8), p2: UInt8(truncatingIfNeeded: offset), .all)
      } catch  where error.spentPart != nil {
        return .cutShort(.bytes(bytes), by: .budget)
      }
      if more.status.leavesRestUnread { return .cutShort(.bytes(bytes), by: .refusal(more.status)) }
      guard more.status.hasValidData, !more.data.isEmpty else { break }
      bytes += more.data
    }
    return .bytes(bytes)
  }

  private func readBinary(
    _ file: FileDescriptor, p1: UInt8, p2: UInt8, _ length: CommandAPDU.ExpectedLength
  ) throws(ChannelError) -> ResponseAPDU {
    try session.send(
      CommandAPDU(
        dialect.cla, Instruction.readBinary, p1, p2, expected: length,
        confidentiality: file.confidentiality))
  }

  /// Reads all records: as many as the card says there are, or until it says there are no more.
  private func readRecords(
    _ file: FileDescriptor, p2: UInt8, shape: FileControlParameters.RecordShape?
  ) throws(ChannelError) -> FileContent {
    var records: [[UInt8]] = []
    var length = shape.map { CommandAPDU.ExpectedLength.exactly($0.length) } ?? .all
    for number in 1...(shape?.count ?? Self.maximumRecords) {
      let response: ResponseAPDU
      do throws(ChannelError) {
        response = try session.send(
          CommandAPDU(
            dialect.cla, Instruction.readRecord, UInt8(number), p2, expected: length,
            confidentiality: file.confidentiality))
      } catch  where error.spentPart != nil && !records.isEmpty {
        return .cutShort(.records(records), by: .budget)
      }
      guard response.status.hasValidData else {
        if records.isEmpty { return FileContent(refusal: response.status) }
        return shape == nil && !response.status.leavesRestUnread
          ? .records(records) : .cutShort(.records(records), by: .refusal(response.status))
      }
      records.append(response.data)
      // Nothing is not a record: the card would give as much of it as it is asked for.
      if response.data.isEmpty { break }
      // All records of a file are as long as the first.
      if (1...256).contains(response.data.count) { length = .exactly(response.data.count) }
    }
    return .records(records)
  }

  /// P2 of READ RECORD: the number in P1 counts from the first record.
  private static let absoluteRecord: UInt8 = 0x04
}

extension FileContent {
  fileprivate init(refusal status: StatusWord) {
    self = status.isNotFound ? .absent : .refused(status)
  }

  fileprivate var isRead: Bool { bytes?.isEmpty == false || records?.first?.isEmpty == false }

  /// Whether the card carried the command out and gave nothing, or did not like the length (6700): the
  /// size of the file helps.
  fileprivate var gaveNothing: Bool { self == .bytes([]) || self == .refused(0x6700) }

  /// Whether asking for the file in another way would not tell more.
  fileprivate var isFinal: Bool {
    if case .refused(let status) = self { return status.isSecurityRefusal }
    return isRead
  }
}

extension StatusWord {
  /// Whether, in the middle of a file, it is a failure or a refusal and not the file's end.
  fileprivate var leavesRestUnread: Bool { isTechnicalProblem || isSecurityRefusal }
}

extension UInt16 {
  fileprivate var bytes: [UInt8] { [UInt8(self >> 8), UInt8(truncatingIfNeeded: self)] }
}
