import Foundation
import Testing
import VirtualCard

/// What programs see: the JSON of every command, as it was agreed.
///
/// `Golden/Structure` has the members and types of each kind of document, `Golden/Values` what each
/// command of a story printed. `CARDINFO_UPDATE_GOLDENS=1 swift test --filter Golden` writes them
/// anew: read the difference before you commit it.
struct GoldenTests {
  static let stories = Story.all.filter { PCSCD.isAvailable || !$0.needsPCSCD }

  /// Every story's answers, told once for all tests.
  private static let told = Task {
    try await withThrowingTaskGroup(of: (String, [Answer]).self) { group in
      for story in stories { group.addTask { (story.name, try story.told()) } }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private func answers() async throws -> [Answer] {
    try await Self.told.value.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  @Test(arguments: stories.map(\.name).filter { $0 != "cards" })
  func valuesAreAsTheyWere(story: String) async throws {
    let answers = try await Self.told.value[story] ?? []
    try Golden.values.check(story, answers.flatMap(\.lines))
  }

  /// Cards that a quirk makes of others are kept as how they differ from these.
  private static let usualCards = ["travel-euicc", "plain-sim", "china-mobile"]

  @Test(arguments: NamedCard.catalog.map(\.name)) func cardsAreAsTheyWere(card: String) async throws
  {
    // The third one is redacted: of its form alone, as its values are those with fewer digits.
    let answers = try await Self.told.value["cards"]?.prefix(2) ?? []
    func lines(_ name: String) -> [String] { answers.flatMap { $0.of(card: name).lines } }
    let own = lines(card)
    let usual = Self.usualCards.contains(card) ? [] : Self.usualCards
    let differences = usual.compactMap { Golden.difference(of: own, from: lines($0), called: $0) }
    try Golden.values.check("cards/\(card)", differences.min { $0.count < $1.count } ?? own)
  }

  @Test func structuresAreAsTheyWere() async throws {
    for (kind, answers) in Dictionary(grouping: try await answers(), by: \.kind) {
      var paths: Set<String> = []
      for document in answers.flatMap(\.documents) { document.addPaths(to: &paths) }
      if !paths.isEmpty { try Golden.structure.check(kind, paths.sorted()) }
    }
  }

  @Test func noGoldenIsLeftOver() async throws {
    let kinds = Set(try await answers().filter { !$0.documents.isEmpty }.map(\.kind))
    try Golden.structure.checkNames(kinds)
    try Golden.values.checkNames(
      Set(Story.all.map(\.name) + NamedCard.catalog.map { "cards/\($0.name)" }))
  }

  /// With a validator that is not ours.
  @Test(
    .enabled(if: SchemaTests.hasValidator, "python3-jsonschema is not installed"),
    arguments: ["card-state", "lines", "answer"])
  func documentsAreValid(schema: String) async throws {
    let scratch = try Scratch()
    let documents = try await answers().filter { $0.schema == "cardinfo.\(schema)" }
    for (number, answer) in documents.enumerated() {
      try answer.output.write(
        toFile: scratch.path("\(number).json"), atomically: true, encoding: .utf8)
    }
    let result = try Command.run([
      SchemaTests.python, "Tests/System/validate_json.py", "Docs/schema/\(schema).schema.json",
      scratch.directory.path(),
    ])
    #expect(result.output == "\(documents.count) valid\n", "\(result.errors)")
  }
}
