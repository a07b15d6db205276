/// Something in a rule file that is not as it has to be, and where.
public struct RuleProblem: Equatable, Sendable {
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The character in the line, from 1.
  public let column: Int
  /// What is wrong and what is allowed.
  public let message: String
}

extension RuleProblem: CustomStringConvertible {
  /// The problem as compilers write theirs: `HK.json:12:7: …`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// All that is wrong with a rule file, from the top down.
public struct RuleFileError: Error, Equatable, Sendable {
  /// What is wrong; never empty.
  public let problems: [RuleProblem]
}

extension RuleFileError: CustomStringConvertible {
  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
