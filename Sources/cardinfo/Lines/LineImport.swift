import ArgumentParser
import FoundationEssentials
import Glibc
import Ledger
import Words

/// `cardinfo line import`.
struct LineImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words("Take lines and what happened to them from a file."),
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
    let ledger = try ledger.openToAdd()
    let bar = ProgressBar()
    let report: ImportReport
    do {
      report = try ledger.importLines(
        from: exchange.format(of: file), isStrict: strict, at: Date(),
        progress: { bar.show($0, at: input.position, of: input.size) },
        report: { problem in
          bar.clear()
          StandardError.write(Terminal.clean("\(file):\(problem.text)"))
        },
        read: {
          if Interruption.isRequested { throw ExitStatus.interrupted.exit }
          return try input.read()
        })
      // The next list is then there at once.
      try ledger.judgeAgain { bar.show($0, of: $1) }
    } catch let error as LedgerError {
      bar.clear()
      throw error.reported
    } catch let error as SystemFailure {
      bar.clear()
      StandardError.report(error.message, hint: nil)
      throw ExitStatus.badInput.exit
    }
    bar.clear()
    StandardOutput.write(report.sentence.text + "\n")
    if report.refused > 0 { throw ExitStatus.badInput.exit }
  }
}

extension ImportProblem {
  /// Where it is and what is wrong, behind the file's name.
  fileprivate var text: String {
    let place = column.map { "\(line): \($0)" } ?? "\(line)"
    return isWarning
      ? Words("\(place): warning: \(message)").text : Words("\(place): \(message)").text
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
      StandardError.report(
        SystemFailure(Words("can't read \(path)")).message,
        hint: Words("name a file that cardinfo line export or a spreadsheet wrote"))
      throw ExitStatus.badInput.exit
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
      guard errno == EINTR else { throw SystemFailure(Words("can't read \(path)")) }
    }
  }
}
