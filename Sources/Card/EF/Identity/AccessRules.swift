/// EF.ARR: access rules that files refer to, one set to a record: access mode data objects, each
/// with the security conditions that follow it (ETSI TS 102 221 §13.4 and §9.2, ISO/IEC 7816-4
/// §9.3.3).
public struct EFARR: FileLayout {
  /// The rules.
  public var rules: [Rule]

  /// What may be done under which conditions.
  public struct Rule: Hashable, Sendable, Encodable {
    /// What may be done, in words for files: `read`, `update`, `increase` and so on.
    public var operations: [String]
    /// When.
    public var condition: AccessRuleCondition
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    rules = []
    var operations: [String]?
    var conditions: [AccessRuleCondition] = []
    for object in try BERTLV.sequence(parsing: reader) {
      if let mode = Self.operations(in: object) {
        if let operations, !conditions.isEmpty {
          rules.append(Rule(operations: operations, condition: .anyOf(conditions).simplified))
        }
        operations = mode
        conditions = []
      } else {
        conditions.append(try AccessRuleCondition(object))
      }
    }
    if let operations, !conditions.isEmpty {
      rules.append(Rule(operations: operations, condition: .anyOf(conditions).simplified))
    }
  }

  /// The operations of an access mode data object: 80 with a bit for each, 81 to 8F with the header
  /// of a command. Nil for other data objects.
  private static func operations(in object: BERTLV) -> [String]? {
    switch object.tag.rawValue {
    case 0x80:
      let bits = object.value.first ?? 0
      return operations.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
    case 0x81...0x8F:
      return object.value.map { $0 == 0x32 ? "increase" : "instruction" + [$0].hex }
    default: return nil
    }
  }

  private static let operations = [
    "read", "update", "write", "deactivate", "activate", "terminate", "delete",
  ]
}

/// When something may be done with a file (ETSI TS 102 221 §9.2, ISO/IEC 7816-4 §9.3.3). As JSON a
/// word, such as `always` or `pin1 or adm1`.
public indirect enum AccessRuleCondition: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// Always.
  case always
  /// Never.
  case never
  /// After a key or PIN was presented, by its reference.
  case key(UInt8)
  /// Under one of these conditions.
  case anyOf([AccessRuleCondition])
  /// Under all of these conditions.
  case allOf([AccessRuleCondition])
  /// A condition of another kind, by its tag.
  case other(BERTLV.Tag)

  /// Understands a security condition data object.
  init(_ object: BERTLV, depth: Int = 0) throws(ParseError) {
    guard depth < BERTLV.maximumDepth else { throw ParseError(.tooDeep, at: object.offset) }
    switch object.tag {
    case 0x90: self = .always
    case 0x97: self = .never
    case 0xA4:
      let reference = try object.children().first(0x83)?.value.first
      self = reference.map(AccessRuleCondition.key) ?? .other(object.tag)
    case 0xA0, 0xAF:
      var parts: [AccessRuleCondition] = []
      for child in try object.children() {
        parts.append(try AccessRuleCondition(child, depth: depth + 1))
      }
      self = object.tag == 0xA0 ? .anyOf(parts) : .allOf(parts)
    default: self = .other(object.tag)
    }
  }

  /// The condition itself, where it is the only one of several.
  var simplified: AccessRuleCondition {
    if case .anyOf(let parts) = self, parts.count == 1, let part = parts.first {
      part
    } else {
      self
    }
  }

  /// Words for it.
  public var description: String {
    switch self {
    case .always: "always"
    case .never: "never"
    case .key(let reference): Self.name(ofKey: reference)
    case .anyOf(let parts): parts.map(\.description).joined(separator: " or ")
    case .allOf(let parts): parts.map(\.inParentheses).joined(separator: " and ")
    case .other(let tag): "condition\(tag)"
    }
  }

  private var inParentheses: String {
    if case .anyOf = self { "(\(description))" } else { description }
  }

  /// Writes the words.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Key references (ETSI TS 102 221 §9.5.1 table 9.3).
  private static func name(ofKey reference: UInt8) -> String {
    switch reference {
    case 0x01: "pin1"
    case 0x02...0x08: "pin1.\(reference)"
    case 0x0A...0x0E: "adm\(reference - 0x09)"
    case 0x11: "universalPIN"
    case 0x81: "pin2"
    case 0x82...0x88: "pin2.\(reference - 0x80)"
    case 0x8A...0x8E: "adm\(reference - 0x84)"
    default: "key" + [reference].hex
    }
  }
}
