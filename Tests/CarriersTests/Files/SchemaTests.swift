import Carriers
import Foundation
import Renewal
import Testing

/// The published schema says what the code does, no more and no less.
struct SchemaTests {
  private static func validate(_ folder: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.currentDirectoryURL = PackageFiles.root
    process.arguments = [
      "Tests/System/validate_json.py", "--as-is", "Docs/schema/carriers.schema.json", folder,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasValidator =
    (try? output(of: "python3", "-c", "import jsonschema; print('yes')")) == "yes\n"

  @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
  func theShippedFilesFit() throws {
    let result = try Self.validate("Sources/Carriers/Data")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
  func whatTheReaderRefusesTheSchemaRefuses() throws {
    let scratch = try Scratch()
    _ = try scratch.file("good.json", CarrierFileTests.good)
    #expect(try Self.validate(scratch.path).status == 0)
    for (from, to) in [
      ("\"date\": \"2026-11-01\", ", ""), ("\"what\": \"hotline\"", "\"what\": \"line\""),
      ("\"code\": \"*100#\", ", ""), ("\"abroad\"", "\"overseas\""),
      ("\"by\": \"ussd\", \"code\"", "\"by\": \"ussd\", \"to\": \"1\", \"code\""),
      ("{\"en\": \"Yes.\", \"zh-Hans\": \"可以。\"}", "{\"en\": \"Yes.\"}"),
      ("\"plmn\": \"23410\", \"gid1\": \"508\", ", ""),
      ("\"quality\": \"O\"", "\"quality\": \"A\""),
      ("\"plan\": \"prepaid\"", "\"offer\": \"prepaid\""),
      ("\"assumed\": [\"stages\"]", "\"assumed\": [\"stage\"]"),
      ("\"source\": \"a\", \"clocks\"", "\"clocks\""),
      ("\"inside\": \"weChat\", ", ""), ("\"inside\": \"weChat\"", "\"inside\": \"us\""),
      ("P#{name}", "P#{title}"), ("\"keys\": \"1,{voucher}#\"", "\"keys\": \"1,{name}#\""),
      ("\"digits\": 6", "\"digits\": 0"), ("\"for\": \"keep\"", "\"for\": \"hold\""),
      ("\"for\": \"keep\", ", ""), ("\"still\": [\"incomingCalls\"", "\"still\": [\"calls\""),
      ("\"topic\": \"reuse\"", "\"topic\": \"recycling\""),
      ("\"subject\": \"number\"", "\"subject\": \"numbers\""),
    ] {
      let text = CarrierFileTests.good.replacing(from, with: to, maxReplacements: 1)
      try #require(text != CarrierFileTests.good)
      _ = try scratch.file("good.json", text)
      #expect(try Self.validate(scratch.path).status == 1, "\(from) → \(to)")
      #expect(throws: DataFileError.self, "\(from) → \(to)") {
        try CarrierFile(reading: text.utf8, name: "x.json", layer: .person)
      }
    }
  }

  @Test func theExampleOfTheManualIsAFileOfCarriers() throws {
    let manual = String(decoding: try PackageFiles.bytes("Docs/carriers.md"), as: UTF8.self)
    let example = try #require(
      manual.split(separator: "```json\n").last?.split(separator: "```").first)
    let file = try CarrierFile(reading: example.utf8, name: "carriers.md", layer: .person)
    #expect(file.carriers.map(\.id) == ["some-carrier"])
    #expect(file.rules.map(\.id) == ["some-carrier-prepaid"])
  }

  @Test func theWordsAreTheSame() throws {
    let schema = String(
      decoding: try PackageFiles.bytes("Docs/schema/carriers.schema.json"), as: UTF8.self)
    let text = schema.filter { !$0.isWhitespace }
    func lists<Words: Vocabulary>(_: Words.Type) -> Bool {
      text.contains("[" + Words.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]")
    }
    #expect(lists(Carrier.Kind.self))
    #expect(lists(DateOrder.self))
    #expect(lists(Fact.What.self))
    #expect(lists(Fact.Question.self))
    #expect(lists(Fact.Payment.self))
    #expect(lists(Fact.Page.self))
    #expect(lists(Fact.Device.self))
    #expect(lists(Service.Kind.self))
    #expect(lists(Barring.Use.self))
    #expect(lists(Topic.self))
    #expect(lists(ContactMethod.Host.self))
    #expect(lists(Line.Plan.self))
    #expect(lists(ContactMethod.By.self))
    #expect(lists(Period.Unit.self))
    #expect(lists(Source.Quality.self))
  }

  @Test func everyShippedRuleIsInTheManual() throws {
    let manual = String(decoding: try PackageFiles.bytes("Docs/renewal.md"), as: UTF8.self)
    for rule in try RuleBook.shipped().rules {
      #expect(manual.contains("`\(rule.id)`"), "\(rule.id)")
    }
  }

  private struct Schema: Decodable {
    var definitions: [String: Definition]
    enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }

  private struct Definition: Decodable {
    var properties: [String: Property]?
    var oneOf: [Property]?
    var `enum`: [String]?
  }

  private final class Property: Decodable {
    var `enum`: [String]?
    var items: Property?
    var properties: [String: Property]?
  }

  private func schema() throws -> Schema {
    try JSONDecoder().decode(
      Schema.self, from: Data(PackageFiles.bytes("Docs/schema/carriers.schema.json")))
  }

  private func words<Words: Vocabulary>(_: Words.Type) -> [String] {
    Words.allCases.map(\.rawValue)
  }

  @Test func theWordsOfRulesAreTheSame() throws {
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
    #expect(definitions["discretion"]?.enum == words(Discretion.self))
    #expect(listed("stage", "effects") == words(Stage.Effect.self))
    #expect(listed("stage", "recoverBy") == words(Stage.Recovery.self))
    #expect(listed("source", "quality") == words(Source.Quality.self))
    let anchors = words(Anchor.Word.self).filter { $0 != "clockEnd" }
    #expect(definitions["anchor"]?.oneOf?.first?.enum == anchors)
  }

  @Test func theMembersOfRulesAreTheSame() throws {
    let definitions = try schema().definitions
    // An unknown member makes the reader name those that it knows.
    for (definition, path) in [
      ("rule", "\"zone\""), ("clock", "\"subject\""), ("period", "\"n\""),
      ("qualifier", "\"events\""), ("stage", "\"name\""), ("source", "\"quality\""),
    ] {
      let text = RuleFileTests.good.replacing(path, with: "\"x\": 1, \(path)", maxReplacements: 1)
      let error = #expect(throws: DataFileError.self) {
        try CarrierFile(reading: text.utf8, name: "x.json", layer: .person)
      }
      let allowed = error?.problems.first?.message.split(separator: "allowed: ").last ?? ""
      let known = allowed.split(separator: ", ").map(String.init).sorted()
      #expect(known == definitions[definition]?.properties?.keys.sorted(), "\(definition)")
    }
  }
}
