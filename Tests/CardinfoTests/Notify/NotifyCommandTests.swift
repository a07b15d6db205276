import Foundation
import Testing

/// `cardinfo notify` as it is run from a timer.
struct NotifyCommandTests {
  private struct Answer: Decodable {
    struct Channel: Decodable {
      var state: String
      var notices: [Notice]
    }
    struct Notice: Decodable {
      var name: String
      var duty: String
      var threshold: Int?
    }
    var channels: [Channel]
  }

  private func notices(_ desk: Desk, at date: String) throws -> [Answer.Notice] {
    let output = try desk.output("notify --json", at: date)
    return try JSONDecoder().decode(Answer.self, from: Data(output.utf8)).channels
      .flatMap(\.notices)
  }

  @Test func whereNothingIsTrackedThereIsNothingToTell() throws {
    let desk = try Desk()
    let result = try desk.run("notify")
    #expect(result.status == 0 && result.output == "", "\(result.errors)")
    #expect(result.errors.contains("no line is tracked yet"))
    #expect(result.errors.contains("cardinfo setup"))
    #expect(try desk.run("notify --json").status == 0)
    #expect(!FileManager.default.fileExists(atPath: desk.ledger), "a timer makes no ledger")
    // A ledger that somebody named and that is not there is a mistake.
    #expect(try desk.run("notify --ledger /nonexistent/typo").status == 65)
  }

  /// 1 October + 180 days = 30 March: nothing is due when its network turns it away.
  @Test func whatACardSaysAgainstItsLineIsToldOfOnceHoweverOftenItIsRead() throws {
    let desk = try Desk()
    try desk.output(
      """
      line add --name cn --iccid 898600B5112233445566 --rule china-mobile-prepaid \
      --last-top-up 2026-10-01 "100 CNY"
      """, at: "2026-11-02")
    #expect(try notices(desk, at: "2026-11-02").map(\.name) == [])
    _ = try desk.run("read --virtual china-mobile-refused", at: "2026-11-03")
    #expect(try notices(desk, at: "2026-11-03").map(\.duty) == ["findOut"])
    for day in 4...6 {
      _ = try desk.run("read --virtual china-mobile-refused", at: "2026-11-0\(day)")
      #expect(try notices(desk, at: "2026-11-0\(day)").map(\.duty) == [], "on \(day) November")
    }
    // What is written down about it and contradicted once more is news.
    try desk.output("log cn topup 50 CNY", at: "2026-11-07")
    #expect(try notices(desk, at: "2026-11-07").map(\.duty) == [])
    _ = try desk.run("read --virtual china-mobile-refused", at: "2026-11-08")
    #expect(try notices(desk, at: "2026-11-08").map(\.duty) == ["findOut"])
  }

  /// 31 December less 30 days is 1 December, less 7 is 24 December.
  @Test func theUsualThresholdsCountWhereTheyWereSet() throws {
    let desk = try Desk()
    try desk.output("line add --name unset --expires 2026-12-31", at: "2026-11-02")
    try desk.output("line add --name set --expires 2026-12-31 --warn 30,7", at: "2026-11-02")
    // They survive the ways out and in again.
    for ending in ["csv", "jsonl"] {
      let file = desk.scratch.path("lines.\(ending)")
      try desk.output("line export -o \(file)", at: "2026-11-02")
      let other = try Desk()
      try other.output("line import \(file)", at: "2026-11-02")
      #expect(try notices(other, at: "2026-12-01").map(\.name) == ["set"], "\(ending)")
    }
    #expect(try notices(desk, at: "2026-11-30").isEmpty)
    let first = try notices(desk, at: "2026-12-01")
    #expect(first.map(\.name) == ["set"] && first.map(\.threshold) == [30])
    let second = try notices(desk, at: "2026-12-24")
    #expect(Set(second.map(\.name)) == ["set", "unset"] && second.allSatisfy { $0.threshold == 7 })
    #expect(try notices(desk, at: "2026-12-28").map(\.name) == ["unset"])
  }
}
