import Foundation
import Testing

@Suite struct LandingPageTests {
  @Test("the example on the landing page is the snippet that is compiled")
  func example() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: package.appending(path: "Sources/PCSC/PCSC.docc/PCSC.md"), encoding: .utf8)
    let snippet = try String(
      contentsOf: package.appending(path: "Snippets/ReadReaders.swift"), encoding: .utf8)
    let code = try #require(snippet.components(separatedBy: "// snippet.show\n").last)
    #expect(page.contains("```swift\n\(code)```"))
  }
}
