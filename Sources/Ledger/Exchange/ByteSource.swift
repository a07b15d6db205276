import FoundationEssentials

/// The bytes of a file, one after the other, with the line they are in.
final class ByteSource {
  private let read: () throws -> Data
  private var chunk: [UInt8] = []
  private var index = 0
  private var isAtEnd = false
  /// The line of the next byte, from 1.
  private(set) var line = 1

  init(_ read: @escaping () throws -> Data) { self.read = read }

  /// The next byte, which stays the next one.
  func peek() throws -> UInt8? {
    while index == chunk.count {
      if isAtEnd { return nil }
      chunk = Array(try read())
      index = 0
      isAtEnd = chunk.isEmpty
    }
    return chunk[index]
  }

  func next() throws -> UInt8? {
    guard let byte = try peek() else { return nil }
    index += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte
  }

  /// Passes over the byte order mark that some programs put before UTF-8. False when there is one of
  /// another encoding.
  func skipMark() throws -> Bool {
    guard let first = try peek() else { return true }
    if first == 0xFE || first == 0xFF { return false }
    guard first == 0xEF else { return true }
    _ = try next()
    guard try next() == 0xBB, try next() == 0xBF else { return false }
    return true
  }
}
