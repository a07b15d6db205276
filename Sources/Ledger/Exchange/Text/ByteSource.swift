import FoundationEssentials
import Words

/// The bytes of a file, one after the other, with the line they are in.
final class ByteSource {
  private let read: () throws -> Data
  private var chunk: [UInt8] = []
  private var index = 0
  private var isAtEnd = false
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private var count = 0

  /// No person's lines are longer.
  static let most = 4 << 30

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
    count += 1
    // A line ends with either, or with both as one.
    if byte == UInt8(ascii: "\n") {
      line += 1
    } else if byte == UInt8(ascii: "\r"), try peek() != UInt8(ascii: "\n") {
      line += 1
    }
    guard count <= Self.most else {
      throw LedgerError.notImportable(Words("the file is longer than \(Self.most >> 30) GiB"))
    }
    return byte
  }

  /// The bytes that come next, which stay the next ones: so many, or all there are.
  func prefix(_ most: Int) throws -> [UInt8] {
    while chunk.count - index < most, !isAtEnd {
      let more = try read()
      isAtEnd = more.isEmpty
      chunk = Array(chunk[index...]) + more
      index = 0
    }
    return Array(chunk[index...].prefix(most))
  }

  /// The first byte that is no blank, which stays where it is.
  func firstOfText() throws -> UInt8? {
    try prefix(1 << 10).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// The text in UTF-8, from an encoding that was given or that it shows.
  func decoded(as given: TextEncoding?) throws -> ByteSource {
    let beginning = try prefix(1 << 10)
    let shown = TextEncoding.shown(by: beginning)
    guard let encoding = given ?? shown?.encoding else { return self }
    if let shown, shown.mark > 0 { for _ in 0..<shown.mark { _ = try next() } }
    return ByteSource(
      encoding.decoding { [self] in
        // What was read ahead comes first.
        let ahead = chunk[index...]
        guard ahead.isEmpty else {
          index = chunk.count
          return Data(ahead)
        }
        return isAtEnd ? Data() : try read()
      })
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
