import Card
import Testing

struct PLMNPatternTests {
  @Test(
    arguments: [
      ("64F0DD", "64F010", true), ("64F0DD", "130014", false), ("13D0DD", "130014", true),
      ("64F000", "64F010", false), ("64F010", "64F010", true),
    ])
  func anyDigitMatches(pattern: String, plmn: String, matches: Bool) throws {
    var first = reader(pattern)
    var second = reader(plmn)
    #expect(try PLMNPattern(parsing: &first).matches(PLMN(parsing: &second)) == matches)
  }
}
