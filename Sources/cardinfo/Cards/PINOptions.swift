import ArgumentParser
import Card
import Glibc
import Words

/// PIN1 of one card: asked for on the terminal or read from a file descriptor, never an argument,
/// which every program on the machine could see.
struct PINOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Words("Ask for PIN1 and send it to the card, once.")))
  var pin = false

  @Option(
    help: ArgumentHelp(
      Words("Read PIN1 from a file descriptor instead, as in --pin-fd 3 3<file."),
      valueName: "number"))
  var pinFd: Int32?

  @Flag(help: ArgumentHelp(Words("Send PIN1 even if a wrong one would block the card.")))
  var lastTry = false

  func validate() throws {
    guard !lastTry || isGiven else {
      throw ValidationError(Words("--last-try is for --pin"))
    }
  }

  /// Whether a PIN is to be sent.
  var isGiven: Bool { pin || pinFd != nil }

  /// The PIN that its owner gives, if one is to be sent.
  func entry(for cards: CardOptions) throws -> PINEntry? {
    guard isGiven else { return nil }
    guard cards.reader.count + cards.virtual.count == 1 else {
      throw ValidationError(Words("a PIN is for one card: name its reader with --reader"))
    }
    let text = try pinFd.map(Self.line) ?? Self.ask()
    if Interruption.isRequested { throw ChannelError.interrupted }
    guard let entry = PINEntry(text, allowsLastTry: lastTry) else {
      throw Problem(.pinMalformed, Words("a PIN has four to eight digits, so nothing was sent"))
    }
    return entry
  }

  private static func ask() throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Problem(
        .pinNotAsked, Words("there is no terminal to ask for the PIN on"),
        nextStep: Words("give it with --pin-fd 3 3<file"))
    }
    defer { close(terminal) }
    var before = termios()
    tcgetattr(terminal, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    writeAll(Array("PIN1: ".utf8), to: terminal) { _ in }
    defer { writeAll([0x0A], to: terminal) { _ in } }
    return line(from: terminal)
  }

  /// The first line that can be read, at most 64 bytes of it.
  private static func line(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 64, waitForInput(descriptor), Glibc.read(descriptor, &byte, 1) == 1,
      byte != 0x0A, byte != 0x0D
    {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
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
