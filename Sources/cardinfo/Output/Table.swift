/// Rows whose columns align, wide characters included.
struct Table {
  /// One cell. Its text is cleaned here: nothing of a card reaches a terminal another way.
  struct Cell: ExpressibleByStringInterpolation {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = Terminal.clean(text)
      self.style = style
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  private(set) var rows: [[Cell]] = []

  /// Adds a row.
  mutating func add(_ cells: Cell...) { rows.append(cells) }

  /// A text filled up with spaces to a width.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Terminal.width(text)))
  }

  /// Adds a label and its value; nothing when there is no value.
  mutating func add(_ label: String, _ value: String?, _ style: Style = .plain) {
    guard let value, !value.isEmpty else { return }
    rows.append([Cell(label, .label), Cell(value, style)])
  }

  /// The rows as lines, each behind `indent` spaces, columns two spaces apart, the first at least
  /// `firstWidth` wide.
  func lines(indent: Int = 0, firstWidth: Int = 0, colour: Bool) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      let widest = rows.map { $0.dropFirst(column).first.map { Terminal.width($0.text) } ?? 0 }
        .max()
      return max(widest ?? 0, column == 0 ? firstWidth : 0)
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        line += cell.style.apply(cell.text, colour)
        guard column < row.count - 1 else { continue }
        line += String(repeating: " ", count: widths[column] - Terminal.width(cell.text) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
