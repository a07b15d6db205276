/// A text in a data object: `80` and UTF-8, filled up with FF.
enum TaggedText {
  /// Consumes the data object.
  static func text(parsing reader: inout ByteReader) throws(ParseError) -> String {
    let start = reader.offset
    let object = try BERTLV(parsing: &reader)
    guard object.tag == 0x80 else { throw ParseError(.unexpectedTag(object.tag), at: start) }
    return object.text
  }

  /// The data object as `count` bytes. Nil when it does not fit.
  static func encoded(_ text: String, count: Int) -> [UInt8]? {
    BERTLV.encode(0x80, Array(text.utf8)).filled(to: count)
  }
}
