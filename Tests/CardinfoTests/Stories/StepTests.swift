import Foundation
import Testing

/// Each step that is advised can be taken: the lines of every shipped rule are led through their
/// lives, and whatever they are advised to do on the way is done, and recorded with the command that
/// there is for it.
struct StepTests {
  private static let rules: [Rule] = {
    let output = try? Command.cardinfo("line", "rules", "--json").output
    let document = try? JSONDecoder().decode(JSON.self, from: Data((output ?? "").utf8))
    return document?["rules"]?.elements.compactMap(Rule.init) ?? []
  }()

  /// Leading every rule through its life takes minutes: `CARDINFO_EVERY_STEP=1` does, else some are.
  private static let some =
    ProcessInfo.processInfo.environment["CARDINFO_EVERY_STEP"] == nil
    ? rules.enumerated().filter { $0.offset % 8 == 0 }.map(\.element) : rules

  @Test func thereAreRules() { #expect(Self.rules.count >= 30) }

  /// A killed run leaves what says that its process's number is in use; another run gets that number.
  @Test func theClockIsSetWhereAnotherRunLeftItsMemory() throws {
    let run = try Command.bash(
      """
      touch "/dev/shm/faketime_shm_$$" "/dev/shm/sem.faketime_sem_$$"
      exec Tests/System/at 2026-01-10T12:00:00 date -u +%F
      """)
    #expect(run.output == "2026-01-10\n", "\(run.errors)")
  }

  @Test(arguments: some) func everyStepOfARuleCanBeTaken(rule: Rule) throws {
    let life = try RuleLife(rule)
    var taken: Set<String> = []
    for moment in try life.moments() {
      let standing = try life.standing(at: moment)
      let steps = standing.steps
      for step in steps where !step.isAnAct {
        let commands = step.commands(on: moment, by: rule)
        #expect(!commands.isEmpty, "nobody can do or record \(step.text) on \(moment)")
        for command in commands where taken.insert("\(step.text) \(standing.state ?? "")").inserted
        {
          let result = try life.trying(command, at: moment)
          #expect(
            result.status == 0,
            "\(step.text) on \(moment), \(standing.state ?? ""): \(command)\n\(result.errors)")
        }
      }
    }
  }

  /// What a line of a rule of which nothing is known yet is asked to record is not asked for again.
  @Test(arguments: some) func whatIsRecordedIsMissingNoMore(rule: Rule) throws {
    let life = try RuleLife(untouched: rule)
    for step in try life.standing(at: RuleLife.start).steps where step.code == "record" {
      let command = try #require(step.commands(on: RuleLife.start, by: rule).first, "\(step.text)")
      let after = try life.standing(afterTrying: [command], at: RuleLife.start)?.steps ?? [step]
      #expect(!after.contains { $0.asksFor(step) }, "\(command)")
    }
  }

  /// Doing the first thing that a line is advised to do in its last days is enough: it is not listed
  /// for that week any more. Where several clocks end on one day it is the first thing for each.
  @Test(arguments: some) func theFirstStepIsEnough(rule: Rule) throws {
    let life = try RuleLife(rule)
    for moment in try life.lastDays() {
      let standing = try life.standing(at: moment)
      guard standing.state == "active", let first = standing.steps.first, !first.isAnAct,
        let before = standing.deadline
      else { continue }
      var steps: [AdvisedStep] = []
      for step in standing.steps where !step.isAnAct && step.by == first.by {
        if !steps.contains(where: { $0.clock == step.clock }) { steps.append(step) }
      }
      let commands = steps.compactMap { $0.commands(on: moment, by: rule).first }
      let after = try life.standing(afterTrying: commands, at: moment)?.deadline
      #expect(
        after.map { $0 > before } ?? true,
        "after \(commands) on \(moment) its deadline is still \(after ?? ""), was \(before)")
    }
  }
}

/// A shipped rule, as `line rules --json` has it.
struct Rule: Sendable, CustomTestStringConvertible {
  let name: String
  let currency: String
  /// An amount that keeps every clock.
  let amount: String
  var testDescription: String { name }

  init?(_ rule: JSON) {
    guard let name = rule["id"]?.text else { return nil }
    self.name = name
    var amounts: [(Double, String)] = []
    for clock in rule["clocks"]?.elements ?? [] {
      let parts =
        (clock["qualifying"]?.elements ?? []).flatMap { [$0["atLeast"], $0["moreThan"]] }
        + (clock["tiers"]?.elements ?? []).map { $0["from"] } + [clock["auto"]?["debit"]]
      for money in parts {
        guard let text = money?["amount"]?.text, let number = Double(text),
          let currency = money?["currency"]?.text
        else { continue }
        amounts.append((number, currency))
      }
    }
    currency = amounts.first?.1 ?? "EUR"
    amount = "\(Int((amounts.map(\.0).max() ?? 0) + 100))"
  }
}

/// The life of a line of a rule.
private struct RuleLife {
  let rule: Rule
  private let desk: Scratch
  static let start = "2026-01-10"

