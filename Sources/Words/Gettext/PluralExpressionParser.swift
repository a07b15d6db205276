/// Reads the expression of a plural rule, by precedence of its operators.
struct PluralExpressionParser {
  private var rest: Substring.UTF8View

  init(_ text: Substring) { rest = text.utf8 }

  /// All of the text.
  mutating func expression() throws(PluralRule.Problem) -> PluralExpression {
    let expression = try conditional()
    skipSpace()
    guard rest.isEmpty else { throw .syntax }
    return expression
  }

  private mutating func conditional() throws(PluralRule.Problem) -> PluralExpression {
    let condition = try binary(above: 0)
    guard take("?") else { return condition }
    let then = try conditional()
    guard take(":") else { throw .syntax }
    return .conditional(condition, then, try conditional())
  }

  /// Operators that bind more tightly than `precedence`; those of the same one group from the left.
  private mutating func binary(above precedence: Int) throws(PluralRule.Problem) -> PluralExpression
  {
    var left = try operand()
    while let sign = nextOperator(), sign.precedence > precedence {
      take(sign.rawValue)
      left = .binary(sign, left, try binary(above: sign.precedence))
    }
    return left
  }

  private mutating func operand() throws(PluralRule.Problem) -> PluralExpression {
    if take("!") { return .not(try operand()) }
    if take("(") {
      let inner = try conditional()
      guard take(")") else { throw .syntax }
      return inner
    }
    if take("n") { return .n }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = UInt(Substring(digits)) else { throw .syntax }
    rest = rest.dropFirst(digits.count)
    return .number(number)
  }

  private mutating func nextOperator() -> PluralExpression.Operator? {
    skipSpace()
    // The longer ones come first.
    return PluralExpression.Operator.allCases.first { rest.starts(with: $0.rawValue.utf8) }
  }

  @discardableResult private mutating func take(_ sign: String) -> Bool {
    skipSpace()
    guard rest.starts(with: sign.utf8) else { return false }
    rest = rest.dropFirst(sign.utf8.count)
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
