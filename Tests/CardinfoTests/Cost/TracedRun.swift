import Foundation
import Testing

/// The exchanges of one run of the command, as its trace has them.
struct TracedRun {
  /// What each exchange was for.
  let purposes: [String]
  let result: Command.Result

  /// How many there were.
  var count: Int { purposes.count }

  /// The functions of an eUICC that were called, each once, in order.
  var functions: [String] {
    var seen: Set<String> = []
    return purposes.filter {
      ($0.hasPrefix("ES10") || $0 == "EUICCInfo2") && seen.insert($0).inserted
    }
  }

  /// What was spent on names that an eUICC might have.
  var search: Int {
    purposes.count {
      $0.hasPrefix("ISD-R") || ["TERMINAL CAPABILITY", "logical channel"].contains($0)
    }
  }

  /// - Parameters:
  ///   - arguments: As a shell takes them.
  ///   - environment: Where the person's directories are.
  init(_ arguments: String, on card: String, environment: [String: String] = [:]) throws {
    let scratch = try Scratch()
    result = try Command.bash(
      "$CARDINFO \(arguments) --virtual \(card) --trace '\(scratch.path("trace"))'",
      environment: environment)
    // Milliseconds, purpose, command, answer; two spaces apart. A line of # names the card.
    purposes = try scratch.text("trace").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let fields = $0.components(separatedBy: "  ").map {
        $0.trimmingCharacters(in: .whitespaces)
      }.filter { !$0.isEmpty }
      return fields.dropFirst().first ?? ""
    }
  }
}
