import Testing
import Words

@testable import cardinfo

struct LanguageOfThisRunTests {
  @Test(
    arguments: [
      ([:], "en"), (["LANG": "zh_CN.UTF-8"], "zh-Hans"),
      (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], "zh-Hans"),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "en"),
      (["LC_MESSAGES": "zh_CN", "LANG": "de_DE"], "zh-Hans"),
      (["LC_MESSAGES": "en_GB", "LANG": "zh_CN"], "en"),
      (["LC_MESSAGES": "xx", "LANG": "zh_CN"], "en"),
      (["LANG": "de_DE", "LANGUAGE": "de:zh_CN:en"], "zh-Hans"),
      (["LANG": "zh_CN", "LANGUAGE": "en:zh_CN"], "en"),
      (["LANG": "zh_CN", "LANGUAGE": "de"], "zh-Hans"),
      (["LANG": "C.UTF-8", "LANGUAGE": "zh_CN"], "en"), (["LANGUAGE": "zh_CN"], "en"),
    ] as [([String: String], String)])
  func theFirstVariableThatIsSetDecides(environment: [String: String], tag: String) {
    #expect(Language(arguments: ["cardinfo"]) { environment[$0] }.tag == tag)
  }

  @Test(arguments: [
    ("--lang zh-Hans", "zh-Hans"), ("read --lang=ZH-HANS", "zh-Hans"), ("--lang en", "en"),
    ("--lang en read --lang zh-Hans", "zh-Hans"), ("--lang xx", "zh-Hans"), ("--lang", "zh-Hans"),
    ("log --note -- --lang en", "zh-Hans"),
  ])
  func theOptionGoesBeforeTheLocale(arguments: String, tag: String) {
    let all = ["cardinfo"] + arguments.split(separator: " ").map(String.init)
    #expect(Language(arguments: all) { $0 == "LANG" ? "zh_CN.UTF-8" : nil }.tag == tag)
  }
}
