/// What the registration files of built-in cards say: exactly one piece of evidence each.
struct ExpectedEvidence: Sendable {
  var card: String
  var rule: String
  var says: String
  var strength: String

  static let all = [
    ExpectedEvidence(card: "plain-sim", rule: "R1", says: "wasAlive", strength: "strong"),
    ExpectedEvidence(card: "never-used", rule: "R3", says: "neverUsed", strength: "medium"),
    ExpectedEvidence(card: "refused-8", rule: "R5", says: "maybeBarred", strength: "medium"),
    ExpectedEvidence(card: "refused-11", rule: "R4", says: "refused", strength: "strong"),
    ExpectedEvidence(card: "china-mobile-new", rule: "R3", says: "neverUsed", strength: "strong"),
    ExpectedEvidence(card: "china-mobile-refused", rule: "R4", says: "refused", strength: "strong"),
    ExpectedEvidence(card: "roaming-refused", rule: "R6", says: "roamingRefused", strength: "weak"),
    ExpectedEvidence(card: "deregistered", rule: "R7", says: "notRegistered", strength: "none"),
    ExpectedEvidence(card: "wiped", rule: "R8", says: "emptied", strength: "none"),
    ExpectedEvidence(card: "gsm-2g", rule: "R4", says: "refused", strength: "strong"),
  ]
}
