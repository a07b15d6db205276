import Glibc
import Ledger
import Words

/// A table of cards that grows by a row for each new one. A row is written whole and kept at once, so that
/// an interruption loses none; a card that is in the table is not written again, in this run or a later one.
final class CardTable {
  private let descriptor: Int32
  private let path: String
  private var known: Set<String>

  /// Opens a table, or begins one that only its owner can read.
  ///
  /// - Throws: What the system says; an error for a file that is something else.
  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFailure.writing(path) }
    self.descriptor = descriptor
    let text = Self.text(descriptor)
    let rows = TableText.rows(of: text)
    known = Set(rows.dropFirst().compactMap { $0.first ?? nil })
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

  /// Adds a card that is not there yet.
  func add(_ row: CardRow) throws {
    guard let key = row.key, !known.contains(key) else { return }
    try write(TableText.row(row.cells))
    known.insert(key)
  }

  private func write(_ text: String) throws {
    var failure: SystemFailure?
    writeAll(Array(text.utf8), to: descriptor) { _ in failure = .writing(path) }
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = .writing(path) }
    if let failure { throw failure }
  }

  private static func text(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      guard count > 0 else { return bytes }
      bytes += block.prefix(count)
    }
  }
}
