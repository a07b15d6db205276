import Testing

@testable import Carriers

/// Names are the same but for case, width, spaces and punctuation, whatever way they are folded.
struct FoldingTests {
  @Test(arguments: [
    ("giffgaff", "giffgaff"), ("T-Mobile (US)", "tmobileus"), ("O2", "o2"), ("+Móvil", "+móvil"),
    ("ＳｉｍＰｌｕｓ＋", "simplus+"), ("中国移动 CMCC", "中国移动cmcc"), ("  -.\u{0}\u{7F}", ""), ("", ""),
    ("İ", "i̇"), ("STRASSE", "strasse"), ("Straße", "straße"), ("１２３", "123"), ("½", "½"),
  ])
  func textIsFolded(text: String, folded: String) { #expect(text.folded == folded) }

  /// The short way of ASCII is the way of Unicode.
  @Test func everyASCIITextIsFoldedAsUnicodeSays() {
    let all = (0..<0x80).map { Unicode.Scalar(UInt8($0)) }
    for first in all {
      #expect(String(first).folded == String(first).foldedUnicode, "\(first.value)")
      for second in all {
        let text = "\(first)\(second)"
        #expect(text.folded == text.foldedUnicode, "\(first.value) \(second.value)")
      }
    }
    let long = String(String.UnicodeScalarView(all + all.reversed()))
    #expect(long.folded == long.foldedUnicode)
  }

  /// A text that is ASCII but for one scalar goes the long way, wherever that stands.
  @Test(arguments: ["\u{80}", "é", "e\u{301}", "İ", "中", "Ａ", "\u{1F600}", "\u{200B}", "ß"])
  func oneScalarThatIsNoASCIIChangesTheWay(scalar: String) {
    for text in ["\(scalar)AB c", "A\(scalar)B c", "AB c\(scalar)"] {
      #expect(text.folded == text.foldedUnicode)
      #expect(text.folded.hasPrefix("a") || text.hasPrefix(scalar))
    }
  }
}
