import Foundation
import Testing
import Words

struct WordsTests {
  @Test func englishIsTheLiteral() {
    let name = "A"
    #expect(Words("\(name) and \(3) of {2}").description == "A and 3 of 3")
    #expect(Words("\(Words(verbatim: "{1}")) stays").description == "{1} stays")
    #expect(Words("{x} {9} {").description == "{x} {9} {")
  }

  @Test(arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days")])
  func countsHaveForms(count: Int, text: String) {
    #expect(Words(count, one: "\(count) day", other: "\(count) days").description == text)
  }

  @Test func jsonIsEnglishText() throws {
    let json = try JSONEncoder().encode([Words("\(2) b")])
    #expect(String(decoding: json, as: UTF8.self) == #"["2 b"]"#)
    #expect(try JSONDecoder().decode([Words].self, from: json).map(\.description) == ["2 b"])
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", "zh-Hans"), ("zh_SG", "zh-Hans"), ("en_GB.UTF-8", "en"), ("C", "en"),
    ("", "en"), ("xx_YY@z", "en"), ("zh", "zh-Hans"),
  ]) func localesNameLanguages(locale: String, tag: String) {
    #expect(Language(locale: locale).tag == tag)
  }

  @Test func tagsNameLanguages() {
    #expect(Language(tag: "ZH-hans")?.name == "简体中文")
    #expect(Language(tag: "xx") == nil)
  }
}
