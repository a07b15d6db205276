import Card

extension Command {
  /// A T=0 header with P3, and the bytes after it. Nil when there is no header.
  static func headerT0(_ bytes: [UInt8]) -> (header: (Command, p3: UInt8), data: [UInt8])? {
    var reader = ByteReader(bytes)
    guard let command = try? Command(header: &reader) else { return nil }
    // A driver adds the P3 of a case 1 command.
    let p3 = (try? reader.byte()) ?? 0
    return ((command, p3), Array(reader.rest()))
  }

  /// A short or extended APDU (ISO/IEC 7816-4 §5.1). Nil when its lengths don't fit.
  init?(apdu bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let command = try? Command(header: &reader) else { return nil }
    self = command
    do {
      switch (reader.count, reader.next) {
      case (0, _): break
      case (1, _): expected = Self.le(UInt64(try reader.byte()), zero: 256)
      case (3, 0):
        _ = try reader.byte()
        expected = Self.le(try reader.unsigned(2), zero: 0x1_0000)
      case (_, 0) where reader.count > 3:
        _ = try reader.byte()
        data = Array(try reader.bytes(Int(try reader.unsigned(2))))
        if !reader.isAtEnd { expected = Self.le(try reader.unsigned(2), zero: 0x1_0000) }
      default:
        data = Array(try reader.bytes(Int(try reader.byte())))
        if !reader.isAtEnd { expected = Self.le(UInt64(try reader.byte()), zero: 256) }
      }
    } catch { return nil }
    guard reader.isAtEnd else { return nil }
  }

  /// How many bytes the terminal has room for; nil when it wants none.
  var room: Int? {
    switch expected {
    case .nothing: nil
    case .atMost(let count), .exactly(let count): count
    }
  }

  private init(header reader: inout ByteReader) throws(ParseError) {
    cla = try reader.byte()
    ins = try reader.byte()
    p1 = try reader.byte()
    p2 = try reader.byte()
  }

  private static func le(_ value: UInt64, zero: Int) -> Expected {
    value == 0 ? .atMost(zero) : .exactly(Int(value))
  }
}
