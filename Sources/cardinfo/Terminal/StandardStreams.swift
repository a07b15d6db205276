import Glibc
import Words

/// Where results go.
enum StandardOutput {
  /// Writes all of `text`. A reader that has seen enough (`| head`) ends the program in peace.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Takes the places of standard descriptors that are closed, so that no file gets what was meant for
  /// them: what is written there fails, as it should.
  static func occupyClosed() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes lines, in colour where standard output is a terminal that takes it.
  static func write(lines: (_ colour: Bool) -> [String]) {
    write(lines(Terminal.takesColour(STDOUT_FILENO)).map { $0 + "\n" }.joined())
  }

  /// Writes all of `bytes`, with the same end.
  static func write(_ bytes: [UInt8]) {
    ProgressLine.erase()
    writeAll(bytes, to: STDOUT_FILENO) { error in
      if error != EPIPE {
        StandardError.report(
          SystemFailure(.fileUnwritable, Words("can't write the result"), error).problem)
      }
      exit(error == EPIPE ? ExitStatus.success.rawValue : ExitStatus.cannotWrite.rawValue)
    }
  }
}

/// Where everything else goes.
enum StandardError {
  /// Writes a line.
  static func write(_ line: String) {
    ProgressLine.erase()
    writeAll(Array((line + "\n").utf8), to: STDERR_FILENO) { _ in }
  }

  /// Writes what went wrong, where, and what to do next.
  static func report(_ problem: Problem) {
    let sentence = problem.reader.map { Words("\($0): \(problem.sentence)") } ?? problem.sentence
    let colour = Terminal.takesColour(STDERR_FILENO)
    write("\(Style.error.apply("cardinfo:", colour)) \(Terminal.clean(sentence.text))")
    hint(of: problem)
  }

  /// Writes what to do next, where there is something.
  static func hint(of problem: Problem) {
    guard let nextStep = problem.nextStep else { return }
    write(Terminal.wrapped(Words("hint: \(nextStep)").text, indent: 2).joined(separator: "\n"))
  }

  /// Writes what is neither a result nor a mistake, unless this run is to be quiet.
  static func note(_ words: Words) {
    if !QuietOption.isGiven { warn(words) }
  }

  /// Writes what a person has to know before they decide, also in a quiet run.
  static func warn(_ words: Words) { write("cardinfo: \(Terminal.clean(words.text))") }
}

/// Writes all of `bytes`, in as many calls as it takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, onError: (Int32) -> Void) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return onError(errno)
    }
  }
}
