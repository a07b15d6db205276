import CardState
import Foundation
import Testing
import VirtualCard

/// What the published schema and our reader refuse. That it allows what is printed is in GoldenTests.
struct SchemaTests {
  @Test func theValidatorRefusesWhatIsNotInTheSchema() throws {
    guard Self.hasValidator else { return }
    let scratch = try Scratch()
    let document = try Command.cardinfo("--json", "--virtual", "plain-sim").output
    let changes = [
      ("\"iccid\"", "\"ICCID\""), ("\"1.0\"", "\"2.0\""), ("\"T=0\"", "\"T=2\""),
      ("\"apdus\" : ", "\"apdus\" : -"),
    ]
    for (old, new) in changes {
      try document.replacingOccurrences(of: old, with: new)
        .write(toFile: scratch.path("changed.json"), atomically: true, encoding: .utf8)
      let result = try Command.run(
        [
          Self.python, "Tests/System/validate_json.py", "Docs/schema/card-state.schema.json",
          scratch.directory.path(),
        ])
      #expect(result.status == 1, "\(old) → \(new)")
    }
  }

  @Test func documentsReadBackAsTheyWere() throws {
    for card in NamedCard.catalog {
      let document = try Command.cardinfo("--json", "--full", "--virtual", card.name).document()
      #expect(try CardStateDocument(json: try document.json()) == document)
    }
  }

  @Test func otherVersionsAreRefused() throws {
    let document = try Command.cardinfo("--json", "--virtual", "plain-sim").output
    for (old, new) in [("\"1.0\"", "\"2.0\""), ("cardinfo.card-state", "other")] {
      let changed = document.replacingOccurrences(of: old, with: new)
      #expect(throws: DecodingError.self) { try CardStateDocument(json: Data(changed.utf8)) }
    }
    let newer = document.replacingOccurrences(of: "\"1.0\"", with: "\"1.7\"")
    #expect(try CardStateDocument(json: Data(newer.utf8)).cards.count == 1)
  }

  static let python = "/usr/bin/python3"
  static let hasValidator =
    (try? Command.run([python, "-c", "import jsonschema"]).status) == 0
}
