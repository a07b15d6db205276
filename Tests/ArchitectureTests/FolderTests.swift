import Foundation
import Testing

/// Folders depend on each other in one direction, as targets do: a target can be read from the
/// ground up, and no folder needs one that needs it.
///
/// Each folder directly in a target is a room, whatever folders it has inside, and the files that lie
/// beside these folders are a room of their own. Inside a room, at every depth, folders beside each
/// other are held to one direction as well; they and the files that lie beside them may know each
/// other.
struct FolderTests {
  /// Targets whose folders still go round in circles. A test fails until one that no longer does is
  /// struck off; from then on it is held to that.
  private static let unfinished: Set<String> = ["Card", "Carriers", "Renewal"]

  @Test func foldersDependOneWay() throws {
    for target in try Self.targets() where !Self.unfinished.contains(target) {
      for circle in try Self.circles(in: target) {
        Issue.record("folders of Sources/\(target) need each other: \(circle)")
      }
    }
  }

  @Test func unfinishedTargetsHaveCircles() throws {
    #expect(try Self.unfinished.isSubset(of: Self.targets()))
    for target in Self.unfinished {
      #expect(
        try !Self.circles(in: target).isEmpty,
        "the folders of \(target) depend one way: strike it off `unfinished`")
    }
  }

  @Test func aCircleIsFoundAndNamed() {
    let lines = "struct LineRow { func judge() { Verdict.forget() } }"
    let due = "public enum Verdict { case due(LineRow) }"
    #expect(
      circles(["Lines": lines, "Due": due, "Exchange": "let row = LineRow(), v: Verdict"])
        == ["Due uses LineRow of Lines; Lines uses Verdict of Due"])
    #expect(circles(["Lines": "struct LineRow {}", "Due": due]) == [])
  }

  @Test func aCircleOfThreeFoldersIsFound() {
    let sources = ["A": "extension B {}", "B": "struct B { var c: C }", "C": "class C: A {}"]
    #expect(circles(sources) == [])
    #expect(
      circles(sources.merging(["A": "protocol A {}; extension B {}"]) { $1 })
        == ["A uses B of B; B uses C of C; C uses A of A"])
  }

  @Test(
    arguments: [
      "// Verdict", "/* /* Verdict */ Verdict */", #"let s = "Verdict""#, "let s = #\"\"Verdict\"#",
      "let s = \"\"\"\n  a \"Verdict\"\n  \"\"\"", #"let s = "\(g(")")) Verdict""#,
      "let r = text.matches(of: /\\/Verdict/)", "let c = Other.Verdict()", "enum Verdict {}",
      "struct Other { enum Verdict {} }", "func f<A, Verdict: P>(_: Verdict) {}",
    ])
  func whatOnlyLooksLikeAUseIsNone(code: String) {
    #expect(circles(["Lines": "struct LineRow {}\n" + code, "Due": Self.due]) == [])
  }

  @Test(
    arguments: [
      "extension Verdict {}", #"let s = "\(Verdict.due)""#, ##"let s = #"a" \#(Verdict.due)"#"##,
      "let n = a / b; let v = Verdict(a / b)", "let r = 0...Verdict.last", "let v: M.Verdict",
      "/* */ let v: [Verdict]", "let s = \"//\"; let v: Verdict", "func f<A: Verdict>(_: A) {}",
    ])
  func useIsSeenWhereverItStands(code: String) {
    let circle = ["Due uses LineRow of Lines; Lines uses Verdict of Due"]
    #expect(circles(["Lines": "struct LineRow {}\n" + code, "Due": Self.due]) == circle)
  }

  @Test(arguments: ["private enum Verdict {}", "struct Outer { enum Verdict {} }"])
  func whatNoOtherFolderCanNameIsNoUse(declaration: String) {
    let due = declaration + "\nlet row: LineRow"
    #expect(circles(["Lines": "struct LineRow { var v: Verdict }", "Due": due]) == [])
  }

  private static let due = "enum Verdict { case due(LineRow) }"

  private func circles(_ sources: [String: String]) -> [String] {
    FolderUse(module: "M", sources.map { (folder: $0.key, text: $0.value) }).circles
  }

  private static func targets() throws -> [String] {
    Set(
      try Repository.files(under: "Sources", ending: ".swift").map { $0.split(separator: "/")[1] }
    )
    .map(String.init).sorted()
  }

  /// The circles among the folders of a target, and among those of each folder in it.
  private static func circles(in target: String) throws -> [String] {
    let files = try Repository.files(under: "Sources/\(target)", ending: ".swift").map {
      (
        path: $0.split(separator: "/").dropFirst().map(String.init),
        text: try Repository.text(of: $0)
      )
    }
    let parents = Set(
      files.flatMap { file in file.path.indices.dropFirst().map { file.path[..<$0] } })
    return parents.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { parent in
      let sources = files.filter { $0.path.starts(with: parent) }.compactMap { file in
        let rest = file.path.dropFirst(parent.count)
        let isLoose = rest.count == 1
        if isLoose, parent.count > 1 { return nil as (folder: String, text: String)? }
        let folder = isLoose ? parent : file.path[...rest.startIndex]
        return (folder.joined(separator: "/"), file.text)
      }
      return FolderUse(module: target, sources).circles
    }
  }
}
