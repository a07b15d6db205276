import ArgumentParser
import Card
import FoundationEssentials
import Glibc
import Ledger
import Words

/// The form of a file of lines.
struct ExchangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("csv or json (default: by the file's name, else json)."),
      valueName: "format"),
    transform: Self.parse)
  var format: ExchangeFormat?

  @OptionGroup var answer: AnswerOptions

  /// The form of a file: the one asked for, or that of its name.
  func format(of file: String) -> ExchangeFormat {
    format ?? ExchangeFormat.allCases.first { file.lowercased().hasSuffix(".\($0.rawValue)") }
      ?? .json
  }

  private static func parse(_ text: String) throws -> ExchangeFormat {
    guard let format = ExchangeFormat(rawValue: text.lowercased()) else {
      throw ValidationError(Words("--format is csv or json"))
    }
    return format
  }
}

/// `cardinfo line export`.
struct LineExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words("Write all lines and what happened to them, as JSON or CSV."))

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, readable by you alone (default: standard output)."),
      valueName: "file"))
  var output: String?

  @OptionGroup var exchange: ExchangeOptions
  @OptionGroup var ledger: LedgerOptions

  func validate() throws {
    guard !exchange.answer.json || exchange.format != .csv || isToFile else {
      throw ValidationError(Words("--json and --format csv exclude each other on standard output"))
    }
  }

  func run() throws {
    let ledger = try ledger.open()
    let format = exchange.format(of: output ?? "")
    guard let output, isToFile else {
      do {
        return try ledger.export(as: format, generatedAt: Date()) {
          StandardOutput.write(Array($0))
        }
      } catch let error as LedgerError {
        // A part of the document is written: no other one follows it.
        return try Problem.end([error.problem])
      }
    }
    try PrivateFile.replace(output) { write in
      // The closure does not outlive the call; the ledger can't promise that.
      try withoutActuallyEscaping(write) { write in
        try ledger.export(as: format, generatedAt: Date()) { try write(Array($0)) }
      }
    }
    if exchange.answer.json { try Document(.answer, NoContent()).write() }
  }

  private var isToFile: Bool { output.map { $0 != "-" } ?? false }
}

/// `cardinfo line import`.
struct LineImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words("Import lines and what happened to them from a file."),
    discussion: Words(
      """
      A table needs a column called name; it may have iccid, rule, plan, expires, activated, lastTopUp, \
      lastUse and more: see Docs/ledger.md. What is there already stays as it is, so a file can be \
      imported again. Exit status: 65 when a record was refused.
      """
    ))

  @Argument(help: ArgumentHelp(Words("The file (- for standard input).")))
  var file: String

  @OptionGroup var exchange: ExchangeOptions

  @Flag(help: ArgumentHelp(Words("Refuse the whole file for one bad record.")))
  var strict = false

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let input = try ImportedFile(file)
    let ledger = try ledger.openOrMake()
    let bar = ProgressBar()
    defer { bar.clear() }
    var problems: [Problem] = []
    let report = try ledger.importLines(
      from: exchange.format(of: file), isStrict: strict, at: Date(),
      progress: { bar.show($0, at: input.position, of: input.size) },
      report: { found in
        bar.clear()
        StandardError.write(Terminal.clean("\(file):\(found.sentence.text)"))
        // A file may have a million bad records; the counts tell of all.
        if problems.count < Self.mostProblems { problems.append(found.problem(in: file)) }
      },
      read: {
        if Interruption.isRequested { throw ChannelError.interrupted }
        return try input.read()
      })
    // The next list is then there at once.
    try ledger.judgeAgain { bar.show($0, of: $1) }
    bar.clear()
    if exchange.answer.json {
      try Document(.answer, Answer(imported: Answer.Counts(report)), errors: problems).write()
    } else {
      StandardOutput.write(report.sentence.text + "\n")
    }
    if report.refused > 0 { throw ExitStatus.badInput.exit }
  }

  private static let mostProblems = 1_000

  private struct Answer: Encodable {
    var imported: Counts

    /// How much came in.
    struct Counts: Encodable {
      var lines: Int
      var events: Int
      var attempts: Int
      var unchanged: Int
      var refused: Int

      init(_ report: ImportReport) {
        lines = report.lines
        events = report.events
        attempts = report.attempts
        unchanged = report.unchanged
        refused = report.refused
      }
    }
  }
}

extension ImportProblem {
  /// Where it is and what is wrong, behind the file's name.
  fileprivate var sentence: Words {
    let place = column.map { "\(line): \($0)" } ?? "\(line)"
    return isWarning ? Words("\(place): warning: \(message)") : Words("\(place): \(message)")
  }

  fileprivate func problem(in file: String) -> Problem {
    Problem(isWarning ? .oddRecord : .refusedRecord, Words("\(file):\(sentence)"))
  }
}

extension ImportReport {
  fileprivate var sentence: Words {
    Words(
      """
      new lines: \(lines), new events: \(events), new renewals: \(attempts); \
      already there: \(unchanged), refused: \(refused)
      """
    )
  }
}

/// A file that is read piece by piece.
private final class ImportedFile {
  /// Its size in bytes, where it has one.
  let size: Int?
  /// How many bytes were read.
  private(set) var position = 0
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw SystemFailure(
        .fileUnreadable, Words("can't read \(path)"),
        nextStep: Words("name a file that cardinfo line export or a spreadsheet wrote"))
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  /// The next bytes; none at the end.
  func read() throws -> Data {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 {
        position += count
        return Data(buffer.prefix(count))
      }
      guard errno == EINTR else {
        throw SystemFailure(.fileUnreadable, Words("can't read \(path)"))
      }
    }
  }
}
