import Foundation

/// A line with its verdict, as a program sees it.
struct Standing {
  private let element: JSON
  private var verdict: JSON? { element["verdict"] }

  /// The line of a document of one line.
  init?(_ output: String) {
    guard let only = Self.all(output).first else { return nil }
    self = only
  }

  private init(_ element: JSON) { self.element = element }

  /// The lines of a document, in its order.
  static func all(_ output: String) -> [Standing] {
    let document = try? JSONDecoder().decode(JSON.self, from: Data(output.utf8))
    return document?["lines"]?.elements.map(Standing.init) ?? []
  }

  var id: String? { element["line"]?["id"]?.text }
  var name: String? { element["line"]?["name"]?.text }

  var state: String? { verdict?["state"]?.text }
  var deadline: String? { verdict?["deadline"]?.text }
  var steps: [AdvisedStep] { verdict?["next"]?.elements.map(AdvisedStep.init) ?? [] }
  /// The last days of its clocks and of the stages they are in.
  var ends: [String] {
    verdict?["clocks"]?.elements.compactMap { ($0["stageLastDay"] ?? $0["lastDay"])?.text } ?? []
  }

  /// What a condition looks at.
  func found(_ what: String) -> Condition.Found {
    let path = what.split(separator: ".", maxSplits: 1).map(String.init)
    switch (path.first, path.dropFirst().first) {
    case ("state", nil), ("severity", nil), ("confidence", nil), ("deadline", nil), ("actBy", nil),
      ("duty", nil):
      return .word(verdict?[what]?.text)
    case ("reasons", nil): return .list(codes(of: "reasons", "code"))
    case ("steps", nil): return .list(codes(of: "next", "code"))
    case ("missing", nil): return .list(codes(of: "missing", "what"))
    case ("over", nil): return .word(verdict?["over"] == .boolean(true) ? "true" : nil)
    case ("balance", nil): return .word(verdict?["balance"]?["present"]?.money)
    case ("iccid", nil): return .word(element["line"]?["iccid"]?.text)
    case ("former", nil):
      return .list(element["line"]?["formerCards"]?.elements.compactMap { $0["iccid"]?.text } ?? [])
    case ("events", nil): return .list(numbersOfEvents)
    case ("end", let clock?): return .word(self.clock(clock)?["lastDay"]?.text)
    case ("pack", let clock?): return .word(self.clock(clock)?["pack"]?.text)
    case ("amount", let step?):
      return .word(
        verdict?["next"]?.elements.first { $0["code"]?.text == step }?["amount"]?.money)
    default: return .nothing
    }
  }

  private func codes(of list: String, _ member: String) -> [String] {
    verdict?[list]?.elements.compactMap { $0[member]?.text } ?? []
  }

  private func clock(_ name: String) -> JSON? {
    verdict?["clocks"]?.elements.first { $0["clock"]?.text == name }
  }

  /// How many events there are of each kind, such as `topUp:2`, without those that were undone. Of a
  /// kind that never happened there are none, such as `topUp:0`.
  private var numbersOfEvents: [String] {
    let events = element["events"]?.elements ?? []
    var undone: Set<String> = []
    // What is undone last counts first: an undone undoing undoes nothing.
    for event in events.reversed() {
      guard let id = event["id"]?.text, !undone.contains(id), let other = event["undoes"]?.text
      else { continue }
      undone.insert(other)
    }
    let left = events.filter { $0["id"]?.text.map(undone.contains) == false }
    let kinds = left.compactMap { $0["kind"]?.text }
    let none = ["topUp", "notice", "balance", "declined", "profileDeleted", "profileEnabled"]
    return Set(kinds + none).map { kind in "\(kind):\(kinds.count { $0 == kind })" }.sorted()
  }
}

extension JSON {
  /// The text that it is.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The amount of money that it is, such as `12.5GBP`.
  var money: String? {
    guard let amount = self["amount"]?.text, let currency = self["currency"]?.text else {
      return nil
    }
    return amount + currency
  }

  /// The elements of the list that it is.
  var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}
