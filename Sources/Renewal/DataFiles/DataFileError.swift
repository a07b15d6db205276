/// Something in a data file that is not as it has to be, and where.
public struct DataFileProblem: Equatable, Sendable {
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The character in the line, from 1.
  public let column: Int
  /// What is wrong and what is allowed.
  public let message: String
}

extension DataFileProblem: CustomStringConvertible {
  /// The problem as compilers write theirs: `HK.json:12:7: …`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// All that is wrong with a data file, such as one of rules, from the top down.
public struct DataFileError: Error, Equatable, Sendable {
  /// What is wrong; never empty.
  public let problems: [DataFileProblem]
}

extension DataFileError: CustomStringConvertible {
  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
