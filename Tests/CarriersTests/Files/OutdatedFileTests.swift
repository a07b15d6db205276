import CardState
import Carriers
import FoundationEssentials
import Renewal
import Testing
import Words

/// Files of the forms before this one lose nothing when they are converted.
struct OutdatedFileTests {
  private func converted(_ text: some Collection<UInt8>) throws -> CarrierFile {
    let old = try #require(OutdatedFile(text))
    let converted = old.converted(for: try CarrierBook.shipped())
    return try CarrierFile(reading: converted, name: "x.json", layer: .person)
  }

  /// As the old form has it: neither copy nor layer.
  private func old(_ provenance: Provenance) -> Provenance {
    var provenance = provenance
    provenance.source.storedCopy = false
    provenance.source.layer = .person
    return provenance
  }

  /// As the old form has it: the source's members among those of what rests on it.
  private func written(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): return .array(values.map(written))
    case .object(var members):
      if case .object(let note)? = members["note"] { members["note"] = note["en"] }
      if case .object(let source)? = members["source"] {
        members["source"] = source["title"]
        members["url"] = source["url"]
        members["checkedOn"] = source["date"]
        members["quality"] = source["quality"]
        return .object(members)
      }
      return .object(members.mapValues(written))
    case .integer, .number, .string, .boolean, .null: return value
    }
  }

  /// A rule without what the old form had no member for: terms of before, sources of stages, notes in
  /// other languages.
  private func older(_ rule: Rule) -> Rule {
    var rule = rule
    rule.from = nil
    rule.earlier = []
    rule.note = rule.note.map { LocalText($0.english) }
    for index in rule.clocks.indices {
      rule.clocks[index].note = rule.clocks[index].note.map { LocalText($0.english) }
      rule.clocks[index].loss?.source = nil
      for place in (rule.clocks[index].stages ?? []).indices {
        rule.clocks[index].stages?[place].source = nil
      }
    }
    return rule
  }

  @Test func everyRuleThereIsComesBackFromTheOldForm() throws {
    let rules = try RuleBook.shipped().rules.map(older)
    let text = try PackageFiles.json([
      "schema": .string("cardinfo.rules"), "schemaVersion": .string("1.0"),
      "rules": written(try #require(JSONValue(encoding: rules))),
    ])
    let file = try converted(text)
    let expected = rules.map { rule in
      var rule = rule
      rule.provenance = old(rule.provenance)
      for index in rule.clocks.indices {
        rule.clocks[index].provenance = rule.clocks[index].provenance.map(old)
      }
      return rule
    }
    #expect(file.rules.sorted { $0.id < $1.id } == expected)
    // Each rule is in the carrier that it was of; those of any carrier are in none.
    #expect(file.carriers.first { $0.id == "giffgaff" }?.rules == ["giffgaff"])
    #expect(file.carriers.first { $0.id == "ais" }?.rules == ["ais-sim2fly", "ais-thailand"])
    let had = file.carriers.flatMap(\.rules)
    #expect(
      file.rules.map(\.id).filter { !had.contains($0) } == ["monthly-bundle", "pay-as-you-go"])
  }

  @Test func aRuleOfNobodyWeKnowMakesACarrier() throws {
    let text = """
      {"schema": "cardinfo.rules", "schemaVersion": "1.0", "rules": [{
        "id": "club", "carrier": "Club", "zone": "Asia/Hong_Kong",
        "provenance": {"quality": "U", "source": "my contract"},
        "clocks": [{"id": "number", "subject": "number", "anchor": ["lastTopUp"],
          "period": {"n": 30, "unit": "day"}, "stages": []}]}]}
      """
    let file = try converted(text.utf8)
    #expect(file.carriers.map(\.id) == ["club"])
    #expect(file.carriers.first?.names.english == "Club")
    #expect(file.carriers.first?.kind == nil)
    #expect(file.rules.first?.clocks.first?.period == Period(30, .day))
    #expect(file.rules.first?.provenance.source.title == "my contract")
  }

  @Test func carriersStayAsTheyAre() throws {
    let text = """
      {"schema": "cardinfo.carriers", "schemaVersion": "1.0", "country": "CN", "carriers": [{
        "id": "village-net", "names": {"en": "Village Net"}, "kind": "network", "rules": ["giffgaff"],
        "matches": [{"plmn": "46099", "source": "me"}],
        "sources": {"me": {"title": "my contract", "date": "2024-01-01", "quality": "U"}},
        "facts": [{"what": "hotline", "number": "12345", "source": "me"}]}]}
      """
    let now = text.replacing("\"1.0\"", with: "\"2.0\"")
    #expect(
      try converted(text.utf8)
        == CarrierFile(reading: now.utf8, name: "x.json", layer: .person))
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"schema\": \"cardinfo.lines\", \"schemaVersion\": \"1.0\"}",
    "{\"schema\": \"cardinfo.carriers\", \"schemaVersion\": \"2.0\", \"carriers\": []}",
  ])
  func nothingElseIsConverted(text: String) {
    #expect((OutdatedFile(text.utf8) != nil) == false)
  }
}
