import FoundationEssentials
import Renewal
import Testing

/// The published schema lists the words that the code knows, no more and no fewer.
struct SchemaTests {
  private struct Schema: Decodable {
    var definitions: [String: Definition]
    enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }

  private struct Definition: Decodable {
    var properties: [String: Property]?
    var oneOf: [Property]?
  }

  private final class Property: Decodable {
    var `enum`: [String]?
    var items: Property?
    var properties: [String: Property]?
  }

  private func schema() throws -> Schema {
    try JSONDecoder().decode(Schema.self, from: Data(bytes("Docs/schema/rules.schema.json")))
  }

  private func words<Words: Vocabulary>(_: Words.Type) -> [String] {
    Words.allCases.map(\.rawValue)
  }

  @Test func theExampleOfTheManualIsARuleFile() throws {
    let manual = String(decoding: try bytes("Docs/renewal.md"), as: UTF8.self)
    let example = try #require(
      manual.split(separator: "```json\n").last?.split(separator: "```").first)
    let rules = try RuleFile(reading: example.utf8, name: "renewal.md").rules
    #expect(rules.map(\.id) == ["some-carrier"])
    // Every shipped rule is in its table.
    for rule in try shipped().rules { #expect(manual.contains("`\(rule.id)`"), "\(rule.id)") }
  }

  @Test func theWordsAreTheSame() throws {
    let definitions = try schema().definitions
    func listed(_ definition: String, _ member: String) -> [String]? {
      let property = definitions[definition]?.properties?[member]
      return property?.enum ?? property?.items?.enum
    }
    #expect(listed("clock", "subject") == words(Subject.self))
    #expect(listed("clock", "renewFrom") == words(RenewFrom.self))
    #expect(listed("clock", "boundary") == words(Boundary.self))
    #expect(listed("period", "unit") == words(Period.Unit.self))
    #expect(listed("qualifier", "events") == words(Qualifier.Word.self))
    #expect(listed("qualifier", "exclude") == words(Qualifier.Exclusion.self))
    #expect(listed("stage", "name") == words(Stage.Name.self))
    #expect(listed("stage", "effects") == words(Stage.Effect.self))
    #expect(listed("stage", "recoverBy") == words(Stage.Recovery.self))
    #expect(listed("provenance", "quality") == words(Provenance.Quality.self))
    let anchors = words(Anchor.Word.self).filter { $0 != "clockEnd" }
    #expect(definitions["anchor"]?.oneOf?.first?.enum == anchors)
  }

  @Test func theMembersAreTheSame() throws {
    let definitions = try schema().definitions
    // An unknown member makes the reader name those that it knows.
    for (definition, path) in [
      ("rule", "\"id\""), ("clock", "\"subject\""), ("period", "\"n\""),
      ("qualifier", "\"events\""), ("stage", "\"name\""), ("provenance", "\"quality\""),
    ] {
      let text = RuleFileTests.good.replacing(path, with: "\"x\": 1, \(path)", maxReplacements: 1)
      let error = #expect(throws: DataFileError.self) {
        try RuleFile(reading: text.utf8, name: "x.json")
      }
      let allowed = error?.problems.first?.message.split(separator: "allowed: ").last ?? ""
      let known = allowed.split(separator: ", ").map(String.init).sorted()
      #expect(known == definitions[definition]?.properties?.keys.sorted(), "\(definition)")
    }
  }
}
