public import CardState
internal import Words

/// Profile policy rules (GSMA SGP.22 §2.9, PprIds).
enum PolicyRules {
  /// The rules by their bits.
  static let names = ["updateControl", "disableNotAllowed", "deleteNotAllowed"]
}

/// OperatorId (GSMA SGP.22 §2.4.12.1): `80` network code, `81` and `82` group identifiers. An E in
/// a network code stands for any digit.
enum OperatorID {
  /// Understands the data objects of one.
  static func decode(_ members: [BERTLV]) throws(ParseError) -> Profile.Owner {
    Profile.Owner(
      plmn: try members.first(0x80).map(plmn), gid1: members.first(0x81)?.value.hex,
      gid2: members.first(0x82)?.value.hex)
  }

  private static func plmn(_ object: BERTLV) throws(ParseError) -> String {
    var reader = object.reader
    let nibbles = Array(SwappedNibbles.text(try reader.bytes(3)))
    let third = nibbles.dropFirst(3).prefix(1).filter { $0 != "F" }
    let digits = String(nibbles.prefix(3)) + String(nibbles.suffix(2) + third)
    guard digits.allSatisfy({ $0.isNumber || $0 == "E" }) else {
      throw ParseError(.invalid(Words("not a network code")), at: object.offset)
    }
    return digits
  }
}

/// The rules authorisation table (GSMA SGP.22 §2.4.12, §5.7.22).
public enum RulesAuthorisationTable {
  /// The tag of each rule.
  static let tag: BERTLV.Tag = 0x30

  /// Understands ProfilePolicyAuthorisationRule: `80` rules, `A1` operators, `82` flags.
  public static func decode(_ rule: BERTLV) throws(ParseError) -> RuleAuthorisation {
    let members = try rule.children()
    var operators: [Profile.Owner] = []
    for entry in try members.first(0xA1)?.children() ?? [] {
      operators.append(try OperatorID.decode(try entry.children()))
    }
    return RuleAuthorisation(
      policyRules: members.first(0x80).map { NamedBits.names(PolicyRules.names, in: $0.value) }
        ?? [],
      operators: operators,
      needsConsent: members.first(0x82).map {
        NamedBits.names(["consentRequired"], in: $0.value).contains("consentRequired")
      } ?? false)
  }
}
