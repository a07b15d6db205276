import Renewal
import Testing

/// One number is written in many ways, and two numbers are not taken for one.
struct PhoneNumberTests {
  @Test(arguments: [
    ("+44 7700 900123", "07700 900123"), ("+447700900123", "0044 (7700) 900-123"),
    ("+44 7700 900123", "447700900123"), ("07700900123", "447700900123"),
    ("+86 138 0013 8000", "13800138000"), ("8613800138000", "138-0013-8000"),
    ("+39 06 1234567", "061234567"), ("+852 9123 4567", "91234567"),
  ]) func oneNumberIsFoundAsItIsWritten(one: String, other: String) throws {
    let (one, other) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    #expect(one.isSame(as: other) && other.isSame(as: one))
    #expect(one.tail == other.tail)
  }

  @Test(arguments: [
    ("+44 7700 900123", "+1 7700 900123"), ("+44 7700 900123", "07700 900124"),
    ("07700 900123", "17700 900124"), ("+44 7700 900123", "900123"),
    ("+852 9123 4567", "+86 91234567"), ("0912345678", "+4 91234567890123"),
  ]) func twoNumbersAreTwo(one: String, other: String) throws {
    let (one, other) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    #expect(!one.isSame(as: other) && !other.isSame(as: one))
  }

  @Test(arguments: ["", "1234", "giffgaff", "+44 7700 9OO123", "1234567890123456", "++4477009001"])
  func whatIsNoNumberIsRefused(text: String) { #expect(PhoneNumber(text) == nil) }
}
