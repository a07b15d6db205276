import Foundation

/// What must hold at one point of a life.
///
/// `> home state=active deadline=2026-11-28 steps=use,topUp steps!=replace due=7d` is about a line, by
/// what `line show --json` says of it at that moment; `> exit=65` and `>> text` are about the command
/// before it. Behind `=` stands what must be, behind `!=` what must not; `|` parts alternatives, `,` the
/// members of a list, `..` the ends of a span of days.
struct Expectation: Sendable {
  var text: String
  /// The file and the line that it stands in.
  var place: String
  private var conditions: [Condition] = []
  private var line: String?
  private var printed: (text: String, isThere: Bool)?

  init(_ text: String, at place: String) {
    self.text = text
    self.place = place
    if text.hasPrefix(">>!") {
      printed = (text.dropFirst(3).trimmingCharacters(in: .whitespaces), false)
    } else if text.hasPrefix(">>") {
      printed = (text.dropFirst(2).trimmingCharacters(in: .whitespaces), true)
    } else {
      let words = text.dropFirst().split(separator: " ").map(String.init)
      line = words.first { !$0.contains("=") }
      conditions = words.filter { $0.contains("=") }.map(Condition.init)
    }
  }

  var isAboutExit: Bool { conditions.contains { $0.what == "exit" } }

  /// The commands whose answers it needs.
  var questions: [String] {
    let lists = conditions.compactMap { condition in
      switch condition.what {
      case "due": "lines --due \(condition.value) --json"
      case "order": "lines --all"
      default: nil
      }
    }
    return lists + (line.map { ["line show \($0) --json"] } ?? [])
  }

  /// What does not hold.
  func missed(
    of last: Command.Result?, answers: (String) throws -> Command.Result
  ) throws -> [String] {
    if let printed {
      let all = (last?.output ?? "") + (last?.errors ?? "")
      return all.contains(printed.text) == printed.isThere
        ? [] : ["\(text) – it printed\n\(all)"]
    }
    var shown: Standing?
    if let line {
      let answer = try answers("line show \(line) --json")
      shown = Standing(answer.output)
      if shown == nil { return ["\(text) – nothing is shown of it: \(answer.errors)"] }
    }
    return try conditions.compactMap { condition in
      let found: Condition.Found =
        switch condition.what {
        case "exit": .word(last.map { "\($0.status)" })
        case "due":
          .held(
            Standing.all(try answers("lines --due \(condition.value) --json").output)
              .contains { $0.id == shown?.id })
        case "order":
          // The second word of a row is the name.
          .list(
            try answers("lines --all").output.split(separator: "\n")
              .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
        default: shown?.found(condition.what) ?? .nothing
        }
      return condition.isMet(by: found) ? nil : "\(condition.text) – \(found), by \(text)"
    }
  }
}

/// One thing that must be, or must not.
struct Condition: Sendable {
  var text: String
  var what: String
  var value: String
  var isNegated: Bool

  /// What was found where a condition looks.
  enum Found: CustomStringConvertible {
    case word(String?)
    case list([String])
    case held(Bool)
    /// There is no such thing to look at: the condition is misspelt, or the answer has no such member.
    case nothing

    var description: String {
      switch self {
      case .word(let word): "it is \(word ?? "none")"
      case .list(let list): "there are \(list.joined(separator: ", "))"
      case .held(let isSo): isSo ? "it is so" : "it is not so"
      case .nothing: "there is no such thing"
      }
    }
  }

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    isNegated = parts.first?.hasSuffix("!") == true
    what = parts.first.map { String($0.prefix { $0 != "!" }) } ?? ""
    value = parts.last.map(String.init) ?? ""
  }

  func isMet(by found: Found) -> Bool {
    switch found {
    case .nothing: false
    case .held(let isSo): isSo != isNegated
    case .word(let word):
      isNegated
        ? !value.split(whereSeparator: { ",|".contains($0) }).contains { matches(word, $0) }
        : value.split(separator: "|").contains { matches(word, $0) }
    case .list(let list) where what == "order":
      list.filter(wanted.contains) == wanted
    case .list(let list):
      isNegated
        ? !wanted.contains { one in list.contains(one) }
        : wanted.allSatisfy { one in
          one.split(separator: "|").contains { list.contains(String($0)) }
        }
    }
  }

  private var wanted: [String] { value.split(separator: ",").map(String.init) }

  private func matches(_ word: String?, _ wanted: Substring) -> Bool {
    let ends = wanted.split(separator: ".", omittingEmptySubsequences: true)
    if wanted.contains(".."), let first = ends.first, let last = ends.last, let word {
      return (first...last).contains(Substring(word))
    }
    return wanted == "none" ? word == nil : word.map { $0 == wanted } ?? false
  }
}
