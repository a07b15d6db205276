/// A call that a phone noted: name, number, when it began and how long it was (3GPP TS 31.102
/// §4.2.33).
public struct CallRecord: Hashable, Sendable, Encodable {
  /// The other side's name.
  public var name: String?
  /// The other side's number.
  public var number: DiallingNumber?
  /// When it was.
  public var time: CallTime?
  /// How long it was, in seconds.
  public var duration: UInt32?

  /// Consumes a record's name, number, time and duration: the name is what goes before `tail` bytes
  /// and the 24 of the others.
  init(parsing reader: inout ByteReader, tail: Int) throws(ParseError) {
    let alpha = try reader.bytes(before: tail + 24)
    let entry = try DiallingNumberRecord(name: alpha, parsing: &reader)
    name = entry.name
    number = entry.number
    time = CallTime(try reader.bytes(7))
    let seconds = UInt32(try reader.unsigned(3))
    duration = seconds == 0xFF_FFFF ? nil : seconds
  }
}
