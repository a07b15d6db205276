import FoundationEssentials
import Glibc
import Words

/// Where a carrier's text comes from: standard input, a file, the argument itself, or a person who
/// pastes it.
enum ReplySource {
  /// Bytes beyond which nothing is taken in: no carrier writes as much, and what is read is cut far
  /// before.
  private static let longest = 64_000

  /// The text that an argument means: `-` is standard input, the name of a file that is there its
  /// text, and everything else the text itself.
  static func text(of argument: String) throws -> String {
    if argument == "-" { return try contents(of: STDIN_FILENO, "-") }
    if access(argument, F_OK) == 0 { return try file(argument) }
    // What looks like a file's name and is none is hardly what a carrier wrote.
    let looksLikeFile =
      argument.allSatisfy { $0.isASCII && !$0.isWhitespace }
      && (argument.contains("/") || argument.hasSuffix(".txt"))
    return looksLikeFile ? try file(argument) : argument
  }

  /// The text of a file, or of standard input for `-`.
  static func file(_ name: String) throws -> String {
    if name == "-" { return try contents(of: STDIN_FILENO, name) }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(name) }
    defer { close(descriptor) }
    return try contents(of: descriptor, name)
  }

  /// What comes in where nothing was named: a paste on a terminal, or standard input whole.
  static func given(asks: Bool) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return try contents(of: STDIN_FILENO, "-") }
    return asks ? paste() ?? "" : ""
  }

  /// What a person pastes; nil where there is nobody to ask.
  static func paste() -> String? {
    Question.paste(
      Words("paste what the carrier wrote, and end with an empty line (nothing: none):"),
      longest: longest)
  }

  private static func contents(of descriptor: Int32, _ name: String) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < longest {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(name) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func failure(_ name: String) -> SystemFailure {
    SystemFailure(
      .fileUnreadable, Words("can't read \(name)"),
      nextStep: Words("name a file with the text of the carrier"))
  }
}
