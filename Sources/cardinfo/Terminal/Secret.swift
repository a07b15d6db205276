import Glibc
import Words

/// What others must not see: typed without echo, or read from a descriptor, in one buffer that is never
/// copied by growing.
enum Secret {
  /// A line that a person types, without showing it. Nil where there is no terminal to ask on.
  ///
  /// - Parameter longest: How many bytes of it are taken.
  static func ask(_ question: Words, longest: Int = 64) -> [UInt8]? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    tcgetattr(terminal, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    writeAll(Array((Terminal.clean(question.text) + " ").utf8), to: terminal) { _ in }
    defer { writeAll([0x0A], to: terminal) { _ in } }
    return line(from: terminal, longest: longest)
  }

  /// The first byte that can be read; nil at the end, or when the person stops the work.
  static func byte(from descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    return waitForInput(descriptor) && Glibc.read(descriptor, &byte, 1) == 1 ? byte : nil
  }

  /// Overwrites secrets in the arguments of this run, where other users of the machine see them: a whole
  /// argument, or the end of one, as behind `=`.
  static func blank(inArguments secrets: [String?]) {
    let secrets = secrets.compactMap { $0 }.filter { $0.count > 1 }
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv.advanced(by: index).pointee else { continue }
      let text = String(cString: argument)
      if secrets.contains(where: { text == $0 || text.hasPrefix("-") && text.hasSuffix($0) }) {
        memset(argument, Int32(UInt8(ascii: "*")), strlen(argument))
      }
    }
  }

  /// The first line that can be read, at most so many bytes of it.
  static func line(from descriptor: Int32, longest: Int = 64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(longest)
    var byte: UInt8 = 0
    while bytes.count < longest, waitForInput(descriptor), Glibc.read(descriptor, &byte, 1) == 1,
      byte != 0x0A, byte != 0x0D
    {
      bytes.append(byte)
    }
    byte = 0
    return bytes
  }

  /// Whether there is something to read before somebody ends the wait with Ctrl-C. The terminal must
  /// have its echo back then.
  private static func waitForInput(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while !Interruption.isRequested {
      if poll(&request, 1, 200) > 0 { return true }
    }
    return false
  }
}
