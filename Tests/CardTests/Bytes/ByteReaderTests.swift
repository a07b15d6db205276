import Card
import Testing

struct ByteReaderTests {
  @Test func consumesFromTheFrontAndCountsOffsets() throws {
    var reader = reader("01 0203 040506 07")
    #expect(try reader.byte() == 0x01)
    #expect(try reader.unsigned(2) == 0x0203)
    #expect(try Array(reader.bytes(3)) == [4, 5, 6])
    #expect(reader.offset == 6)
    #expect(Array(reader.rest()) == [7])
    #expect(reader.isAtEnd)
  }

  @Test func aSliceKeepsItsPlaceInTheWhole() throws {
    var whole = reader("0102 030405")
    _ = try whole.bytes(2)
    var part = try whole.reader(3)
    _ = try part.byte()
    #expect(part.offset == 3)
    #expect(throws: ParseError(.truncated(needed: 9, left: 2), at: 3)) { try part.bytes(9) }
  }

  @Test(arguments: [-1, 3, Int.max, Int.min])
  func refusesLengthsThatAreNotThere(count: Int) {
    var reader = reader("0102")
    #expect(throws: ParseError.self) { try reader.bytes(count) }
    #expect(reader.count == 2)
  }

  @Test func refusesToReadPastTheEnd() {
    var reader = ByteReader([UInt8]())
    #expect(throws: ParseError(.truncated(needed: 1, left: 0), at: 0)) { try reader.byte() }
    #expect(throws: ParseError.self) { try reader.unsigned(9) }
  }
}
