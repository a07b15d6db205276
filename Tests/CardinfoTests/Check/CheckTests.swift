import Foundation
import Testing

/// `check` says how lines stand as a plugin of a monitoring system does, and never that all is well where it
/// does not know.
struct CheckTests {
  private static let iccid = "8944110064000000013"

  /// Lines that end on 2026-12-01 (a name with a number and a bar in it) and on 2027-06-30.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output(
      "line add --name 'UK | 07700 900123' --iccid \(Self.iccid) --number 07700900123 --rule giffgaff",
      at: "2026-06-04")
    try desk.output("log UK notice --until 2026-12-01", at: "2026-06-04")
    try desk.output("line add --name travel --rule giffgaff", at: "2026-06-04")
    try desk.output("log travel notice --until 2027-06-30", at: "2026-06-04")
    return desk
  }

  @Test(arguments: [
    ("2026-10-01", "", Int32(0), "OK"),
    ("2026-11-10", "", 1, "WARNING"),
    ("2026-11-25", "", 2, "CRITICAL"),
    ("2026-11-25", "--warning 5 --critical 2", 0, "OK"),
    ("2026-11-25", "--warning 6 --critical 2", 1, "WARNING"),
    ("2026-11-25", "--warning 10 --critical 6", 2, "CRITICAL"),
  ])
  func theStatusIsThatOfAPlugin(
    today: String, limits: String, status: Int32, word: String
  ) throws {
    let result = try desk().run("check \(limits)", at: today)
    #expect(result.status == status, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("CARDINFO \(word) - "), "\(result.output)")
  }

  @Test func oneLineHasItsPerformanceDataAndNoNumber() throws {
    let desk = try desk()
    let result = try desk.run("check --warning 30 --critical 7", at: "2026-11-25")
    let parts = result.output.split(separator: "|", omittingEmptySubsequences: false)
    #expect(result.output.filter { $0 == "\n" }.count == 1)
    #expect(parts.count == 2, "a bar of a name would begin performance data: \(result.output)")
    #expect(
      parts.last
        == " lines=2;;;0 critical=1;;;0 warning=0;;;0 unknown=0;;;0 over=0;;;0 days_left=6;31:;8:\n"
    )
    #expect(parts.first?.contains("2026-12-01") == true)
    let long = try desk.run("check --long", at: "2026-11-25").output
    #expect(long.split(separator: "\n").count == 2)
    let document = try desk.run("check --json", at: "2026-11-25").output
    #expect(document.contains("\"state\" : \"critical\""))
    for text in [result.output, long, document] {
      #expect(!text.contains("900123") && !text.contains(Self.iccid), "\(text)")
    }
  }

  @Test(arguments: ["", "--warning 5 --critical 2"]) func aLostLineIsNotFine(limits: String) throws
  {
    let desk = try Desk()
    try desk.output("line add --name lost --rule giffgaff", at: "2026-06-04")
    try desk.output("log lost notice --until 2026-07-01", at: "2026-06-04")
    let result = try desk.run("check \(limits)", at: "2026-11-25")
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.hasPrefix("CARDINFO WARNING - 0 critical, 1 warning"))
    #expect(result.output.contains("1 over for good") && result.output.contains(" over=1;;;0"))
  }

  @Test func whatNobodyKnowsIsUnknown() throws {
    let desk = try Desk()
    let none = try desk.run("check")
    #expect(none.status == 3)
    #expect(none.output.hasPrefix("CARDINFO UNKNOWN - no line is tracked"), "\(none.output)")
    #expect(try desk.run("check --ledger /no/where").status == 3)
    let usage = try desk.run("check --warning 3 --critical 7")
    #expect(usage.status == 3)
    #expect(usage.output.hasPrefix("CARDINFO UNKNOWN - "), "\(usage.output)")
    try desk.output("line add --name nothing-known", at: "2026-06-04")
    #expect(try desk.run("check", at: "2026-06-04").status == 3)
  }

  /// A renewal that failed, or was not heard of, counts on a line that asks for nothing else.
  @Test func aRenewalLeftOpenCounts() throws {
    let desk = try desk()
    try desk.output("renew travel start 10 GBP", at: "2026-07-01")
    try desk.output("renew travel submitted", at: "2026-07-01")
    #expect(try desk.run("check", at: "2026-07-02").status == 0)
    let stuck = try desk.run("check", at: "2026-07-10")
    #expect(stuck.status == 1, "\(stuck.output)")
    #expect(stuck.output.contains("travel: its renewal was not heard of"))
    try desk.output("renew travel fail paymentDeclined", at: "2026-07-11")
    let failed = try desk.run("check", at: "2026-07-12")
    #expect(failed.status == 2, "\(failed.output)")
    try desk.output("log travel topup 10 GBP", at: "2026-07-13")
    #expect(try desk.run("check", at: "2026-07-14").status == 0)
  }

  @Test func unsentNotificationsCount() throws {
    let desk = try desk()
    try desk.output(
      "line add --name hk --iccid 8985203012345678902 --rule giffgaff", at: "2026-06-04")
    try desk.output("log hk notice --until 2027-06-30", at: "2026-06-04")
    try desk.output("--full --virtual travel-euicc", at: "2026-07-01")
    let result = try desk.run("check --long", at: "2026-07-05")
    #expect(result.output.contains("wait to be sent"), "\(result.output)")
    #expect(!result.output.contains("8904"))
  }
}

/// `metrics` writes what Prometheus reads.
struct MetricsTests {
  @Test func aFileIsReplacedWholeAndOthersMayReadIt() throws {
    let desk = try Desk()
    for name in ["UK", "DE"] {
      try desk.output(
        "line add --name '\(name) \"07700 900123\"' --rule giffgaff", at: "2026-06-04")
    }
    let file = desk.scratch.path("cardinfo.prom")
    try Data("old".utf8).write(to: URL(filePath: file))
    try desk.output("metrics --output \(file)", at: "2026-06-05")
    let text = try desk.scratch.text("cardinfo.prom")
    #expect(text.contains("cardinfo_lines_worry{severity=\"unknown\"} 2"), "\(text)")
    #expect(text.contains("cardinfo_line_worry{line=\"UK \\\"…\\\"\"} 3"), "\(text)")
    #expect(!text.contains("900123"))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o644)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.scratch.path("")).filter {
        $0.hasPrefix("cardinfo.prom")
      } == ["cardinfo.prom"])
  }
}
