import Foundation
import Testing

/// The sources of this package, as text.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths below a directory, from the root; never none.
  static func files(under directory: String, ending suffix: String) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: directory).path())
    let files = paths.filter { $0.hasSuffix(suffix) }.map { "\(directory)/\($0)" }.sorted()
    try #require(!files.isEmpty)
    return files
  }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The modules that a file imports, with whatever access.
  static func imports(of path: String) throws -> [String] {
    let statement = try Regex(
      #"(?m)^(?:@\w+ )?(?:public |package |internal |fileprivate |private )?import (?:\w+ )?(\w+)"#,
      as: (Substring, Substring).self)
    return try text(of: path).matches(of: statement).map { String($0.1) }
  }
}
