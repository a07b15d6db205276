import Carriers
import FoundationEssentials
import Renewal
import Testing
import Words

/// What only several files together can tell right from wrong.
struct OwnFilesTests {
  private static func file(_ carrier: String, _ rules: String, shared: String = "") -> String {
    """
    {"schema": "cardinfo.carriers", "schemaVersion": "2.0",\(shared)
    "carriers": [{"id": "\(carrier)", "names": {"en": "Mine"},
      "sources": {"me": {"title": "my contract", "quality": "U"}},
      "rules": [{"id": "\(carrier)-own", "source": "me", "clocks": []}, \(rules)]}]}
    """
  }

  private func problems(_ texts: String...) throws -> [String?] {
    let scratch = try Scratch()
    for (index, text) in texts.enumerated() {
      _ = try scratch.file("\(index).json", text)
    }
    return OwnFiles([scratch.path]).outcomes.map { reading in
      guard case .refused(let error) = reading.outcome else { return nil }
      return error.message.description.replacing(#/\/[^ ]*\//#, with: "")
    }
  }

  @Test func aRuleCanStandInAnotherFileOrInOneOfOurs() throws {
    #expect(
      try problems(
        Self.file("a", "\"b-own\", \"giffgaff\", \"monthly-bundle\""), Self.file("b", "\"a-own\""))
        == [nil, nil])
  }

  @Test func aRuleThatIsNamedAndNotThereIsTold() throws {
    #expect(
      try problems(Self.file("a", "\"giffgaf\""), Self.file("b", "\"a-own\"")) == [
        "0.json:4:60: no rule is named \"giffgaf\"; allowed: one of this file, or of any other",
        nil,
      ])
  }

  @Test func aRuleThatStandsInTwoFilesIsTold() throws {
    let again = "{\"id\": \"a-own\", \"source\": \"me\", \"clocks\": []}"
    let found = try problems(Self.file("a", "\"giffgaff\""), Self.file("b", again))
    #expect(
      found == [nil, "1.json:4:67: a rule named \"a-own\" stands in 0.json already"])
  }

  @Test func aRuleThatNoCarrierHasIsTold() throws {
    let sources = "\"sources\": {\"s\": {\"title\": \"x\", \"quality\": \"U\"}},"
    func shared(_ members: String) -> String {
      "\(sources) \"rules\": [{\"id\": \"shared\", \(members)\"source\": \"s\", \"clocks\": []}],"
    }
    let lonely = shared("\"carrier\": \"Many\", ")
    #expect(
      try problems(Self.file("a", "\"giffgaff\"", shared: lonely)) == [
        "0.json:1:123: no carrier has the rule \"shared\"; "
          + "allowed: one that a carrier has, or one without \"carrier\" for any line"
      ])
    #expect(try problems(Self.file("a", "\"shared\"", shared: lonely)) == [nil])
    #expect(try problems(Self.file("a", "\"giffgaff\"", shared: shared(""))) == [nil])
  }

  @Test func aRuleOfOursIsReplacedByOneOfTheSameName() throws {
    let scratch = try Scratch()
    let rule = "{\"id\": \"giffgaff\", \"source\": \"me\", \"clocks\": []}"
    _ = try scratch.file("a.json", Self.file("a", rule))
    let own = OwnFiles([scratch.path])
    #expect(own.outcomes.map(\.outcome) == [.read(carriers: 1)])
    #expect(own.rules.map(\.id) == ["a-own", "giffgaff"])
    var book = try RuleBook.shipped()
    book.add(own.rules)
    #expect(book["giffgaff"]?.carrier == "Mine")
    #expect(book["giffgaff"]?.provenance.source.layer == .person)
  }

  @Test(arguments: [
    ("cardinfo.carriers", "version 1.0 is not read here; allowed: 2.0"),
    ("cardinfo.rules", "not a file of carriers; allowed: cardinfo.carriers"),
  ])
  func aFileOfTheOldFormIsRefusedWithTheCommandThatConvertsIt(
    schema: String, problem: String
  ) throws {
    let scratch = try Scratch()
    let member = schema == "cardinfo.rules" ? "rules" : "carriers"
    let text = "{\"schema\": \"\(schema)\", \"schemaVersion\": \"1.0\", \"\(member)\": []}"
    let file = try scratch.file("old.json", text)
    guard case .refused(let error)? = OwnFiles([file]).outcomes.first?.outcome else {
      Issue.record("not refused")
      return
    }
    #expect(error.code == .fileOutdated)
    #expect(error.message.description.hasSuffix(problem))
    #expect(error.message.description.contains("old.json:1:"))
    #expect(error.hint?.description.contains("cardinfo carrier convert") == true)
    // What is no such file at all has the reader's words alone.
    let other = try scratch.file("other.json", text.replacing("1.0", with: "0.1"))
    guard case .refused(let error)? = OwnFiles([other]).outcomes.first?.outcome else { return }
    #expect(error.code == .fileInvalid)
  }
}