  /// A line of the rule of which nothing is known.
  init(untouched rule: Rule) throws {
    self.rule = rule
    desk = try Scratch()
    _ = try run("line add --name it --rule \(rule.name)", at: Self.start)
  }

  init(_ rule: Rule) throws {
    self.rule = rule
    desk = try Scratch()
    let money = "\(rule.amount) \(rule.currency)"
    for command in [
      "line add --name it --rule \(rule.name) --billing-day 10",
      "log it purchase \(money) --term 30d",
      "log it install", "log it topup \(money)", "log it activate", "log it attach",
      "log it first-data", "log it call \(money)",
    ] {
      let result = try run("\(command) --yes", at: Self.start)
      // Not every command asks.
      if result.status != 0 { _ = try run(command, at: Self.start) }
    }
  }

  /// Fresh, soon, on the last day of each clock and stage, and behind it.
  func moments() throws -> [String] {
    var moments = [Self.start]
    for _ in 0..<6 {
      guard let last = moments.last else { break }
      let ends = try standing(at: last).ends.filter { $0 >= last }.sorted()
      guard let next = ends.first, let day = Day(next) else { break }
      moments += [day.adding(-2).text, day.text, day.adding(1).text].filter { $0 > last }
    }
    return moments
  }

  /// Two days before the last one of what has to be done first.
  func lastDays() throws -> [String] {
    guard let day = try standing(at: Self.start).deadline.flatMap(Day.init) else { return [] }
    return [day.adding(-2).text]
  }

  func standing(at moment: String) throws -> Standing {
    try #require(Standing(try run("line show it --json", at: moment).output))
  }

  /// Runs a command on a copy of the ledger.
  func trying(_ command: String, at moment: String) throws -> Command.Result {
    try run(
      "\(command) --ledger \"$COPY\"", at: moment,
      before: "COPY=$(mktemp -d); cp -r \"$XDG_DATA_HOME/cardinfo/.\" \"$COPY\"; ")
  }

  func standing(afterTrying commands: [String], at moment: String) throws -> Standing? {
    let result = try run(
      commands.map { "\($0) --ledger \"$COPY\" >$COPY.out && $AT $CARDINFO " }.joined()
        + "line show it --json --ledger \"$COPY\"", at: moment,
      before: "COPY=$(mktemp -d); cp -r \"$XDG_DATA_HOME/cardinfo/.\" \"$COPY\"; ")
    return Standing(result.output)
  }

  private func run(_ arguments: String, at day: String, before: String = "") throws
    -> Command.Result
  {
    try Command.bash(
      before + "$AT $CARDINFO " + arguments,
      environment: [
        "AT": "Tests/System/at @\(day)T12:00:00", "XDG_DATA_HOME": desk.path("data"),
        "XDG_CONFIG_HOME": desk.path("config"), "TZ": "Europe/London", "TMPDIR": desk.path("."),
        "PCSCLITE_CSOCK_NAME": "/no/such/socket",
      ])
  }
}

/// A day of the calendar, to count with.
private struct Day {
  private let date: Date
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let year = parts.first, let day = parts.last,
      let date = Self.calendar.date(
        from: DateComponents(year: year, month: parts[1], day: day, hour: 12))
    else { return nil }
    self.date = date
  }

  private init(date: Date) { self.date = date }

  func adding(_ days: Int) -> Day { Day(date: date.addingTimeInterval(Double(days) * 86_400)) }

  var text: String { String(date.formatted(.iso8601).prefix(10)) }
}

/// A step, as `line show --json` has it.
struct AdvisedStep {
  private let step: JSON

  init(_ step: JSON) { self.step = step }

  var clock: String? { step["clock"]?.text }
  var by: String? { step["by"]?.text }
  var code: String { step["code"]?.text ?? "" }
  var text: String { step.lines.joined(separator: " ") }

  /// What it says to type; nothing for what is done with a phone or in a shop and leaves nothing to
  /// record.
  private var command: String? {
    step["command"]?.text.flatMap { $0.hasPrefix("cardinfo ") ? String($0.dropFirst(9)) : nil }
  }

  /// Whether it asks for what another one asks for.
  func asksFor(_ other: AdvisedStep) -> Bool {
    code == other.code && step["missing"]?.text == other.step["missing"]?.text
      && step["anyOf"]?.lines == other.step["anyOf"]?.lines
  }

  var isAnAct: Bool { step["command"] == nil }

  /// The commands that it names, with what only the line's owner knows filled in.
  func commands(on day: String, by rule: Rule) -> [String] {
    guard var command else { return [] }
    let fillings = [
      // What is recorded twice just the same is asked about.
      "AMOUNT": "\(rule.amount)1 \(rule.currency)", "TERM": "90d", "DAY": "15", "RULE": "giffgaff",
      "--until DATE": "--until \(later(than: day))", "--on DATE": "--on \(day)",
    ]
    for (placeholder, filling) in fillings {
      command = command.replacing(placeholder, with: filling)
    }
    if code == "askCarrier" { command += " <<< 'Your number is valid until \(later(than: day))'" }
    return [command]
  }

  private func later(than day: String) -> String { Day(day)?.adding(60).text ?? "" }
}
