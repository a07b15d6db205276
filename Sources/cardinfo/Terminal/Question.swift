import Glibc
import Words

/// Asks on the terminal, which need not be standard input.
enum Question {
  /// A line that a person types. Nil when there is no terminal, or when the person stops the work.
  static func ask(_ question: String, longest: Int = 256) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    tcflush(terminal, TCIFLUSH)
    writeAll(Array((Terminal.clean(question) + " ").utf8), to: terminal) { _ in }
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while !Interruption.isRequested, line.count < longest {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 200) > 0 else { continue }
      guard read(terminal, &byte, 1) == 1 else { return nil }
      guard byte != 0x0A else { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  /// What a person says to a question that wants a yes.
  enum Consent { case given, declined, interrupted, notAsked }

  /// Asks for a yes.
  static func consent(to question: Words) -> Consent {
    guard let answer = ask(question.text) else {
      return Interruption.isRequested ? .interrupted : .notAsked
    }
    return ["y", "yes", "是"].contains(answer.trimmingPrefix { $0 == " " }.lowercased())
      ? .given : .declined
  }
}
