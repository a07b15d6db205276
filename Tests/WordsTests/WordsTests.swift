import Foundation
import Testing

@testable import Words

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

  @Test(arguments: [
    (0, "0 lat"), (1, "1 rok"), (2, "2 lata"), (5, "5 lat"), (12, "12 lat"), (21, "21 lat"),
    (22, "22 lata"), (-1, "-1 rok"),
  ]) func countsHaveTheFormsOfTheLanguage(count: Int, text: String) throws {
    let polish = try #require(Language(tag: "pl"))
    #expect(Words(count, one: "\(count) year", other: "\(count) years").text(in: polish) == text)
  }

  @Test func aContextHasATranslationOfItsOwn() throws {
    let chinese = try #require(Language(tag: "zh-Hans"))
    let words = [nil, "short message", "file of a card"].map { Words("read", context: $0) }
    #expect(words.map { $0.text(in: chinese) } == ["read", "已读", "已读取"])
    #expect(Set(words.map(\.description)) == ["read"])
  }

  @Test func englishStandsInForWhatIsMissing() throws {
    let polish = try #require(Language(tag: "pl"))
    let words = Words("nobody says \(Words("active")) so")
    #expect(words.text(in: polish) == "nobody says aktywna so")
    #expect(Words(2, one: "\(2) mouse", other: "\(2) mice").text(in: polish) == "2 mice")
  }

  @Test func argumentsStandWhereTheTemplateSays() {
    let sentence: Sentence = "\(1) of \(2)"
    #expect(sentence.text(in: .english, as: "三{2}的{1}{3}{{0}{1}}") == "三2的1{3}{{0}1}")
  }
}
