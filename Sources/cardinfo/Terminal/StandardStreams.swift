import CardState
import Glibc
import Words

/// Where results go.
enum StandardOutput {
  /// Writes all of `text`. A reader that has seen enough (`| head`) ends the program in peace.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes all of `bytes`, with the same end.
  static func write(_ bytes: [UInt8]) {
    writeAll(bytes, to: STDOUT_FILENO) { error in
      if error != EPIPE {
        StandardError.report(
          SystemFailure(Words("can't write the result"), error).message, hint: nil)
      }
      exit(error == EPIPE ? ExitStatus.success.rawValue : ExitStatus.cannotWrite.rawValue)
    }
  }
}

/// Where everything else goes.
enum StandardError {
  /// Writes a line.
  static func write(_ line: String) {
    writeAll(Array((line + "\n").utf8), to: STDERR_FILENO) { _ in }
  }

  /// Writes what went wrong and what to do next.
  static func report(_ message: Words, hint: Words?) {
    let colour = Terminal.takesColour(STDERR_FILENO)
    write("\(Style.error.apply("cardinfo:", colour)) \(Terminal.clean(message.text))")
    if let hint {
      write(Terminal.wrapped(Words("hint: \(hint)").text, indent: 2).joined(separator: "\n"))
    }
  }

  /// Writes what failed, where, and what to do next.
  static func report(_ failure: ReadFailure) {
    let message = failure.reader.map { Words("\($0): \(failure.message)") } ?? failure.message
    report(message, hint: failure.hint)
  }

  /// Writes what is neither a result nor a mistake.
  static func note(_ words: Words) { write("cardinfo: \(Terminal.clean(words.text))") }
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
