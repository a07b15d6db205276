import Glibc
import Words

/// A command that a person wants run for each card. What it is told stands on its standard input, and
/// nothing of it among its arguments, which others can see.
struct ShellCommand {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Runs it and waits for its end.
  ///
  /// - Returns: What went wrong.
  func run(input: [UInt8]) -> Problem? {
    guard let pipe = Pipe() else { return failed(Words("there is no pipe to it")) }
    let child = ChildProcess(["sh", "-c", text]).start(input: pipe.reading)
    close(pipe.reading)
    // A command that has seen enough reads no further.
    if child != nil { writeAll(input, to: pipe.writing) { _ in } }
    close(pipe.writing)
    guard let child else { return failed(Words("there is no shell")) }
    return switch ChildProcess.end(of: child) {
    case .status(0): nil
    case .status(let number): failed(Words("it ended with the status \(Int(number))"))
    case .signal(let number): failed(Words("it was ended by the signal \(Int(number))"))
    }
  }

  private func failed(_ reason: Words) -> Problem {
    Problem(
      .commandFailed, Words("the command of --exec failed: \(reason)"),
      nextStep: Words("try it by hand with the output of cardinfo watch --json --once"))
  }
}
