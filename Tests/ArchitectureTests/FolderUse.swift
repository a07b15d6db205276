/// Which folders use types of which others: names that are declared in one folder alone, and stand
/// in the code of another.
///
/// It sees types, not functions or members of extensions, and knows no scopes; so it errs on the side
/// of silence. A name does not count in a folder that has a type, a nested type or a generic
/// parameter of that name itself, nor after a dot, where it is a member, unless the module's name
/// stands before the dot.
struct FolderUse {
  /// For each folder, the names it uses of each other one.
  private var uses: [String: [String: Set<String>]] = [:]

  init(module: String, _ sources: [(folder: String, text: String)]) {
    let codes = sources.map { (folder: $0.folder, code: Code(SourceTokens($0.text).tokens)) }
    var homes: [String: Set<String>] = [:]
    var own: [String: Set<String>] = [:]
    for (folder, code) in codes {
      for name in code.shared { homes[name, default: []].insert(folder) }
      own[folder, default: []].formUnion(code.declared)
    }
    for (folder, code) in codes {
      for name in code.named(in: module).subtracting(own[folder, default: []]) {
        guard let home = homes[name], let other = home.first, home.count == 1 else { continue }
        uses[folder, default: [:]][other, default: []].insert(name)
      }
    }
  }

  /// Every circle in a sentence: who uses what of whom.
  var circles: [String] {
    var circles: [Set<String>] = []
    for folder in uses.keys.sorted() where !circles.contains(where: { $0.contains(folder) }) {
      let circle = reached(from: folder).filter { reached(from: $0).contains(folder) }
      if !circle.isEmpty { circles.append(circle) }
    }
    return circles.map { circle in
      let parts = circle.sorted().flatMap { folder in
        uses[folder, default: [:]].filter { circle.contains($0.key) }.sorted { $0.key < $1.key }
          .map { "\(folder) uses \($0.value.sorted().joined(separator: ", ")) of \($0.key)" }
      }
      return parts.joined(separator: "; ")
    }
  }

  private func reached(from start: String) -> Set<String> {
    var reached: Set<String> = []
    var next = [start]
    while let folder = next.popLast() {
      next += uses[folder, default: [:]].keys.filter { reached.insert($0).inserted }
    }
    return reached
  }
}

/// What one source declares and names.
private struct Code {
  /// Types at the outermost level that other files can use.
  private(set) var shared: Set<String> = []
  /// All types, nested ones, private ones and generic parameters too.
  private(set) var declared: Set<String> = []
  private let tokens: [SourceTokens.Token]

  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "associatedtype",
  ]
  private static let modifiers: Set = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect",
  ]

  init(_ tokens: [SourceTokens.Token]) {
    self.tokens = tokens
    var depth = 0
    for (index, token) in tokens.enumerated() {
      switch token {
      case .mark("{"): depth += 1
      case .mark("}"): depth -= 1
      case .word(let word) where Self.kinds.contains(word) && before(index) != .mark("."):
        guard let name = type(at: index + 1) else { continue }
        declared.insert(name)
        declareParameters(after: index + 1)
        let modifiers = tokens[..<index].reversed().prefix {
          if case .word(let word) = $0 { Self.modifiers.contains(word) } else { false }
        }
        let isHidden = modifiers.contains { [.word("private"), .word("fileprivate")].contains($0) }
        if depth == 0, !isHidden { shared.insert(name) }
      case .word("func"): declareParameters(after: index + 1)
      default: break
      }
    }
  }

  /// The names that stand for a type of the module, as far as can be seen.
  func named(in module: String) -> Set<String> {
    var names: Set<String> = []
    for index in tokens.indices {
      guard let name = type(at: index) else { continue }
      let isMember = before(index) == .mark(".") && before(index - 1) != .mark(".")
      if !isMember || before(index - 1) == .word(module) { names.insert(name) }
    }
    return names
  }

  /// A word that begins with a capital, as types do.
  private func type(at index: Int) -> String? {
    guard index < tokens.count, case .word(let word) = tokens[index],
      word.first?.isUppercase == true
    else { return nil }
    return word
  }

  private func before(_ index: Int) -> SourceTokens.Token? { index > 0 ? tokens[index - 1] : nil }

  /// The parameters between angle brackets behind the name of a type or function.
  private mutating func declareParameters(after name: Int) {
    guard name + 1 < tokens.count, tokens[name + 1] == .mark("<") else { return }
    var depth = 0
    for index in (name + 1)..<tokens.count {
      switch tokens[index] {
      case .mark("<"): depth += 1
      case .mark(">"): depth -= 1
      default: break
      }
      if depth == 0 { return }
      let begins = tokens[index] == .mark("<") || tokens[index] == .mark(",")
      if depth == 1, begins, let parameter = type(at: index + 1) { declared.insert(parameter) }
    }
  }
}
