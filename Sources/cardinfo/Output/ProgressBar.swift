import Glibc
import Words

/// How far a long job is, on a terminal; nothing anywhere else.
final class ProgressBar {
  private static let width = 30
  private let total: Int?
  private let isShown = isatty(STDERR_FILENO) == 1
  private var text = ""

  /// - Parameter total: the bytes there are to read, where that is known.
  init(total: Int?) { self.total = total }

  /// Shows how many records were read, and how far in the file that is.
  func show(_ records: Int, at position: Int) {
    guard isShown else { return }
    let count = Words("\(records) records").text
    var new = count
    if let total, total > 0 {
      let part = min(1, Double(position) / Double(total))
      let filled = Int(part * Double(Self.width))
      let bar =
        String(repeating: "█", count: filled)
        + String(repeating: "░", count: Self.width - filled)
      new = "\(bar) \(Int(part * 100)) %  \(count)"
    }
    guard new != text else { return }
    text = new
    writeAll(Array("\r\(new)\u{1B}[K".utf8), to: STDERR_FILENO) { _ in }
  }

  /// Takes it away.
  func clear() {
    guard !text.isEmpty else { return }
    text = ""
    writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) { _ in }
  }
}
