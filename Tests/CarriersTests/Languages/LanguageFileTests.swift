import Carriers
import FoundationEssentials
import Renewal
import Testing

/// A language's file is read strictly, and what is wrong in it has a place.
struct LanguageFileTests {
  static let good = """
    {
      "schema": "cardinfo.language",
      "schemaVersion": "1.0",
      "language": "en",
      "words": {
        "topUp": ["top-up", "recharg*"],
        "done": ["successful"]
      },
      "months": [["jan"], ["feb"], ["mar"], ["apr"], ["may"], ["jun"], ["jul"], ["aug"], ["sep"],
        ["oct"], ["nov"], ["dec"]],
      "multipliers": [{"word": "k", "times": 1000}]
    }
    """

  @Test func aGoodFileIsRead() throws {
    let patterns = try LanguagePatterns(reading: Self.good.utf8, name: "en.json")
    #expect(patterns.language == "en")
  }

  @Test(arguments: [
    ("\"topUp\"", "\"topup\"", "x.json:6:5: unknown member \"topup\""),
    ("\"recharg*\"", "\"re*charge\"", "x.json:6:25: \"re*charge\" is no phrase"),
    ("\"recharg*\"", "\"\"", "x.json:6:25: \"\" is no phrase"),
    ("[\"jan\"], ", "", "x.json:9:13: 11 are given"),
    ("\"times\": 1000", "\"times\": 1", "x.json:11:42: 1 is out of range"),
    ("cardinfo.language", "cardinfo.rules", "x.json:2:13: not a language's file"),
    ("\"done\": [\"successful\"]", "\"done\": null", "x.json:7:13: null is not allowed"),
  ]) func aFlawIsNamedWithItsPlace(from: String, to: String, problem: String) throws {
    let text = Self.good.replacing(from, with: to, maxReplacements: 1)
    try #require(text != Self.good)
    let error = #expect(throws: DataFileError.self) {
      try LanguagePatterns(reading: text.utf8, name: "x.json")
    }
    #expect(error?.description.hasPrefix(problem) == true, "\(error?.description ?? "")")
  }

  @Test func theSchemaListsTheWordsThatTheReaderKnows() throws {
    struct Schema: Decodable {
      struct Member: Decodable { var properties: [String: Ignored]? }
      struct Ignored: Decodable {}
      var properties: [String: Member]
    }
    let schema = try JSONDecoder().decode(
      Schema.self, from: Data(PackageFiles.bytes("Docs/schema/languages.schema.json")))
    let listed = try #require(schema.properties["words"]?.properties?.keys)
    #expect(listed.sorted() == Concept.allCases.map(\.rawValue).sorted())
    let units = try #require(schema.properties["data"]?.properties?.keys)
    #expect(units.sorted() == DataVolume.Unit.allCases.map(\.rawValue).sorted())
    let text = Self.good.replacing("\"language\"", with: "\"x\": 1, \"language\"")
    let error = #expect(throws: DataFileError.self) {
      try LanguagePatterns(reading: text.utf8, name: "x.json")
    }
    let allowed = error?.problems.first?.message.split(separator: "allowed: ").last ?? ""
    #expect(
      allowed.split(separator: ", ").map(String.init).sorted() == schema.properties.keys.sorted())
  }
}
