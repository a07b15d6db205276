import Foundation
import Words

/// `Translations pot` prints the template of the sources in the working directory;
/// `Translations missing` fails when a complete language lacks a sentence.
@main
enum Translations {
  static func main() throws {
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    let template = try Template(root: root)
    for problem in template.problems { report("no sentence of literals: \(problem)") }
    guard template.problems.isEmpty else { exit(1) }
    switch CommandLine.arguments.dropFirst().first {
    case "pot": print(template.pot, terminator: "")
    case "missing":
      let lines = try Language.all.flatMap { try missing(in: $0, of: template, root: root) }
      for line in lines { report(line) }
      exit(lines.isEmpty ? 0 : 1)
    default:
      report("usage: Translations pot|missing")
      exit(64)
    }
  }

  /// The sentences that a complete language lacks.
  private static func missing(in language: Language, of template: Template, root: URL) throws
    -> [String]
  {
    guard language.isComplete, language.tag != Language.english.tag else { return [] }
    let path = "po/\(language.tag).po"
    let file = try POFile(parsing: Array(Data(contentsOf: root.appending(path: path))))
    return template.missing(in: file).map { "\(path) lacks: \($0.id)" }
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
