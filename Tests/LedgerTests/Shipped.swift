import Carriers
import Renewal

/// What comes with the library, read once for all tests.
enum Shipped {
  static let rules = RuleBook(library: ShippedRules())
  static let languages = Result { try LanguagePatterns.shipped() }
}
