import Foundation
import Testing

/// The life of a line, told in commands at their days, with what must be known of it on the way.
///
/// The files in `Lives` hold them, one for each theme. A life begins with `## ` and its title; up to
/// the first day it says why it is told. Then a line is
///
/// | Begins with | Is |
/// |---|---|
/// | `zone ` | the zone of the desk, if it is not London |
/// | a day, or a day and a time | when the commands behind it are given, a minute apart, from 12:00 |
/// | `> ` | what must hold now, of a line or of the command before: see ``Expectation`` |
/// | `>> `, `>>! ` | what the command before must have printed, or must not have |
/// | `# ` | how the answer was worked out |
/// | `$ ` | a script of bash |
/// | anything else | the arguments of `cardinfo`, as a shell takes them |
///
/// A command has to succeed where nothing else is said of its exit. The answers were worked out by hand
/// from the carriers' rules and from what a person wants to be told, not from what came out.
struct Life: Sendable, CustomTestStringConvertible {
  /// What comes after another.
  enum Step: Sendable {
    case command(String)
    case expectation(Expectation)
  }

  var title: String
  var zone = "Europe/London"
  var steps: [(moment: String, step: Step)] = []

  var testDescription: String { title }

  static let directory = Command.package.appending(path: "Tests/CardinfoTests/Stories")

  static let all: [Life] = {
    let lives = directory.appending(path: "Lives")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: lives.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().flatMap { file in
      (try? String(contentsOf: lives.appending(path: file), encoding: .utf8)).map {
        told(in: $0, called: file)
      } ?? []
    }
  }()

  /// Reads the lives of a file.
  private static func told(in text: String, called file: String) -> [Life] {
    var lives: [Life] = []
    var day = ""
    var minute = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("## ") {
        lives.append(Life(title: String(line.dropFirst(3))))
        (day, minute) = ("", 0)
      }
      guard var life = lives.popLast() else { continue }
      defer { lives.append(life) }
      if let moment = line.wholeMatch(of: /(\d{4}-\d\d-\d\d)(T(\d\d):(\d\d))?/) {
        day = String(moment.1)
        minute = moment.3.flatMap { Int($0) }.map { $0 * 60 } ?? 720
        minute += moment.4.flatMap { Int($0) } ?? 0
      } else if line.hasPrefix("zone ") {
        life.zone = String(line.dropFirst(5))
      } else if !day.isEmpty, !line.isEmpty, !line.hasPrefix("#") {
        let place = "\(file):\(number + 1)"
        let step: Step =
          line.hasPrefix(">")
          ? .expectation(Expectation(String(line), at: place)) : .command(String(line))
        let time = String(format: "%02d:%02d", minute / 60 % 24, minute % 60)
        life.steps.append(("\(day)T\(time):00", step))
        if case .command = step { minute += 1 }
      }
    }
    return lives
  }
}

extension Life {
  /// Lives it, and gives what did not come as it must.
  func disappointments() throws -> [String] {
    let desk = try Scratch()
    let script = steps.enumerated().map { number, step in
      let parts: [(String, String)] =
        switch step.step {
        case .command(let text):
          [("", text.hasPrefix("$ ") ? String(text.dropFirst(2)) : "$AT $CARDINFO \(text)")]
        case .expectation(let expectation):
          expectation.questions.map { ("-\($0)", "$AT $CARDINFO \($0)") }
        }
      return "export AT='Tests/System/at \(step.moment)'\n"
        + parts.map { name, command in
          let file = "\"$DESK/\(number)\(name.filter { $0 != "/" })\""
          return "( \(command)\n) >\(file).out 2>\(file).err; echo $? >\(file).status"
        }.joined(separator: "\n")
    }.joined(separator: "\n")
    _ = try Command.bash(
      script,
      environment: [
        "DESK": desk.directory.path(), "XDG_DATA_HOME": desk.path("data"),
        "XDG_CONFIG_HOME": desk.path("config"), "TZ": zone,
        "PCSCLITE_CSOCK_NAME": "/no/such/socket",
      ])
    var disappointments: [String] = []
    var last: (command: String, result: Command.Result, wasJudged: Bool)?
    func judgeLast() {
      guard let last, !last.wasJudged, last.result.status != 0 else { return }
      disappointments.append(
        "\(last.command)\n  ends with \(last.result.status): \(last.result.errors)")
    }
    for (number, step) in steps.enumerated() {
      func result(_ name: String = "") throws -> Command.Result {
        let file = "\(number)\(name.filter { $0 != "/" })"
        return Command.Result(
          status: Int32(try desk.text(file + ".status").prefix { $0 != "\n" }) ?? -1,
          output: try desk.text(file + ".out"), errors: try desk.text(file + ".err"))
      }
      switch step.step {
      case .command(let text):
        judgeLast()
        last = ("\(step.moment.prefix(10))  \(text)", try result(), false)
      case .expectation(let expectation):
        if expectation.isAboutExit { last?.wasJudged = true }
        for missed in try expectation.missed(
          of: last?.result, answers: { try result("-" + $0) })
        {
          disappointments.append("\(expectation.place) on \(step.moment.prefix(10)): \(missed)")
        }
      }
    }
    judgeLast()
    return disappointments
  }
}
