import Glibc

/// Where results go.
enum StandardOutput {
  /// Writes all of `text`. A reader that has seen enough (`| head`) ends the program in peace.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes all of `bytes`, with the same end.
  static func write(_ bytes: [UInt8]) {
    writeAll(bytes, to: STDOUT_FILENO) { error in
      if error != EPIPE {
        StandardError.write("cardinfo: can't write the result: \(String(cString: strerror(error)))")
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
  static func report(_ message: String, hint: String?) {
    let colour = Terminal.takesColour(STDERR_FILENO)
    write("\(Style.error.apply("cardinfo:", colour)) \(Terminal.clean(message))")
    if let hint { write(Terminal.wrapped("hint: \(hint)", indent: 2).joined(separator: "\n")) }
  }
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
