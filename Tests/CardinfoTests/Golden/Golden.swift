import Foundation
import Testing

/// A directory of texts that a test compares with what is now.
struct Golden {
  static let structure = Golden(directory: Story.directory.appending(path: "Structure"))
  static let values = Golden(directory: Story.directory.appending(path: "Values"))

  private static let isRewriting =
    ProcessInfo.processInfo.environment["CARDINFO_UPDATE_GOLDENS"] != nil

  let directory: URL

  private func file(_ name: String) -> URL { directory.appending(path: name + ".txt") }

  /// Compares a text with the golden one, or writes it, which is no success.
  func check(_ name: String, _ lines: [String]) throws {
    let file = file(name)
    let text = lines.map { $0 + "\n" }.joined()
    let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard text != golden else { return }
    if Self.isRewriting {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(directory.lastPathComponent)/\(name).txt was rewritten")
    } else {
      let difference = Self.difference(
        golden.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
        lines)
      Issue.record("\(directory.lastPathComponent)/\(name).txt\n\(difference)")
    }
  }

  /// Compares the names of what is there with those there have to be.
  func checkNames(_ names: Set<String>) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path())
      .filter { $0.hasSuffix(".txt") }
    for file in files where !names.contains(String(file.dropLast(".txt".count))) {
      Issue.record("\(directory.lastPathComponent)/\(file) is of nothing that is run")
      if Self.isRewriting {
        try FileManager.default.removeItem(at: directory.appending(path: file))
      }
    }
  }

  /// Lines as what they have not and have beside others. None where they have little in common.
  static func difference(of lines: [String], from others: [String], called name: String)
    -> [String]?
  {
    guard Set(lines).subtracting(others).count * 4 < lines.count else { return nil }
    let change = lines.difference(from: others)
    guard change.count * 2 < lines.count else { return nil }
    return ["like \(name), but:"]
      + (change.removals + change.insertions).map { change in
        switch change {
        case .remove(_, let line, _): "- \(line)"
        case .insert(_, let line, _): "+ \(line)"
        }
      }
  }

  /// The first lines that differ, behind the command they are of.
  private static func difference(_ golden: [String], _ now: [String]) -> String {
    let same = zip(golden, now).prefix { $0 == $1 }.count
    let (old, new) = (golden.dropFirst(same), now.dropFirst(same))
    let sameAtEnd = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let command = now.prefix(same + 1).last { $0.wholeMatch(of: /\d{4}-\d\d-\d\d .*/) != nil }
    return
      ([command ?? ""] + old.dropLast(sameAtEnd).prefix(5).map { "- \($0)" }
      + new.dropLast(sameAtEnd).prefix(5).map { "+ \($0)" }).joined(separator: "\n")
  }
}
