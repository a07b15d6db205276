import Testing

/// The page for man(1), made of what the command says of itself.
struct ManualTests {
  private func page(_ language: String) throws -> String {
    let tag = language == "en" ? "" : language
    let result = try Command.bash(
      """
      set -o pipefail
      $CARDINFO --lang \(language) --experimental-dump-help | Tools/Manual/manual.py \(tag)
      """)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test(arguments: [("en", ".SH COMMANDS"), ("zh-Hans", ".SH 命令")])
  func everyCommandAndOptionIsThere(language: String, heading: String) throws {
    let page = try page(language)
    #expect(page.contains(heading))
    for command in [
      "cardinfo profiles download", "cardinfo profiles discover", "cardinfo notifications send",
      "cardinfo line set", "cardinfo renew fail",
    ] {
      #expect(page.contains(".SS \(command)\n"), "\(command)")
    }
    for option in ["qr", "resume", "smds", "confirmation\\-code\\-fd", "replaces", "keep"] {
      #expect(page.contains("\\-\\-\(option)"), "\(option)")
    }
  }

  // A line that begins with a point or an apostrophe would be a request.
  @Test func noTextIsTakenForARequest() throws {
    let requests = try page("en").split(separator: "\n").filter { $0.hasPrefix(".") }
      .compactMap { $0.split(separator: " ").first }
    #expect(Set(requests).isSubset(of: [".TH", ".ad", ".SH", ".SS", ".PP", ".TP"]))
  }
}
