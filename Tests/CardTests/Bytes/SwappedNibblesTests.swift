import Card
import Testing

struct SwappedNibblesTests {
  @Test(arguments: [
    ("9868001032547698F0FF", "8986000123456789" + "0"),
    ("98", "89"),
    ("F8", "8"),
    ("FFFF", ""),
  ]) func readsTheLowNibbleFirst(hex: String, digits: String) {
    #expect(SwappedNibbles.digits(bytes(hex)) == digits)
  }

  @Test func writesWhatItReads() {
    #expect(
      SwappedNibbles.encode("898600012345678900B5", count: 10)?.hex
        == "986800103254769800 5B".filter { $0 != " " })
    #expect(SwappedNibbles.encode("123", count: 2)?.hex == "21F3")
    #expect(SwappedNibbles.encode("12345", count: 2) == nil)
    #expect(SwappedNibbles.encode("1x", count: 2) == nil)
  }
}
