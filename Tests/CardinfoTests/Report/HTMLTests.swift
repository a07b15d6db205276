import Testing
import Words

@testable import cardinfo

/// What a page is made of can't be taken for markup.
struct HTMLTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    (#"" onload="x"#, "&quot; onload=&quot;x"), ("it's & that", "it&#39;s &amp; that"),
    ("家里 🇬🇧", "家里 🇬🇧"), ("a\u{202E}b\u{0}c\u{1B}[31m", "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m"),
    ("&lt;", "&amp;lt;"), ("</title>", "&lt;/title&gt;"),
  ])
  func whatIsSaidIsEscaped(said: String, escaped: String) {
    #expect(text("<p title=\"\(said)\">\(said)</p>") == "<p title=\"\(escaped)\">\(escaped)</p>")
    #expect(text("<p>\(Words(verbatim: said))</p>") == "<p>\(escaped)</p>")
  }

  @Test func partsAreTakenAsTheyAre() {
    let part: HTML = "<b>\("&")</b>"
    let none: HTML? = nil
    #expect(text("<p>\(part)\(none)\([part, part])\(7)</p>").contains("<b>&amp;</b><b>&amp;</b>"))
    #expect(text(HTML([part, part])) == "<b>&amp;</b><b>&amp;</b>")
    #expect(HTML().isEmpty)
  }

  @Test(arguments: ["https://a.example/?a=1&b=2", "http://a.example", "tel:*100%23", "sms:10086"])
  func whatOnlyOpensSomethingIsAnAddress(address: String) throws {
    let link = text("<a href=\"\(try #require(Address(address)))\">x</a>")
    #expect(link.hasPrefix("<a href=\"\(address.prefix { $0 != "&" })"))
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:x", "data:text/html,x", "java\nscript:x", "//a.example",
    "x",
    "", "vbscript:x", "file:///etc/passwd",
  ])
  func nothingElseIs(address: String) { #expect(Address(address) == nil) }
}
