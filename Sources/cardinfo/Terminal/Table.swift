import Words

/// Rows whose columns align, wide characters included.
struct Table {
  /// One cell. Its text is cleaned here: nothing of a card reaches a terminal another way.
  struct Cell {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = Terminal.clean(text)
      self.style = style
    }

    init(_ words: Words, _ style: Style = .plain) { self.init(words.text, style) }

    /// Nothing.
    static let empty = Cell("")
  }

  private(set) var rows: [[Cell]] = []

  /// Adds a row.
  mutating func add(_ cells: Cell...) { rows.append(cells) }

  /// A text filled up with spaces to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Terminal.width(text)))
  }

  /// Adds a label and its value; nothing when there is no value.
  mutating func add(_ label: Words, _ value: String?, _ style: Style = .plain) {
    guard let value, !value.isEmpty else { return }
    rows.append([Cell(label, .label), Cell(value, style)])
  }

  /// Adds a label and its value in words; nothing when there is no value.
  mutating func add(_ label: Words, _ value: Words?, _ style: Style = .plain) {
    add(label, value?.text, style)
  }

  /// The rows as lines, each behind `indent` spaces, columns two spaces apart, the first at least
  /// `firstWidth` wide. What is too wide in the last column goes on in further lines, if it `wraps`.
  func lines(
    indent: Int = 0, firstWidth: Int = 0, wraps: Bool = false, colour: Bool
  ) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      let widest = rows.map { $0.dropFirst(column).first.map { Terminal.width($0.text) } ?? 0 }
        .max()
      return max(widest ?? 0, column == 0 ? firstWidth : 0)
    }
    return rows.flatMap { row in
      var line = String(repeating: " ", count: indent)
      for (cell, width) in zip(row.dropLast(), widths) {
        line +=
          cell.style.apply(cell.text, colour)
          + String(
            repeating: " ", count: width - Terminal.width(cell.text) + 2)
      }
      guard let last = row.last else { return [line] }
      let margin = widths.prefix(row.count - 1).reduce(indent) { $0 + $1 + 2 }
      let isWide = margin + Terminal.width(last.text) > Terminal.columns
      let parts = wraps && isWide ? Terminal.wrapped(last.text, indent: margin) : []
      let texts = parts.isEmpty ? [last.text] : parts.map { String($0.dropFirst(margin)) }
      return texts.enumerated().map { index, text in
        let start = index == 0 ? line : String(repeating: " ", count: margin)
        return (start + last.style.apply(text, colour)).trimmingTrailingSpaces
      }
    }
  }
}

/// How a piece of text stands out on a terminal.
enum Style: String {
  case plain = ""
  case heading = "1"
  case label = "2"
  case good = "32"
  case attention = "33"
  case error = "31"

  /// `text` in this style where colour is wanted, else as it is.
  func apply(_ text: String, _ colour: Bool) -> String {
    colour && self != .plain && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
