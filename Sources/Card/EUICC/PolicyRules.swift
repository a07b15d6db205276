/// Profile policy rules (GSMA SGP.22 §2.9, PprIds).
enum PolicyRules {
  /// The rules by their bits.
  static let names = ["updateControl", "disableNotAllowed", "deleteNotAllowed"]
}
