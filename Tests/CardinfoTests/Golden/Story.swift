import Foundation
import VirtualCard

/// Commands that are run one after another on a desk of their own, each at its date.
///
/// The stories are the files in `Golden/Scenarios`, and one of all built-in cards. A line of a file
/// is a date, which the commands behind it have, or a command: the arguments of `cardinfo`, or after
/// `$` what a shell runs. `$CARDINFO` is the command there, and `$AT` sets the clock of what follows.
struct Story: Sendable {
  struct Step: Sendable {
    var moment: String
    var script: String
  }

  /// The name of its file, without the ending.
  var name: String
  var steps: [Step] = []

  static let directory = Command.package.appending(path: "Tests/CardinfoTests/Golden")

  static let all: [Story] = {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: scenarios.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
      (try? String(contentsOf: scenarios.appending(path: file), encoding: .utf8)).map {
        Story(name: String(file.dropLast(".txt".count)), text: $0)
      }
    } + [cards]
  }()

  private static let scenarios = directory.appending(path: "Scenarios")

  /// Whether it needs real pcscd.
  var needsPCSCD: Bool { steps.contains { $0.script.contains("private-pcscd") } }

  /// The reads of all built-in cards, in one command each: to start it costs more than a read.
  private static let cards: Story = {
    let names = NamedCard.catalog.map { " --virtual \($0.name)" }.joined()
    return Story(
      name: "cards",
      text: """
        2026-11-23
        read --json\(names)
        read --full --json\(names)
        read --json --redact\(names)
        """)
  }()

  /// Reads a file. Each command comes a minute after the one before, so that what is kept has an
  /// order.
  private init(name: String, text: String) {
    self.name = name
    var day = Substring()
    var minute = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil {
        (day, minute) = (line, 0)
      } else {
        let moment = "\(day)T\(String(format: "%02d:%02d", 12 + minute / 60, minute % 60)):00"
        steps.append(Step(moment: moment, script: String(line)))
        minute += 1
      }
    }
  }

  /// Runs it, and gives what each step printed.
  func told() throws -> [Answer] {
    let desk = try Scratch()
    var placeholders = Placeholders(desk: desk.directory.path())
    return try steps.map { step in
      let command =
        step.script.hasPrefix("$ ")
        ? String(step.script.dropFirst(2)) : "$AT $CARDINFO \(step.script)"
      let result = try Command.bash(
        command,
        environment: [
          "XDG_DATA_HOME": desk.path("data"), "XDG_CONFIG_HOME": desk.path("config"),
          "TZ": "Europe/London", "AT": "Tests/System/at \(step.moment)",
          "PCSCLITE_CSOCK_NAME": "/no/such/socket",
        ])
      return Answer(step: step, command: command, result: result, placeholders: &placeholders)
    }
  }
}
