import Card

/// Takes the members of an ASN.1 SEQUENCE in their order. What is left when all that is known was
/// taken is of a later version, and ignored (SGP.22 annex H: EXTENSIBILITY IMPLIED).
struct Members {
  private var rest: ArraySlice<BERTLV>
  private let offset: Int

  init(of sequence: BERTLV) throws(ParseError) {
    rest = try sequence.children()[...]
    offset = sequence.offset
  }

  /// The next member, which has to have this tag.
  mutating func next(_ tag: BERTLV.Tag) throws(ParseError) -> BERTLV {
    guard let member = rest.popFirst() else { throw ParseError(.missing(tag), at: offset) }
    guard member.tag == tag else {
      throw ParseError(.unexpectedTag(member.tag), at: member.offset)
    }
    return member
  }

  /// The next member, where it has this tag.
  mutating func optional(_ tag: BERTLV.Tag) -> BERTLV? {
    rest.first?.tag == tag ? rest.popFirst() : nil
  }

  /// All that are left.
  mutating func remaining() -> ArraySlice<BERTLV> {
    defer { rest = [] }
    return rest
  }
}

extension BERTLV {
  /// The data object as bytes. They are those it came in, as DER has one form for each object.
  var encoded: [UInt8] { BERTLV.encode(tag, Array(value)) }
}
