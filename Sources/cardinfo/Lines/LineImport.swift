import ArgumentParser
import Card
import Carriers
import FoundationEssentials
import Glibc
import Ledger
import Renewal
import Words

/// `cardinfo line import`.
struct LineImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words("Import lines and what happened to them from a file."),
    discussion: Words(
      """
      A table needs a column for the name or the number; it may have iccid, carrier, rule, expires, \
      activated, lastTopUp, lastUse, balance and more, in any of thirteen languages, or named with \
      --columns: see Docs/import.md. A list of JSON objects is a table too. The same file can be imported \
      again: a cell that was corrected takes the place of the earlier one. One bad row, and nothing is \
      imported. Exit status: 65 when a row was refused.
      """
    ))

  @Argument(help: ArgumentHelp(Words("The file (- for standard input).")), completion: .file())
  var file: String

  @OptionGroup var exchange: ExchangeOptions

  @Flag(help: ArgumentHelp(Words("Show what would become of each row; nothing is changed.")))
  var dryRun = false

  @Flag(help: ArgumentHelp(Words("Leave out the rows that are refused, and take the others.")))
  var skipBad = false

  @Option(
    help: ArgumentHelp(
      Words("Columns by what the table calls them, such as \"name=Label,expires=End\"."),
      valueName: "columns"),
    transform: Self.columns)
  var columns: [[TableReading.NamedColumn]] = []

  @Option(
    help: ArgumentHelp(
      Words("The order of a date's numbers, where there can be several: dmy, mdy or ymd."),
      valueName: "order"))
  var dateOrder: WrittenOrder?

  @Option(
    help: ArgumentHelp(
      Words("The table's encoding, such as gbk (default: UTF-8, or UTF-16 that shows itself)."),
      valueName: "encoding"),
    transform: Self.encoding)
  var encoding: TextEncoding?

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let input = try ImportedFile(file)
    let ledger = try openLedger()
    let bar = ProgressBar()
    defer { bar.clear() }
    let notes = ImportNotes(file: file, isDryRun: dryRun, asJSON: exchange.answer.json)
    var report = ImportReport()
    var failure: LedgerError?
    do {
      report = try ledger.importLines(
        from: exchange.format(of: file), reading: reading, isStrict: !skipBad,
        isRehearsal: dryRun, at: Date(),
        progress: { bar.show($0, at: input.position, of: input.size) },
        report: { found in
          bar.clear()
          notes.add(found)
        },
        row: { row in
          bar.clear()
          notes.add(row)
        },
        read: {
          if Interruption.isRequested { throw ChannelError.interrupted }
          return try input.read()
        })
    } catch let error as LedgerError where error.code == .refusedImport && notes.hasRefused {
      failure = error
    }
    bar.clear()
    if failure == nil, !dryRun {
      // The next list is then there at once.
      try ledger.judgeAgain { bar.show($0, of: $1) }
      bar.clear()
    }
    report.refused = notes.refused
    report.skipped = notes.skipped
    try notes.print(report, failure?.problem)
    if report.refused > 0 { throw ExitStatus.badInput.exit }
  }

  // What is only tried needs no ledger, and makes none.
  func openLedger() throws(LedgerError) -> Ledger {
    guard dryRun else { return try ledger.openOrMake() }
    do {
      return try Ledger(existingIn: ledger.directory, judging: .now())
    } catch {
      guard error.code == .missing else { throw error }
      return try Ledger(inMemoryFor: .now())
    }
  }

  /// How the table is read.
  var reading: TableReading {
    var reading = TableReading(languages: (try? LanguagePatterns.shipped()) ?? [])
    reading.columns = columns.flatMap { $0 }
    reading.dateOrder = dateOrder?.order
    reading.encoding = encoding
    reading.carriers = { CarrierFiles.known.book.carriers(named: $0).map(\.id) }
    reading.currency = { $0.currency() }
    return reading
  }

  private static func columns(_ text: String) throws -> [TableReading.NamedColumn] {
    try text.split(separator: ",").map { part in
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let name = sides.first, let header = sides.last else {
        throw ValidationError(
          Words("'\(String(part))' names no column; write it as name=WHAT THE TABLE CALLS IT"))
      }
      let plain = name.filter { !$0.isWhitespace }
      guard let column = TableReading.NamedColumn(plain, header: header) else {
        let names = TableReading.NamedColumn.names.joined(separator: ", ")
        throw ValidationError(Words("'\(plain)' is no column; there are: \(names)"))
      }
      return column
    }
  }

  private static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(name) else {
      throw ValidationError(
        Words("'\(name)' is no encoding that this system knows, such as gbk or utf-16"))
    }
    return encoding
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
