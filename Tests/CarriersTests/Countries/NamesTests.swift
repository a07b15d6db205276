import Foundation
import Renewal
import Testing
import Words

@testable import Carriers

struct NamesTests {
  private static let chinese = Language(tag: "zh-Hans") ?? .english
  private static let hasISOCodes = FileManager.default.fileExists(
    atPath: "/usr/share/iso-codes/json/iso_3166-1.json")
  private static let hasTranslations = FileManager.default.fileExists(
    atPath: "/usr/share/locale/zh_CN/LC_MESSAGES/iso_3166-1.mo")

  private func currency(_ code: String) throws -> Currency {
    try #require(Currency(rawValue: code))
  }

  @Test(.enabled(if: hasISOCodes && hasTranslations, "iso-codes is not installed"))
  func isoCodesHasTheNames() throws {
    let names = Names()
    #expect(names.name(of: Country(code: "GB"), in: .english) == "United Kingdom")
    #expect(names.name(of: Country(code: "GB"), in: Self.chinese) == "英国")
    #expect(names.name(of: Country(code: "CN"), in: .english) == "China")
    #expect(names.name(of: Country(code: "CN"), in: Self.chinese) == "中国")
    #expect(names.name(of: try currency("HKD"), in: .english) == "Hong Kong Dollar")
    #expect(names.name(of: try currency("HKD"), in: Self.chinese) == "香港元")
  }

  /// What is found for a code is what the whole list says.
  @Test(.enabled(if: hasISOCodes, "iso-codes is not installed"), arguments: ["3166-1", "4217"])
  func everyCodeHasTheNameOfTheWholeList(list: String) throws {
    let codes = "/usr/share/iso-codes/json"
    let text = try Data(contentsOf: URL(filePath: "\(codes)/iso_\(list).json"))
    let lists = try JSONDecoder().decode([String: [[String: String]]].self, from: text)
    let whole = try #require(lists[list])
    #expect(whole.count > 150)
    let names = ISOCodes(list, codes: codes, translations: "/no/such/folder")
    for entry in whole {
      let code = try #require(entry["alpha_2"] ?? entry["alpha_3"])
      #expect(names.name(of: code, in: .english) == entry["common_name"] ?? entry["name"])
    }
    // A text that is there, but not as a code.
    for code in ["", "Germany", "276", "DEU", "alpha_2", "XX", "\"", "\u{0}"] where list == "3166-1"
    {
      #expect(names.name(of: code, in: .english) == nil, "\(code)")
    }
  }

  /// What is there only in part, or is something else, has the names that can be read.
  @Test func aBrokenListHasNoNamesOfItsOwn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "iso_3166-1.json")
    for (text, name) in [
      (#"{"3166-1": [{"alpha_2": "AA", "alpha_3": "AAA", "name": "A"}]}"#, "A"),
      (#"{"3166-1": [{"alpha_2": "AA", "name": "A"}]}"#, nil),
      (#"{"3166-1": [{"alpha_2": 1}, {"alpha_2": "AA", "alpha_3": "AAA", "name": "A"}]}"#, "A"),
      (#"{"3166-1": [{"alpha_2": "AA", "alpha_3": "AAA", "name": "A"}"#, nil),
      (#"{"3166-2": [{"alpha_2": "AA", "alpha_3": "AAA", "name": "A"}]}"#, nil),
      (#"{"3166-1": ["AA"]}"#, nil), ("", nil),
    ] {
      try Data(text.utf8).write(to: path)
      let names = ISOCodes("3166-1", codes: folder.path, translations: "/no/such/folder")
      #expect(names.name(of: "AA", in: .english) == name, "\(text)")
      #expect(names.name(of: "AA", in: .english) == name, "\(text)")
      #expect(names.name(of: "AA", in: Self.chinese) == nil)
    }
  }

  @Test func withoutISOCodesTheToolchainHasThem() throws {
    let names = Names(codes: "/no/such/folder", translations: "/no/such/folder")
    #expect(names.name(of: Country(code: "GB"), in: .english) == "United Kingdom")
    #expect(names.name(of: Country(code: "GB"), in: Self.chinese) == "英国")
    #expect(names.name(of: try currency("GBP"), in: .english) == "British Pound")
    #expect(names.name(of: try currency("GBP"), in: Self.chinese) == "英镑")
    #expect(names.name(of: .international, in: .english) == nil)
    #expect(names.name(of: try currency("QQQ"), in: .english) == "QQQ")
  }

  @Test func everyCountryOfTheTablesHasANameInBothLanguages() {
    for names in [Names(), Names(codes: "/no/such/folder", translations: "/no/such/folder")] {
      for table in [CountryTable.telephone, .mobile] {
        for code in Set(table.codes.values.joined()) {
          for language in [Language.english, Self.chinese] {
            let name = names.name(of: Country(code: code), in: language)
            #expect(name != nil && name != code, "\(code) in \(language.tag)")
          }
        }
      }
    }
  }

  @Test func aBrokenCatalogueIsNone() throws {
    // One message, "a" → "甲", as gettext writes it.
    var good: [UInt8] = [0xDE, 0x12, 0x04, 0x95]
    for number in [0, 1, 28, 36, 0, 0, 1, 44, 3, 46] {
      good += [UInt8(number), 0, 0, 0]
    }
    good += Array("a\0甲\0".utf8)
    #expect(MessageCatalogue(good)?["a"] == "甲")
    #expect(MessageCatalogue(good)?["b"] == nil)
    // Every byte changed, every length: never a crash, and never another's memory.
    for index in good.indices {
      #expect(MessageCatalogue(Array(good.prefix(index))) == nil || index >= 49)
      for value in [0x00, 0x7F, 0xFF] as [UInt8] {
        var broken = good
        broken[index] = value
        _ = MessageCatalogue(broken)
      }
    }
    #expect(MessageCatalogue(Array("not a catalogue at all".utf8)) == nil)
  }
}
