public import CardState

/// The rules authorisation table (GSMA SGP.22 §2.4.12, §5.7.22).
public enum RulesAuthorisationTable {
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
