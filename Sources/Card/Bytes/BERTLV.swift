internal import Words

/// A BER-TLV data object (ISO/IEC 7816-4 §5.2.2, ETSI TS 101 220 §7.1.1).
///
/// Tags of up to four bytes, definite lengths of up to four bytes.
public struct BERTLV: Hashable, Sendable {
  /// Which data object it is.
  public var tag: Tag
  /// Its value.
  public var value: ArraySlice<UInt8>
  /// Where the value starts in the whole.
  public var offset: Int

  /// A tag as it stands on the wire, such as `0x5A` or `0xBF2D`.
  public struct Tag: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral,
    CustomStringConvertible
  {
    /// The bytes of the tag as one number.
    public var rawValue: UInt32

    /// A tag from its bytes as one number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A tag written as a literal.
    public init(integerLiteral value: UInt32) { self.rawValue = value }

    /// Whether the value is a sequence of data objects.
    public var isConstructed: Bool { bytes.first.map { $0 & 0x20 != 0 } ?? false }

    /// The bytes of the tag.
    public var bytes: [UInt8] {
      let all = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) }
      let significant = Array(all.drop { $0 == 0 })
      return significant.isEmpty ? [0] : significant
    }

    /// The tag as upper-case hexadecimal.
    public var description: String { bytes.hex }
  }

  /// How deep data objects may nest where a reader descends without a layout.
  public static let maximumDepth = 32

  /// Consumes one data object.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let header = try Self.header(parsing: &reader)
    tag = header.tag
    offset = reader.offset
    value = try reader.bytes(header.length)
  }

  /// Consumes the tag and the length of a data object, whose value may be elsewhere.
  public static func header(parsing reader: inout ByteReader) throws(ParseError)
    -> (tag: Tag, length: Int)
  {
    let tag = try Tag(parsing: &reader)
    return (tag, try length(parsing: &reader))
  }

  /// Consumes one data object, with its bytes as they came and how many of them are tag and length.
  static func verbatim(
    parsing reader: inout ByteReader
  ) throws(ParseError) -> (object: BERTLV, bytes: ArraySlice<UInt8>, header: Int) {
    var copy = reader
    let object = try BERTLV(parsing: &reader)
    let bytes = try copy.bytes(reader.offset - copy.offset)
    return (object, bytes, bytes.count - object.value.count)
  }

  /// The data objects that `reader` holds, up to its end or to padding of FF or 00 bytes.
  ///
  /// - Throws: Also where more than padding stands behind padding: what follows would be lost.
  public static func sequence(parsing reader: ByteReader) throws(ParseError) -> [BERTLV] {
    let found = objects(in: reader)
    if let error = found.error { throw error }
    return found.objects
  }

  /// The data objects that can be made out in what `reader` holds, with the first thing that is not as
  /// it should be: padding between data objects, which is stepped over, or bytes that are none, where
  /// it ends.
  static func objects(in reader: ByteReader) -> (objects: [BERTLV], error: ParseError?) {
    var reader = reader
    var objects: [BERTLV] = []
    var stray: ParseError?
    while let next = reader.next {
      let start = reader.offset
      if next == 0xFF || next == 0x00 {
        reader.skip { $0 == 0xFF || $0 == 0x00 }
        guard !reader.isAtEnd else { break }
        stray = stray ?? ParseError(.strayPadding, at: start)
        continue
      }
      do throws(ParseError) { objects.append(try BERTLV(parsing: &reader)) } catch {
        return (objects, stray ?? error)
      }
    }
    return (objects, stray)
  }

  /// The data objects in this one's value.
  public func children() throws(ParseError) -> [BERTLV] {
    try Self.sequence(parsing: reader)
  }

  /// Reads this data object's value, with offsets in the whole.
  public var reader: ByteReader { ByteReader(value, offset: offset) }

  private static func length(parsing reader: inout ByteReader) throws(ParseError) -> Int {
    let start = reader.offset
    let first = try reader.byte()
    guard first & 0x80 != 0 else { return Int(first) }
    let width = Int(first & 0x7F)
    guard (1...4).contains(width), let length = Int(exactly: try reader.unsigned(width)) else {
      throw ParseError(.unsupportedLength, at: start)
    }
    return length
  }
}

extension BERTLV.Tag {
  fileprivate init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    let first = try reader.byte()
    rawValue = UInt32(first)
    guard first & 0x1F == 0x1F else { return }
    for _ in 0..<3 {
      let byte = try reader.byte()
      rawValue = rawValue << 8 | UInt32(byte)
      if byte & 0x80 == 0 { return }
    }
    throw ParseError(.unsupportedTag, at: start)
  }
}

extension BERTLV {
  /// A data object as bytes: `parts`, one after the other, behind the shortest form of their
  /// length.
  public static func encode(_ tag: Tag, _ parts: [UInt8]...) -> [UInt8] {
    let value = parts.flatMap { $0 }
    return tag.bytes + encodedLength(value.count) + value
  }

  private static func encodedLength(_ count: Int) -> [UInt8] {
    guard count > 0x7F else { return [UInt8(truncatingIfNeeded: count)] }
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }.drop { $0 == 0 }
    return [0x80 | UInt8(bytes.count)] + bytes
  }
}

extension [BERTLV] {
  /// The first data object with `tag`.
  public func first(_ tag: BERTLV.Tag) -> BERTLV? {
    first { $0.tag == tag }
  }
}

extension BERTLV {
  /// The value as UTF-8 text; what is none reads as U+FFFD.
  public var text: String { String(decoding: value, as: UTF8.self) }

  /// The value as an unsigned number of up to four bytes.
  public func number() throws(ParseError) -> UInt32 {
    guard (1...4).contains(value.count) else {
      throw ParseError(.invalid(Words("number of length \(value.count)")), at: offset)
    }
    return value.reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// Bits with names: the contents of an ASN.1 BIT STRING (ITU-T X.690 §8.6), a count of unused bits
/// and then bit 0 first.
public enum NamedBits {
  /// The names of the bits that are set; a set bit without a name is `bitN`.
  public static func names(_ names: [String], in contents: ArraySlice<UInt8>) -> [String] {
    guard let unused = contents.first else { return [] }
    let bits = contents.dropFirst().flatMap { byte -> [Bool] in
      (0..<8).map { byte & (0x80 >> $0) != 0 }
    }
    return bits.dropLast(Int(min(unused, 7))).enumerated().filter(\.element).map { bit, _ in
      names.dropFirst(bit).first ?? "bit\(bit)"
    }
  }
}
