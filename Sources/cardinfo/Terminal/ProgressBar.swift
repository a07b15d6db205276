import Glibc
import Words

/// How far a long job is, on a terminal; nothing anywhere else.
final class ProgressBar {
  /// Whether somebody looks on who wants to know.
  static var isWanted: Bool { isatty(STDERR_FILENO) == 1 && !QuietOption.isGiven }

  private static let width = 30
  private let isShown = isWanted
  private var text = ""

  /// Shows how many records were read, and how many of all bytes that took, where that is known.
  func show(_ records: Int, at position: Int, of total: Int?) {
    let count = Words(records, one: "\(records) record", other: "\(records) records")
    show(total.map { "\(Self.bar(position, of: $0))  \(count.text)" } ?? count.text)
  }

  /// Shows how many lines were judged, where there are so many that it takes a while.
  func show(_ lines: Int, of total: Int) {
    guard total > 1_000 else { return }
    let judged = Words(lines, one: "\(lines) line judged", other: "\(lines) lines judged")
    show("\(Self.bar(lines, of: total))  \(judged.text)")
  }

  /// Shows what is being done.
  func show(_ words: Words) { show(words.text) }

  /// Shows what is being done, and how much of it is.
  func show(_ words: Words, _ done: Int, of total: Int) {
    show("\(Self.bar(done, of: total))  \(words.text)")
  }

  /// Takes it away.
  func clear() {
    guard !text.isEmpty else { return }
    text = ""
    writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) { _ in }
  }

  private func show(_ new: String) {
    guard isShown, new != text else { return }
    text = new
    writeAll(Array("\r\(new)\u{1B}[K".utf8), to: STDERR_FILENO) { _ in }
  }

  private static func bar(_ done: Int, of total: Int) -> String {
    let part = total > 0 ? min(1, Double(done) / Double(total)) : 1
    let filled = Int(part * Double(width))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      + " \(Int(part * 100)) %"
  }
}
