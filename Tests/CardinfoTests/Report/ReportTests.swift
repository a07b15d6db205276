import Foundation
import Testing

/// `cardinfo report` writes one page that needs nothing else, holds no identifier unless asked for, and
/// takes nothing that was written down for markup.
struct ReportTests {
  private static let hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\" '&"

  /// Lines in every state, and what identifies them wherever a person may write it.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output(
      "line add --name giffgaff --rule giffgaff --iccid 8944110123456789013 --activated 2026-06-01 "
        + "--number '+44 7700 900123' --owner 'mum 13800138000' --group 'box 8985203012345678902' "
        + "--tag 07700900456 --note 'PUK of 8933010123456789017' --paid-by 'visa 4111111111111111'",
      at: "2026-06-02")
    try desk.output(
      "log giffgaff topup 10 GBP --on 2026-06-01 --note 'from 07700900789'", at: "2026-06-03")
    try desk.output("line set giffgaff --number '+44 7700 900321'", at: "2026-06-04")
    try desk.output(
      "line add --name '\\(quoted)' --expires 2026-12-10".replacing(
        "\\(quoted)", with: Self.hostile.replacing("'", with: "'\\''")), at: "2026-11-01")
    try desk.output("line add --name 'mum +86 13800138001' --expires 2026-11-26", at: "2026-11-01")
    try desk.output("line add --name nobody", at: "2026-11-01")
    try desk.output("line add --name far --expires 2027-06-30", at: "2026-11-01")
    try desk.output("line add --name paid --expires 2026-11-26", at: "2026-11-01")
    try desk.output("renew paid start 10 GBP --by 'card 5500005555555559'", at: "2026-11-20")
    try desk.output("renew paid submitted", at: "2026-11-20")
    try desk.output(
      "line set far --fee '10 EUR' --fee-every 1m --renews card", at: "2026-11-02")
    return desk
  }

  private static let planted = [
    "8944110123456789013", "900123", "900321", "13800138000", "8985203012345678902", "07700900456",
    "8933010123456789017", "4111111111111111", "07700900789", "13800138001", "5500005555555559",
  ]

  private func digits(_ text: String) -> String { text.filter(\.isNumber) }

  @Test(arguments: ["en", "zh-Hans"]) func itHoldsNoIdentifier(language: String) throws {
    let page = try desk().output("report --lang \(language)", at: "2026-11-23")
    for planted in Self.planted {
      #expect(!page.contains(planted), "\(planted)")
      // Nor with what people write between digits.
      #expect(!page.replacing(" ", with: "").contains(planted), "\(planted)")
    }
    #expect(page.contains("894411*"))
    #expect(page.contains("lang=\"\(language)\""))
  }

  @Test func itHoldsThemWhenAsked() throws {
    let page = try desk().output("report --show-ids", at: "2026-11-23")
    #expect(page.contains("8944110123456789013") && page.contains("900321"))
    #expect(!page.contains("--show-ids"))
  }

  @Test func nothingThatWasWrittenDownIsMarkup() throws {
    let page = try desk().output("report --show-ids", at: "2026-11-23")
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)"))
    #expect(page.contains("&quot; &#39;&amp;"))
  }

  @Test func itNeedsNothingElse() throws {
    let page = try desk().output("report", at: "2026-11-23")
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(page.hasSuffix("</html>\n"))
    for loaded in ["src=\"", "@import", "url(", "<link", "<script", "<iframe", "javascript:"] {
      #expect(!page.contains(loaded), "\(loaded)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func itSaysWhatIsToBeDoneInItsOrder() throws {
    let page = try desk().output("report", at: "2026-11-23")
    #expect(page.contains("<p class=\"sums\">"))
    let places = ["<h3>Now</h3>", "<h3>This week</h3>", "<h3>This month</h3>", "<h3>Waiting for"]
      .compactMap { page.range(of: $0)?.lowerBound }
    #expect(places.count >= 3 && places == places.sorted())
    #expect(page.contains("top up") && page.contains("href=\"#qr-1\""))
    // What each entry did to the date.
    #expect(page.contains("until 2026-11-28"), "the reason has its page and its day")
    #expect(page.contains("120 EUR"), "what its plan costs in a year")
    #expect(page.contains("10 GBP"))
  }

  @Test func aFileIsItsOwnersAlone() throws {
    let desk = try desk()
    let file = desk.scratch.path("page.html")
    let printed = try desk.output("report -o \(file)", at: "2026-11-23")
    #expect(printed.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try desk.scratch.text("page.html").hasSuffix("</html>\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.scratch.directory.path())
        .allSatisfy { !$0.hasPrefix("page.html.") })
    let json = try desk.output("report -o \(file) --json", at: "2026-11-23")
    #expect(json.contains("\"lineCount\" : 6"))
  }

  @Test func onlyTheLinesChosenAreOnIt() throws {
    let page = try desk().output("report --show-ids --tag 07700900456", at: "2026-11-23")
    #expect(page.contains("giffgaff") && !page.contains("nobody"))
  }

  @Test func withoutLinesItSaysSo() throws {
    let desk = try Desk()
    let result = try desk.run("report")
    #expect(result.status == 65)
    #expect(result.output.isEmpty && result.errors.contains("cardinfo line add"))
  }
}
