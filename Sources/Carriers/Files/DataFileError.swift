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

/// Something that a data file says and can't mean, with the way to it.
struct DataFlaw {
  let path: JSONPlaces.Path
  let message: String

  init(path: JSONPlaces.Path, message: String) {
    self.path = path
    self.message = message
  }

  /// The flaw, seen from a member further out.
  func inside(_ steps: JSONPlaces.Step...) -> DataFlaw {
    DataFlaw(path: steps + path, message: message)
  }

  static func at(_ member: String, _ message: String) -> DataFlaw {
    DataFlaw(path: [.member(member)], message: message)
  }
}

extension String {
  /// Whether it can name something for good: `asda-mobile`.
  var isName: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }

  /// Whether it has the form of a country's two letters of ISO 3166-1.
  var isCountryCode: Bool { count == 2 && allSatisfy { ("A"..."Z").contains($0) } }

  /// Whether it is an address of the web.
  var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
