import Ledger
import Testing

struct NearNamesTests {
  private let names = ["giffgaff", "home", "中国移动", "line", "lines"]

  @Test(arguments: [
    ("gifgaf", ["giffgaff"]), ("linse", ["line", "lines"]), ("HOME", ["home"]),
    ("中国移", ["中国移动"]), ("hoem", ["home"]), ("", []), ("x", []), ("orange", []),
    (String(repeating: "a", count: 5_000), []),
  ]) func aWordIsTakenForWhatItIsLike(word: String, meant: [String]) {
    #expect(Set(NearNames.of(word, among: names)) == Set(meant))
  }

  @Test func theLikestIsFirst() {
    #expect(NearNames.of("lins", among: ["lens", "lines", "lin"]).first == "lin")
  }

  @Test func fiveAtMost() {
    #expect(NearNames.of("line", among: (1...9).map { "line\($0)" }).count == 5)
  }
}
