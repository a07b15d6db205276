internal import Words

/// A profile encrypted for one eUICC (GSMA SGP.22 §2.5.4), as its server sent it.
public struct BoundProfilePackage: Sendable {
  /// What is sent to the eUICC one after the other (§2.5.5): BF36's header with BF23; A0; A1's header and
  /// each 88; A2, where there is one; A3's header and each 86.
  public let segments: [ArraySlice<UInt8>]
  /// The transaction that it is for.
  public let transaction: [UInt8]

  /// Bytes of all segments.
  public var count: Int { segments.reduce(0) { $0 + $1.count } }

  /// The most data objects of one package; one of 2 MB in pieces of 1,020 bytes has 2,057.
  private static let maximumSegments = 16_384

  /// Cuts a package.
  ///
  /// - Throws: Where it is not built as the specification says: nothing of it is to be sent then.
  public init(_ bytes: [UInt8]) throws(ParseError) {
    var outer = ByteReader(bytes)
    let package = try BERTLV.verbatim(parsing: &outer)
    guard package.object.tag == ES10.loadBoundProfilePackage else {
      throw ParseError(.unexpectedTag(package.object.tag), at: 0)
    }
    guard outer.isAtEnd else { throw ParseError(.trailing(outer.count), at: outer.offset) }
    var reader = package.object.reader
    let opening = try Self.next(0xBF23, &reader)
    transaction = Array(try opening.object.children().transaction().value)
    var segments = [package.bytes.prefix(package.header + opening.bytes.count)]
    segments.append(try Self.next(0xA0, &reader).bytes)
    try Self.cut(try Self.next(0xA1, &reader), into: 0x88, &segments)
    var last = try BERTLV.verbatim(parsing: &reader)
    if last.object.tag == 0xA2 {
      segments.append(last.bytes)
      last = try BERTLV.verbatim(parsing: &reader)
    }
    guard last.object.tag == 0xA3 else {
      throw ParseError(.unexpectedTag(last.object.tag), at: last.object.offset)
    }
    try Self.cut(last, into: 0x86, &segments)
    guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
    self.segments = segments
  }

  private typealias Verbatim = (object: BERTLV, bytes: ArraySlice<UInt8>, header: Int)

  private static func next(
    _ tag: BERTLV.Tag, _ reader: inout ByteReader
  ) throws(ParseError) -> Verbatim {
    let found = try BERTLV.verbatim(parsing: &reader)
    guard found.object.tag == tag else {
      throw ParseError(.unexpectedTag(found.object.tag), at: found.object.offset)
    }
    return found
  }

  /// A sequence's header, and each data object in it.
  private static func cut(
    _ sequence: Verbatim, into tag: BERTLV.Tag, _ segments: inout [ArraySlice<UInt8>]
  ) throws(ParseError) {
    segments.append(sequence.bytes.prefix(sequence.header))
    var reader = sequence.object.reader
    guard !reader.isAtEnd else { throw ParseError(.missing(tag), at: reader.offset) }
    while !reader.isAtEnd {
      guard segments.count < maximumSegments else {
        throw ParseError(.invalid(Words("too many parts")), at: reader.offset)
      }
      segments.append(try next(tag, &reader).bytes)
    }
  }
}
