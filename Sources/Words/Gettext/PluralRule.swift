/// Which of a language's forms a number takes: the value of `Plural-Forms` in the header of a PO file,
/// such as `nplurals=2; plural=n != 1;` (GNU gettext manual, "Additional functions for plural forms").
package struct PluralRule: Sendable {
  /// Why a rule can't be read.
  package enum Problem: Error {
    case isMissing, numberOfForms, isTooLong, syntax
  }

  /// How many forms the language has.
  package let count: Int
  private let expression: PluralExpression

  /// One, and any other number.
  package static let english = PluralRule(
    count: 2, expression: .binary(.notEqual, .n, .number(1)))

  private init(count: Int, expression: PluralExpression) {
    self.count = count
    self.expression = expression
  }

  package init(parsing text: some StringProtocol) throws(Problem) {
    var values: [String: Substring] = [:]
    for field in String(text).split(separator: ";") {
      guard let sign = field.firstIndex(of: "=") else { continue }
      let name = field[..<sign].filter { $0 != " " }
      values[name] = field[field.index(after: sign)...]
    }
    guard let number = values["nplurals"], let count = Int(number.filter { $0 != " " }),
      (1...Self.mostForms).contains(count)
    else { throw .numberOfForms }
    guard let expression = values["plural"] else { throw .isMissing }
    // More than any language needs, and so little that no nesting is too deep.
    guard expression.utf8.count <= 1000 else { throw .isTooLong }
    var parser = PluralExpressionParser(expression)
    self.init(count: count, expression: try parser.expression())
  }

  /// Arabic has six.
  private static let mostForms = 16

  /// The index of the form for a number. Where the rule has none it is the first, as in gettext.
  package func form(for n: UInt) -> Int {
    guard let value = expression.value(n), let index = Int(exactly: value), index < count
    else { return 0 }
    return index
  }

  /// Whether the rule names a form that there is for a number.
  package func hasForm(for n: UInt) -> Bool {
    expression.value(n).map { $0 < UInt(count) } ?? false
  }
}

/// An expression of C with the one variable `n`, over unsigned integers.
indirect enum PluralExpression: Sendable {
  case n
  case number(UInt)
  case not(PluralExpression)
  case binary(Operator, PluralExpression, PluralExpression)
  case conditional(PluralExpression, PluralExpression, PluralExpression)

  enum Operator: String, CaseIterable, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case notMore = "<="
    case notLess = ">="
    case less = "<"
    case more = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case remainder = "%"

    /// What binds more tightly has the higher one.
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .equal, .notEqual: 3
      case .less, .more, .notMore, .notLess: 4
      case .plus, .minus: 5
      case .times, .dividedBy, .remainder: 6
      }
    }
  }

  /// Nil for a division by zero. Sums wrap around, as in C.
  func value(_ n: UInt) -> UInt? {
    switch self {
    case .n: return n
    case .number(let number): return number
    case .not(let operand): return operand.value(n).map { $0 == 0 ? 1 : 0 }
    case .conditional(let condition, let then, let other):
      return condition.value(n).flatMap { $0 != 0 ? then.value(n) : other.value(n) }
    case .binary(let sign, let left, let right):
      guard let left = left.value(n) else { return nil }
      // These two don't always look at the other side.
      if sign == .or, left != 0 { return 1 }
      if sign == .and, left == 0 { return 0 }
      return right.value(n).flatMap { sign.value(left, $0) }
    }
  }
}

extension PluralExpression.Operator {
  fileprivate func value(_ left: UInt, _ right: UInt) -> UInt? {
    switch self {
    case .or: left != 0 || right != 0 ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .less: left < right ? 1 : 0
    case .more: left > right ? 1 : 0
    case .notMore: left <= right ? 1 : 0
    case .notLess: left >= right ? 1 : 0
    case .plus: left &+ right
    case .minus: left &- right
    case .times: left &* right
    case .dividedBy: right == 0 ? nil : left / right
    case .remainder: right == 0 ? nil : left % right
    }
  }
}
