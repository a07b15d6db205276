internal import Words

/// The answer of an ES10 function (GSMA SGP.22 §5.7): one data object with the function's tag, and
/// data objects in it.
struct ES10Answer {
  /// All of it, as it came.
  let bytes: [UInt8]
  /// The same without padding, as it goes to a server.
  let message: [UInt8]
  /// The data objects in it.
  let objects: [BERTLV]

  /// Takes an answer apart.
  ///
  /// - Throws: Also where there is nothing, and where more than padding stands behind it.
  init(_ bytes: [UInt8], to function: BERTLV.Tag) throws(ParseError) {
    guard !bytes.isEmpty else {
      throw ParseError(.invalid(Words("success with nothing behind it")), at: 0)
    }
    var reader = ByteReader(bytes)
    let answer = try BERTLV(parsing: &reader)
    guard answer.tag == function else { throw ParseError(.unexpectedTag(answer.tag), at: 0) }
    let isPadded = reader.rest().allSatisfy { $0 == 0x00 || $0 == 0xFF }
    guard isPadded else { throw ParseError(.trailing(bytes.count - answer.end), at: answer.end) }
    self.bytes = bytes
    message = Array(bytes.prefix(answer.end))
    objects = try answer.children()
  }

  func first(_ tag: BERTLV.Tag) -> BERTLV? { objects.first(tag) }
}

extension BERTLV {
  /// Where the value ends in the whole.
  fileprivate var end: Int { offset + value.count }
}

/// A list that an eUICC gave: what could be made out, and the first thing in it that is not as the
/// specification says. With a flaw, something may be missing.
struct ES10List<Value> {
  var values: [Value] = []
  var flaw: ParseError?
  /// The whole answer, as it came.
  let bytes: [UInt8]

  /// Understands the data objects in `A0` that have a tag.
  ///
  /// - Throws: ``ISDRError/malformed(_:answer:)`` where there is no list, or nothing in it that could be
  ///   made out.
  init(
    _ answer: ES10Answer, of tag: BERTLV.Tag,
    _ decode: (BERTLV) throws(ParseError) -> Value
  ) throws(ISDRError) {
    bytes = answer.bytes
    guard let list = answer.first(0xA0) else {
      throw .malformed(ParseError(.missing(0xA0), at: 0), answer: bytes)
    }
    if let other = answer.objects.dropFirst().first {
      note(ParseError(.unexpectedTag(other.tag), at: other.offset))
    }
    let found = BERTLV.objects(in: list.reader)
    if let error = found.error { note(error) }
    for object in found.objects {
      guard object.tag == tag else {
        note(ParseError(.unexpectedTag(object.tag), at: object.offset))
        continue
      }
      do throws(ParseError) { values.append(try decode(object)) } catch { note(error) }
    }
    if values.isEmpty, let flaw { throw .malformed(flaw, answer: bytes) }
  }

  private mutating func note(_ error: ParseError) { flaw = flaw ?? error }
}
