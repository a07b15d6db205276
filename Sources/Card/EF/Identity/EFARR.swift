/// EF.ARR: access rules that files refer to, one set to a record: access mode data objects, each
/// with the security conditions that follow it (ETSI TS 102 221 §13.4 and §9.2, ISO/IEC 7816-4
/// §9.3.3).
public struct EFARR: ElementaryFile {
  /// Where the file is. Applications have one of their own, 6F06.
  public static let descriptor = FileDescriptor(
    "EF.ARR", in: .masterFile, identifier: 0x2F06, shortIdentifier: 0x06, .linearFixed,
    source: "ETSI TS 102 221 §13.4", confidentiality: .open)

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
