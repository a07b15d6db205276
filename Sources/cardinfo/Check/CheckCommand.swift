import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Words("Tell a monitoring system (Nagios, Icinga) how the lines stand."),
    discussion: Words(
      """
      One line with its performance data, and the exit status of a plugin: 0 all is well, 1 something has to be \
      done soon, 2 now, 3 nobody can tell. By the thresholds of each line, or by those given. Names and days are \
      said, and no number.
      """))

  @Option(
    help: ArgumentHelp(
      Words("Days left from which it is a warning (default: each line's own)."), valueName: "days"))
  var warning: Int?

  @Option(
    help: ArgumentHelp(
      Words("Days left from which it is critical (default: each line's own)."), valueName: "days"))
  var critical: Int?

  @Flag(help: ArgumentHelp(Words("Say each thing that has to be done in a line of its own.")))
  var long = false

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    let days = [warning, critical].compactMap { $0 }
    guard days.allSatisfy({ (0...3_660).contains($0) }) else {
      throw ValidationError(Words("--warning and --critical are 0 to 3660 days"))
    }
    if let warning, let critical, warning < critical {
      throw ValidationError(Words("--warning is no fewer days than --critical"))
    }
  }

  func run() throws {
    let result: CheckResult
    do {
      result = try CheckResult(ledger.open(), warning: warning, critical: critical)
    } catch let error as any Explained {
      // A plugin that can't tell says so on standard output, and never that all is well.
      try Self.say(unknown: error.problem, asJSON: answer.json)
      throw CheckState.unknown.exit
    }
    if answer.json {
      try Document(.answer, result).write()
    } else {
      StandardOutput.write(result.text(long: long))
    }
    throw result.state.exit
  }

  /// Says what keeps it from telling.
  static func say(unknown problem: Problem, asJSON: Bool) throws {
    guard !asJSON else { return try Document(.answer, NoContent(), errors: [problem]).write() }
    let sentence = CheckResult.plain(problem.sentence.text)
    StandardOutput.write("CARDINFO \(CheckState.unknown.word) - \(sentence)\n")
  }

  /// Whether somebody asked for a check, also where its arguments were not understood.
  static func isAsked(_ arguments: [String]) -> Bool {
    arguments.dropFirst().first { !$0.hasPrefix("-") } == configuration.commandName
  }
}

/// How a plugin ends (Monitoring Plugins Development Guidelines, "Plugin Return Codes").
enum CheckState: Int32, Encodable {
  case ok = 0
  case warning, critical, unknown

  /// As monitoring systems write it.
  var word: String {
    switch self {
    case .ok: "OK"
    case .warning: "WARNING"
    case .critical: "CRITICAL"
    case .unknown: "UNKNOWN"
    }
  }

  var exit: ExitCode { ExitCode(rawValue) }

  /// What is wrong weighs more than what nobody knows.
  fileprivate var weight: Int {
    switch self {
    case .ok: 0
    case .unknown: 1
    case .warning: 2
    case .critical: 3
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(word.lowercased())
  }

  static func worst(_ states: some Sequence<CheckState>) -> CheckState {
    states.max { $0.weight < $1.weight } ?? .ok
  }
}

/// How all lines stand.
struct CheckResult: Encodable {
  let state: CheckState
  private let lines: Int
  private let critical: Int
  private let warning: Int
  private let unknown: Int
  /// Lines that are over for good, and still on the list.
  private let over: Int
  /// Days to the first last day of all.
  private let daysLeft: Int?
  private let duties: [Row]
  private let limits: (warning: Int?, critical: Int?)

  private enum CodingKeys: CodingKey {
    case state, lines, critical, warning, unknown, over, daysLeft, duties
  }

  /// One thing that has to be done.
  struct Row: Encodable {
    let name: String
    let duty: String
    let state: CheckState
    let deadline: CalendarDay?
    let actBy: CalendarDay
    let daysLeft: Int
    let sentence: Words
  }

