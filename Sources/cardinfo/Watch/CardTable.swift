import Glibc
import Ledger
import Words

/// A table of cards that grows by a row for each new one. A row is written whole and kept at once, so that
/// an interruption loses none; a card that is in the table is not written again, in this run or a later one.
final class CardTable {
  private let descriptor: Int32
  private let path: String
  /// The eUICCs in it, and the ICCIDs of cards.
  private var eids: Set<String> = []
  private var iccids: Set<String> = []
  /// The ICCIDs of rows without an EID.
  private var plainICCIDs: Set<String> = []

  /// Opens a table, or begins one that only its owner can read.
  ///
  /// - Throws: What the system says; an error for a file that is something else.
  init(_ path: String) throws {
    self.path = path
    // A pipe would wait for another end.
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw SystemFailure.writing(path) }
    self.descriptor = descriptor
    try Self.take(descriptor, path)
    let text = try Self.text(descriptor, path)
    let rows = try TableText.rows(of: text)
    for row in rows.dropFirst() { note(CardRow(cells: row)) }
    if rows.isEmpty {
      try write(TableText.row(CardRow.columns))
    } else {
      guard rows.first?.compactMap({ $0 }) == CardRow.columns else {
        throw Problem(
          .fileUnwritable, Words("\(path) is no table of cards"),
          nextStep: Words("name a file that is not there yet"))
      }
      // What an interruption cut off stays a row of its own.
      if text.last != 0x0A { try write("\r\n") }
    }
  }

  deinit { close(descriptor) }

  /// Keeps other programs from adding to a file, which knows what they would have added.
  private static func take(_ descriptor: Int32, _ path: String) throws {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= longest
    else {
      throw Problem(
        .fileUnwritable, Words("\(path) is no file, or too long for a table of cards"),
        nextStep: Words("name a file that is not there yet"))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw Problem(
        .fileUnwritable, Words("another cardinfo adds to \(path)"),
        nextStep: Words("end that one, or name another file"))
    }
  }

  /// Bytes of a table: about a million cards.
  private static let longest = 256 << 20

  /// Adds a card that is not there yet.
  func add(_ row: CardRow) throws {
    guard row.eid != nil || row.iccid != nil, !isKnown(row) else { return }
    try write(TableText.row(row.cells))
    note(row)
  }

  /// An eUICC is known by its EID, whichever profile is enabled; a card without one, or of which it was
  /// not read, by its ICCID.
  private func isKnown(_ row: CardRow) -> Bool {
    if let eid = row.eid, eids.contains(eid) { return true }
    guard let iccid = row.iccid else { return false }
    return (row.eid == nil ? iccids : plainICCIDs).contains(iccid)
  }

  private func note(_ row: CardRow) {
    if let eid = row.eid { eids.insert(eid) }
    guard let iccid = row.iccid else { return }
    iccids.insert(iccid)
    if row.eid == nil { plainICCIDs.insert(iccid) }
  }

  private func write(_ text: String) throws {
    var failure: SystemFailure?
    writeAll(Array(text.utf8), to: descriptor) { _ in failure = .writing(path) }
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = .writing(path) }
    if let failure { throw failure }
  }

  private static func text(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw SystemFailure(.fileUnreadable, Words("can't read \(path)"))
      }
      if count == 0 { return bytes }
      bytes += block.prefix(count)
    }
  }
}
