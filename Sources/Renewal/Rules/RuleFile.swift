import FoundationEssentials

/// A file of rules: JSON as `Docs/schema/rules.schema.json` describes it.
public struct RuleFile: Equatable, Sendable {
  /// What every such file carries in `schema`.
  public static let schemaName = "cardinfo.rules"
  /// The version of the format that this library reads, major and minor.
  public static let schemaVersion = "1.0"

  /// The rules in it, in their order.
  public let rules: [Rule]

  /// Reads a file, or says of every rule in it what is wrong and where.
  ///
  /// - Parameters:
  ///   - text: what stands in the file, UTF-8.
  ///   - name: the file's name, for messages.
  public init(reading text: some Collection<UInt8>, name: String) throws(DataFileError) {
    var reading = try DataFileReading(text, name: name)
    var rules: [Rule] = []
    let attempts = reading.decode(RuleDocument.self)?.rules ?? []
    for (rule, path) in reading.values(of: attempts, at: "rules") {
      for flaw in rule.flaws() { reading.add(flaw.message, at: path + flaw.path) }
      if rules.contains(where: { $0.id == rule.id }) {
        reading.add("a rule named \"\(rule.id)\" stands above already", at: path + [.member("id")])
      }
      rules.append(rule)
    }
    try reading.check()
    self.rules = rules
  }
}

/// The outer form of a rule file.
private struct RuleDocument: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaReference = "$schema"
    case schema, schemaVersion, rules
  }

  let rules: [Attempt<Rule>]

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    try container.expect(RuleFile.schemaName, at: .schema) { _ in "not a rule file" }
    try container.expect(RuleFile.schemaVersion, at: .schemaVersion) {
      "version \($0) is not read here"
    }
    rules = try container.decode([Attempt<Rule>].self, forKey: .rules)
  }
}
