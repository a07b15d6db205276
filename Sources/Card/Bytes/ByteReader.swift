internal import Words

/// Consumes bytes from the front, and proves every length before it uses it.
///
/// Card bytes are hostile: nothing else in this library takes them apart.
public struct ByteReader: Sendable {
  private var unread: ArraySlice<UInt8>
  private let start: Int

  /// Reads from the first of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Reads from the first of `bytes`; `offset` is where that stands in the whole.
  public init(_ bytes: ArraySlice<UInt8>, offset: Int = 0) {
    unread = bytes
    start = bytes.startIndex - offset
  }

  /// Bytes consumed so far, counted from the start of the whole.
  public var offset: Int { unread.startIndex - start }

  /// Bytes left.
  public var count: Int { unread.count }

  /// Whether nothing is left.
  public var isAtEnd: Bool { unread.isEmpty }

  /// The next byte, left where it is.
  public var next: UInt8? { unread.first }

  /// Consumes one byte.
  public mutating func byte() throws(ParseError) -> UInt8 {
    guard let byte = unread.popFirst() else {
      throw ParseError(.truncated(needed: 1, left: 0), at: offset)
    }
    return byte
  }

  /// Consumes `count` bytes.
  public mutating func bytes(_ count: Int) throws(ParseError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= unread.count else {
      throw ParseError(.truncated(needed: count, left: unread.count), at: offset)
    }
    let taken = unread.prefix(count)
    unread = unread.dropFirst(count)
    return taken
  }

  /// Consumes everything but the last `count` bytes.
  public mutating func bytes(before count: Int) throws(ParseError) -> ArraySlice<UInt8> {
    guard count <= unread.count else {
      throw ParseError(.truncated(needed: count, left: unread.count), at: offset)
    }
    return try bytes(unread.count - count)
  }

  /// Consumes `count` bytes as a reader of their own, with offsets in the whole.
  public mutating func reader(_ count: Int) throws(ParseError) -> ByteReader {
    let offset = offset
    return ByteReader(try bytes(count), offset: offset)
  }

  /// Consumes `count` bytes (at most 8) as an unsigned number, most significant byte first.
  public mutating func unsigned(_ count: Int) throws(ParseError) -> UInt64 {
    guard count <= 8 else {
      throw ParseError(.invalid(Words("number longer than 8 bytes")), at: offset)
    }
    return try bytes(count).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Consumes everything left.
  public mutating func rest() -> ArraySlice<UInt8> {
    defer { unread = unread.suffix(0) }
    return unread
  }
}
