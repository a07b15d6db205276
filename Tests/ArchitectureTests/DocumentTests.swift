import Foundation
import Testing

/// Documents that repeat what the code says, and must go on doing so.
struct DocumentTests {
  @Test(arguments: [
    ("Snippets/ReadCard.swift", "Sources/Card/Card.docc/Card.md"),
    ("Snippets/ReadDocument.swift", "Sources/CardState/CardState.docc/CardState.md"),
    ("Snippets/ReadReaders.swift", "Sources/PCSC/PCSC.docc/PCSC.md"),
    ("Snippets/TryVirtualCard.swift", "Sources/VirtualCard/VirtualCard.docc/VirtualCard.md"),
    ("Snippets/ReadReaders.swift", "README.md"),
  ]) func examplesAreTheSnippetsThatAreCompiled(snippet: String, page: String) throws {
    let code = try Repository.text(of: snippet).components(separatedBy: "// snippet.show\n").last
    let text = try Repository.text(of: page)
    #expect(text.contains("```swift\n\(try #require(code))```"))
  }

  @Test func everyCodeOfAnErrorOrWarningIsExplained() throws {
    let documented = try Repository.text(of: "Docs/errors.md")
    let code = try Regex(
      #""([a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*)""#, as: (Substring, Substring).self)
    let prefixes = [
      "card", "reader", "pcsc", "euicc", "profile", "change", "notification", "iccid", "eid",
      "pin1", "read", "messages",
      "atr", "carriers", "ledger", "server", "code", "download",
    ]
    for file in try Repository.files(under: "Sources", ending: ".swift") {
      for match in try Repository.text(of: file).matches(of: code)
      where prefixes.contains(String(match.1.prefix { $0 != "." })) {
        #expect(documented.contains("`\(match.1)`"), "\(match.1) of \(file)")
      }
    }
  }

  @Test func linksLeadSomewhere() throws {
    let link = try Regex(#"\]\(([^)#:]+)(#[^)]*)?\)"#, as: (Substring, Substring, Substring?).self)
    let pages =
      try Repository.files(under: "Docs", ending: ".md")
      + ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    for page in pages {
      let directory = Repository.root.appending(path: page).deletingLastPathComponent()
      for match in try Repository.text(of: page).matches(of: link) {
        let target = directory.appending(path: String(match.1)).path()
        #expect(FileManager.default.fileExists(atPath: target), "\(page) links to \(match.1)")
      }
    }
  }
}
