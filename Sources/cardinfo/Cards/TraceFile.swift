import Card
import CardState
import Glibc
import Words

/// Writes every exchange with a card, one to a line, with its timing.
///
/// Data is masked to its length unless identifiers are asked for. Keys and PINs are masked always.
final class TraceFile {
  private let descriptor: Int32
  private let showsIdentifiers: Bool
  /// What the system said when a line could not be written.
  private(set) var failure: SystemFailure?

  /// Opens a new file that nobody else may read, or standard error for `-`.
  ///
  /// - Throws: What the system says when it can't be opened.
  init(path: String, showsIdentifiers: Bool) throws(SystemFailure) {
    self.showsIdentifiers = showsIdentifiers
    descriptor = path == "-" ? dup(STDERR_FILENO) : try PrivateFile.open(path)
    guard descriptor >= 0 else {
      throw SystemFailure(
        .fileUnwritable, Words("can't write the trace"),
        nextStep: Words("name a file in a directory that you may write"))
    }
  }

  deinit { close(descriptor) }

  /// Notes which card the exchanges that follow are with.
  func begin(reader: CardSnapshot.Reader, _ channel: any CardChannel) {
    write(
      "# \(Terminal.clean(reader.name))  \(channel.transmissionProtocol.rawValue)  "
        + "ATR \(channel.answerToReset.hex)")
  }

  /// Notes an exchange: milliseconds, purpose, command, answer.
  func record(_ exchange: Exchange) {
    let milliseconds = String((exchange.duration / .milliseconds(1)).hundredths)
    let isMasked =
      exchange.confidentiality == .key
      || exchange.confidentiality == .personal && !showsIdentifiers
    let command = masked(exchange.command, keepingFirst: 5, keepingLast: 0, isMasked)
    let answer =
      exchange.answer.map { masked($0, keepingFirst: 0, keepingLast: 2, isMasked) } ?? "failed"
    write(
      milliseconds.leftPadded(to: 9) + "  " + exchange.purpose.rightPadded(to: 22) + "  > "
        + command + "  < " + answer)
  }

  private func masked(
    _ bytes: [UInt8], keepingFirst first: Int, keepingLast last: Int, _ isMasked: Bool
  ) -> String {
    let hidden = bytes.count - first - last
    guard isMasked, hidden > 0 else { return bytes.hex }
    return bytes.prefix(first).hex + "[\(hidden)]" + bytes.suffix(last).hex
  }

  private func write(_ line: String) {
    writeAll(Array((line + "\n").utf8), to: descriptor) { _ in
      failure =
        failure
        ?? SystemFailure(
          .fileUnwritable, Words("can't write the trace"),
          nextStep: Words("write the trace to another place"))
    }
  }
}