  init(_ ledger: Ledger, warning: Int?, critical: Int?) throws {
    var states: [Line.ID: CheckState] = [:]
    var over = 0
    let duties = try ledger.openDuties { line, verdict in
      states[line.id] = verdict.state(isLimited: warning != nil || critical != nil)
      if verdict.isOver { over += 1 }
    }
    guard !states.isEmpty else {
      throw Problem(.nothingTracked, Words("no line is tracked, so nothing is watched"))
    }
    var rows: [Row] = []
    var others: [CheckState] = []
    for duty in duties {
      let state = duty.state(warning: warning, critical: critical)
      let ofLine = states[duty.subject]
      if ofLine == nil { others.append(state) }
      states[duty.subject] = ofLine.map { CheckState.worst([$0, state]) }
      guard state != .ok else { continue }
      rows.append(
        Row(
          name: duty.name, duty: duty.word, state: state, deadline: duty.deadline,
          actBy: duty.actBy, daysLeft: duty.daysLeft, sentence: duty.sentence))
    }
    self.duties = rows.sorted {
      ($1.state.weight, $0.daysLeft, $0.name) < ($0.state.weight, $1.daysLeft, $1.name)
    }
    lines = states.count
    self.over = over
    state = CheckState.worst(Array(states.values) + others)
    self.critical = states.values.count { $0 == .critical }
    self.warning = states.values.count { $0 == .warning }
    unknown = states.values.count { $0 == .unknown }
    daysLeft = duties.compactMap { $0.deadline == nil ? nil : $0.daysLeft }.min()
    limits = (warning, critical)
  }

  /// What a monitoring system reads: one line, its performance data behind a bar; then the long output.
  func text(long: Bool) -> String {
    let first = duties.first.map { ": \(Self.line(of: $0))" } ?? ""
    let counts =
      Words(
        "\(critical) critical, \(warning) warning, \(unknown) unknown of \(lines) lines"
      ).text + (over == 0 ? "" : ", " + Words("\(over) over for good").text)
    var text = "CARDINFO \(state.word) - \(Self.plain(counts))\(first) | \(performance)\n"
    if long { text += duties.map { Self.line(of: $0) + "\n" }.joined() }
    return text
  }

  private var performance: String {
    // "10:" is an alert below 10 (Guidelines, "Threshold and Ranges").
    let ranges = [limits.warning, limits.critical].map { $0.map { "\($0 + 1):" } ?? "" }
    let left = daysLeft.map { ["days_left=\($0);\(ranges.joined(separator: ";"))"] } ?? []
    return
      (["lines=\(lines);;;0", "critical=\(critical);;;0", "warning=\(warning);;;0"]
      + ["unknown=\(unknown);;;0", "over=\(over);;;0"] + left).joined(separator: " ")
  }

  private static func line(of row: Row) -> String {
    plain("\(row.name): \(row.sentence.text)")
  }

  /// The bar begins performance data, wherever it stands.
  static func plain(_ text: String) -> String {
    Terminal.clean(text).replacing("|", with: "/")
  }
}

extension OpenDuty {
  fileprivate func state(warning: Int?, critical: Int?) -> CheckState {
    switch matter {
    case .failedRenewal: return .critical
    case .stuckRenewal, .unsentNotifications, .lost: return .warning
    case .duty: break
    }
    guard deadline != nil else { return isPressing ? .warning : .ok }
    if daysLeft < 0 { return .critical }
    let own = line?.thresholds ?? Threshold.usual
    func limit(_ given: Int?, _ severity: Severity) -> Int {
      given ?? own.filter { $0.severity == severity }.map(\.days).max() ?? -1
    }
    if isPressing && critical == nil || daysLeft <= limit(critical, .critical) { return .critical }
    return daysLeft <= limit(warning, .warning) ? .warning : .ok
  }
}

extension Verdict {
  /// How the line stands beside its duties: a lost one is told of until it is taken off the list.
  ///
  /// - Parameter isLimited: Whether the caller has limits of its own: then the days of duties decide, where
  ///   there are such.
  fileprivate func state(isLimited: Bool) -> CheckState {
    if isOver, state == .terminated { return .warning }
    if isLimited, duties.contains(where: { $0.deadline != nil }), severity != .unknown {
      return .ok
    }
    return switch severity {
    case .ok: .ok
    case .warning: .warning
    case .critical: .critical
    case .unknown: .unknown
    }
  }
}
