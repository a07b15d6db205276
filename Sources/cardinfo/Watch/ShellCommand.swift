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
    var template = Array("/tmp/cardinfo.XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return failed(Words("can't make a file")) }
    // It has no name from here on, and goes with the last who has it open.
    unlink(template)
    defer { close(file) }
    var isWritten = true
    writeAll(input, to: file) { _ in isWritten = false }
    guard isWritten, lseek(file, 0, SEEK_SET) == 0 else {
      return failed(Words("can't write a file"))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
    let words = ["sh", "-c", text]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, environ) == 0 else {
      return failed(Words("there is no shell"))
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status != 0 else { return nil }
    return status & 0x7F == 0
      ? failed(Words("it ended with the status \(Int(status >> 8))"))
      : failed(Words("it was ended by the signal \(Int(status & 0x7F))"))
  }

  private func failed(_ reason: Words) -> Problem {
    Problem(
      .commandFailed, Words("the command of --exec failed: \(reason)"),
      nextStep: Words("try it by hand with the output of cardinfo watch --json --once"))
  }
}
