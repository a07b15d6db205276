import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo metrics`.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: Words("Write how the lines stand for Prometheus."),
    discussion: Words(
      """
      In the text format that the textfile collector of node_exporter reads. A file is replaced whole, and others \
      may read it: it has the lines' names and days, and no number.
      """))

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Words("The file to replace (default: standard output)."), valueName: "file"))
  var output: String?

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard output == nil || !answer.json else {
      throw ValidationError(Words("--json goes to standard output"))
    }
    guard output?.hasSuffix(".prom") != false else {
      throw ValidationError(Words("the collector reads files whose name ends with .prom"))
    }
  }

  func run() throws {
    let metrics = try Metrics(ledger.open())
    if answer.json { return try Document(.answer, metrics).write() }
    guard let output else { return StandardOutput.write(metrics.text) }
    try PrivateFile.replace(output, with: Array(metrics.text.utf8), readableByAll: true)
  }
}

/// How all lines stand, as Prometheus reads it (Exposition formats, text-based format).
struct Metrics: Encodable {
  private let metrics: [Metric]

  /// A gauge with its series.
  struct Metric: Encodable {
    let name: String
    let help: String
    let samples: [Sample]
  }

  /// One series and its value.
  struct Sample: Encodable {
    let labels: [String: String]
    let value: Int
  }

  init(_ ledger: Ledger) throws {
    var seen: [(line: Line, verdict: Verdict)] = []
    let duties = try ledger.openDuties { seen.append(($0, $1)) }
    seen.sort { ($0.line.name, $0.line.id) < ($1.line.name, $1.line.id) }
    // Two lines may share a name, and two series can't: the second has its place behind it.
    var names: [Line.ID: String] = [:]
    var used: [String: Int] = [:]
    for (line, _) in seen {
      let name = OpenDuty.nickname(line.name)
      used[name, default: 0] += 1
      names[line.id] = used[name].map { $0 == 1 ? name : "\(name) #\($0)" }
    }
    let deadlines = duties.compactMap { duty -> Sample? in
      guard let name = names[duty.subject], let deadline = duty.deadline,
        let end = deadline.adding(Period(1, .day))?.firstMoment(in: ledger.judging.zone)
      else { return nil }
      return Sample(
        labels: ["line": name, "duty": duty.word, "clock": duty.clock ?? ""],
        value: Int(end.timeIntervalSince1970))
    }
    metrics = [
      Metric(
        name: "cardinfo_lines", help: "Lines that are tracked, by state.",
        samples: Self.counted(seen.map(\.verdict.state.rawValue), by: "state")),
      Metric(
        name: "cardinfo_lines_worry",
        help: "Lines that are tracked, by how much of a worry they are.",
        samples: [Severity.ok, .warning, .critical, .unknown].map { severity in
          Sample(
            labels: ["severity": severity.rawValue],
            value: seen.count { $0.verdict.severity == severity })
        }),
      Metric(
        name: "cardinfo_duties", help: "Things that have to be done, by kind.",
        samples: Self.counted(duties.map(\.word), by: "duty")),
      Metric(
        name: "cardinfo_line_worry",
        help:
          "How much of a worry a line is: 0 none, 1 do something soon, 2 now, 3 nobody can tell.",
        samples: seen.map { line, verdict in
          Sample(labels: ["line": names[line.id] ?? ""], value: verdict.severity.number)
        }),
      Metric(
        name: "cardinfo_line_deadline_timestamp_seconds",
        help: "End of the last day on which something can be done about a line.",
        samples: Self.withoutTwins(deadlines)),
    ]
  }

  /// The whole file.
  var text: String {
    metrics.filter { !$0.samples.isEmpty }.map { metric in
      "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n"
        + metric.samples.map { "\(metric.name){\($0.text)} \($0.value)\n" }.joined()
    }.joined()
  }

  private static func counted(_ words: [String], by label: String) -> [Sample] {
    Dictionary(grouping: words) { $0 }.sorted { $0.key < $1.key }
      .map { Sample(labels: [label: $0.key], value: $0.value.count) }
  }

  /// A series stands once in a file: of two things of one kind on one clock the first day counts.
  private static func withoutTwins(_ samples: [Sample]) -> [Sample] {
    Dictionary(samples.map { ($0.text, $0) }) { $0.value < $1.value ? $0 : $1 }
      .sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Metrics.Sample {
  fileprivate var text: String {
    labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
      .joined(separator: ",")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }
}

extension Severity {
  fileprivate var number: Int {
    switch self {
    case .ok: 0
    case .warning: 1
    case .critical: 2
    case .unknown: 3
    }
  }
}
